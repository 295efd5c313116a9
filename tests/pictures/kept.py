"""The few pictures that the documentation shows, drawn anew: `python -m tests.pictures.kept`.

Pages of the window come from the same gallery as all other pictures, the pages of the brief from
the same PDF as anybody's. They are reduced to the colours that they need, so that they stay
small, and each remembers which state of the worked example it shows.
"""

import hashlib
import io
import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image, PngImagePlugin

from app.api import brief
from app.exchange.samples import read_sample
from tests.architecture.sources import ROOT

FOLDER = ROOT / "docs" / "pictures"
SAMPLE = ROOT / "resources" / "samples" / "afghanistan.json"
SHOWN = "Assessment"
"""What a picture calls the state that it shows."""

STEPS = {
    "results": "window",
    **{step: step for step in ("scores", "weights", "robustness", "actors")},
}
"""Step of the worked example → name of the picture."""

BRIEF_PAGES = 2
DOTS_PER_POINT = 1.18
COLOURS = 224


def main() -> int:
    """Draw them; the exit status of the gallery where it fails."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "tests.pictures", "--languages", "en", "--scales", "1"]
        command += ["--cases", "example", "--themes", "light", "--steps", ",".join(STEPS)]
        ended = subprocess.run([*command, "--folder", folder], cwd=ROOT, check=False).returncode
        if ended:
            return ended
        for step, name in STEPS.items():
            drawn = Path(folder) / "en" / "1" / "example" / "light" / f"{step}.png"
            _keep(Image.open(drawn), name)
    for number, page in enumerate(_pages_of_the_brief(), start=1):
        _keep(page, f"brief-{number}")
    return 0


def state_of_the_example() -> str:
    """The worked example as it is now, as a digest."""
    return hashlib.sha256(SAMPLE.read_bytes()).hexdigest()


def _pages_of_the_brief() -> list[Image.Image]:
    document = pypdfium2.PdfDocument(io.BytesIO(brief(read_sample(), "memo")))
    pages = [document[number] for number in range(BRIEF_PAGES)]
    return [page.render(scale=DOTS_PER_POINT).to_pil() for page in pages]


def _palette(picture: Image.Image) -> Image.Image:
    """The commonest colours as they are, so that no ground gets a tint, and a cover of the others.

    Rare ones are covered, too: the red of a warning must not turn brown.
    """
    counted = sorted(picture.getcolors(picture.width * picture.height), reverse=True)
    common = [part for _count, colour in counted[: COLOURS // 2] for part in colour]
    cover = picture.quantize(COLOURS // 2, method=Image.Quantize.MAXCOVERAGE).getpalette()
    palette = Image.new("P", (1, 1))
    palette.putpalette(common + cover)
    return palette


def _keep(picture: Image.Image, name: str) -> None:
    few = picture.convert("RGB")
    few = few.quantize(palette=_palette(few), dither=Image.Dither.NONE)
    note = PngImagePlugin.PngInfo()
    note.add_text(SHOWN, state_of_the_example())
    few.save(FOLDER / f"{name}.png", optimize=True, pnginfo=note)
    sys.stdout.write(f"{FOLDER / name}.png\n")


if __name__ == "__main__":
    sys.exit(main())
