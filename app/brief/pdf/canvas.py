"""A page canvas on which everything is either content of a structure element or an artifact."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Literal

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFPage, PDFString
from reportlab.pdfgen.canvas import Canvas

from app.brief.pdf.embedding import FontBook
from app.brief.pdf.shaping import Link
from app.brief.pdf.streams import ArchivalStream, compressed
from app.brief.pdf.structure import AnnotationContent, Element, MarkedContent, Tree

Artifact = Literal["Layout", "Pagination", "Header", "Footer"]

_PLACEHOLDER = re.compile(r"%later (\d+)\n")
_PRINTED = 4  # annotation flag
_PDF_VERSION = (1, 7)


class TaggedCanvas(Canvas):  # type: ignore[misc]  # ReportLab carries no types
    """Writes marked content while ReportLab lays out; see the decision on tagging.

    Text is drawn by `app.brief.pdf.painting` only: the canvas has no font of its own, so no font
    can slip into the file that is not embedded.
    """

    def __init__(self, file: object, tree: Tree, **options: object) -> None:
        """Write to `file`; content is hung on the elements of `tree`."""
        self.tree = tree
        self.sheets: list[PDFPage] = []
        self.page_of: dict[str, int] = {}
        self._owners: list[Element] = []
        self._inside = False
        self._deferred: list[Callable[[], str]] = []
        super().__init__(file, pdfVersion=_PDF_VERSION, **options)
        self.fonts = FontBook(self._doc)

    def setFont(self, name: str, size: float, leading: float | None = None) -> None:  # noqa: N802
        """Remember what ReportLab's own parts ask for; they never draw text with it."""
        self._fontname, self._fontsize, self._leading = name, size, leading or size * 1.2

    def _make_preamble(self) -> None:
        """Begin pages without ReportLab's choice of a built-in font, which is never embedded."""
        self._preamble = "1 0 0 1 0 0 cm"

    @property
    def page_object(self) -> str:
        """The name of the current page's object."""
        name: str = self._doc.thisPageName()
        return name

    @property
    def is_marking(self) -> bool:
        """Whether what is drawn now belongs to a marked stretch already."""
        return self._inside

    def write(self, code: str) -> None:
        """Append operators to the current page."""
        self._code.append(code)

    def defer(self, draw: Callable[[], str]) -> str:
        """Return a placeholder that `draw` replaces when the number of pages is known."""
        self._deferred.append(draw)
        return f"%later {len(self._deferred) - 1}\n"  # text is hexadecimal, never this

    def open_content(self, element: Element) -> str:
        """Hang the content that follows on `element`; return the operator that opens it."""
        number = len(self._owners)
        self._owners.append(element)
        element.children.append(MarkedContent(self.page_object, number))
        return f"/{element.tag} <</MCID {number}>> BDC"

    @contextmanager
    def marked(self, element: Element) -> Iterator[None]:
        """Make everything drawn meanwhile one piece of content of `element`, if there is any."""
        with self._between(self.open_content(element)):
            begun = len(self._code)
            yield
        if len(self._code) == begun + 1:
            del self._code[begun - 1 :]
            self._owners.pop()
            element.children.pop()

    @contextmanager
    def artifact(self, kind: Artifact = "Layout") -> Iterator[None]:
        """Make everything drawn meanwhile decoration that is never read aloud."""
        if self._inside:
            yield
            return
        subtype = f" /Subtype /{kind}" if kind in ("Header", "Footer") else ""
        name = "Pagination" if subtype else kind
        with self._between(f"/Artifact <</Type /{name}{subtype}>> BDC"):
            yield

    @contextmanager
    def _between(self, opening: str) -> Iterator[None]:
        if self._inside:
            raise ValueError("marked content cannot be nested")
        self.write(opening)
        self._inside = True
        try:
            yield
        finally:
            self._inside = False
            self.write("EMC")

    def line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """Draw a rule; outside marked content it is decoration."""
        with self.artifact():
            super().line(x1, y1, x2, y2)

    def rect(self, *place: float, **style: object) -> None:
        """Draw a rectangle; outside marked content it is decoration."""
        with self.artifact():
            super().rect(*place, **style)

    def absolute_box(self, width: float, height: float) -> PDFArray:
        """Return the page coordinates of a box at the current origin."""
        corners = self._absRect((0, 0, width, height), 1)
        return PDFArray([round(corner, 2) for corner in corners])

    def add_picture(self, name: str, picture: ArchivalStream) -> str:
        """Keep a picture for the current page under `name`; return what draws it there."""
        internal: str = self._doc.getXObjectName(name)
        self._doc.Reference(picture, internal)
        self._formsinuse.append(name)
        return internal

    def add_link(self, link: Link, left: float, bottom: float, right: float, top: float) -> None:
        """Make an area (in the current coordinates) lead where `link` says."""
        key = self.tree.register(link.element)
        annotation = PDFDictionary(
            {
                "Type": PDFName("Annot"),
                "Subtype": PDFName("Link"),
                "F": _PRINTED,
                "Rect": PDFArray(self._absRect((left, bottom, right, top), 1)),
                "Border": PDFArray([0, 0, 0]),
                "Contents": PDFString(link.description),
                "StructParent": key,
            }
        )
        if link.anchor:
            annotation["Dest"] = self._bookmarkReference(link.anchor)
        else:
            annotation["A"] = PDFDictionary(
                {
                    "Type": PDFName("Action"),
                    "S": PDFName("URI"),
                    "URI": PDFString(link.address),
                }
            )
        name = f"Link{key}"
        self._addAnnotation(annotation, name)
        link.element.children.append(
            AnnotationContent(self.page_object, self._doc.annotationName(name))
        )

    def add_anchor(self, anchor: str, top: float) -> None:
        """Make `anchor` lead to the current page at height `top` of the current coordinates."""
        self.bookmarkHorizontal(anchor, 0, top)
        self.page_of.setdefault(anchor, self.getPageNumber())

    def _setAnnotations(self, page: PDFPage) -> None:  # noqa: N802  # named by ReportLab
        """Finish a page: ReportLab calls this when its content is complete."""
        super()._setAnnotations(page)
        page.__NoDefault__ = [name for name in page.__NoDefault__ if name != "Trans"] + [
            "StructParents",
            "Tabs",
        ]
        page.Tabs = PDFName("S")
        page.StructParents = self.tree.register(self._owners) if self._owners else None
        self._owners = []
        self.sheets.append(page)

    def fill_placeholders(self) -> None:
        """Put the deferred parts into the pages, now that all pages are known."""
        drawn = [draw() for draw in self._deferred]
        for page in self.sheets:
            code = _PLACEHOLDER.sub(lambda found: drawn[int(found[1])], page.stream)
            page.Contents = compressed(code.encode("latin-1"))
