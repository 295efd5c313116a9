"""The house's picture in the letterhead: a figure with words that stand for it."""

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfdoc import PDFArray, PDFName

from app.brief.blocks import Logo
from app.brief.clean import shortened, visible_text
from app.brief.pdf.canvas import TaggedCanvas
from app.brief.pdf.streams import compressed
from app.brief.pdf.structure import Element, Tree

_HIGHEST, _WIDEST = 14 * mm, 60 * mm
_GAP = 4 * mm


class LogoPlace:
    """A logo at its size on paper; the first thing in the order of reading."""

    def __init__(self, logo: Logo, tree: Tree) -> None:
        """Scale `logo` to the letterhead and put its figure first under the root of `tree`."""
        self.logo = logo
        scale = min(_HIGHEST / logo.height, _WIDEST / logo.width)
        self.width, self.height = logo.width * scale, logo.height * scale
        self.room = self.width + _GAP
        words = shortened(visible_text(logo.text))
        self.element = tree.root.append(Element("Figure", alternative=words))

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw it with its upper left corner at (`x`, `top`)."""
        bottom = top - self.height
        name = canvas.add_picture(
            "logo",
            compressed(
                self.logo.pixels,
                Type=PDFName("XObject"),
                Subtype=PDFName("Image"),
                Width=self.logo.width,
                Height=self.logo.height,
                ColorSpace=PDFName("DeviceRGB"),
                BitsPerComponent=8,
            ),
        )
        corners = (x, bottom, x + self.width, top)
        box = PDFArray([round(corner, 2) for corner in corners])
        self.element.attributes = {"O": "/Layout", "Placement": "/Block", "BBox": box}
        with canvas.marked(self.element):
            place = f"{self.width:.3f} 0 0 {self.height:.3f} {x:.3f} {bottom:.3f} cm"
            canvas.write(f"q {place} /{name} Do Q")
