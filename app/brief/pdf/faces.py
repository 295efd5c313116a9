"""The fonts of a brief: faces read with HarfBuzz, and families that fall back from face to face."""

import struct
import unicodedata
from functools import cache
from pathlib import Path
from typing import Literal

import uharfbuzz as hb
from msgspec import Struct

FONTS = Path(__file__).parents[3] / "resources" / "fonts"

Cut = Literal["regular", "bold", "italic", "bold_italic"]

_SYMBOLS = "NotoSansMath_Symbols"
_ORDER: dict[Cut, tuple[str, ...]] = {
    "regular": ("NotoSans_400Regular", _SYMBOLS, "Vazirmatn_400Regular"),
    "bold": ("NotoSans_700Bold", _SYMBOLS, "Vazirmatn_700Bold"),
    "italic": ("NotoSans_400Regular_Italic", _SYMBOLS, "Vazirmatn_400Regular"),
    "bold_italic": ("NotoSans_700Bold_Italic", _SYMBOLS, "Vazirmatn_700Bold"),
}
# Joiners and isolates change the letters beside them and have no shape of their own.
JOINERS = frozenset("\u200c\u200d")
INVISIBLE = frozenset("\u200b\u200c\u200d\u200e\u200f\u061c\u2060\u2066\u2067\u2068\u2069")


class Metrics(Struct, frozen=True):
    """What a PDF font descriptor says about a face, in thousandths of the size."""

    box: tuple[int, int, int, int]
    italic_angle: float
    ascent: int
    descent: int
    cap_height: int
    stem: int
    fixed_pitch: bool


class Face:
    """One font file: its shapes, the characters it covers, and its measures."""

    def __init__(self, name: str) -> None:
        """Read the font file called `name`."""
        self.name = name
        self.shape_source = hb.Face(hb.Blob.from_file_path(str(FONTS / f"{name}.ttf")))
        self.font = hb.Font(self.shape_source)
        self.per_mille = 1000.0 / self.shape_source.upem
        self.covered = frozenset(self.shape_source.unicodes)
        self.metrics = self._read_metrics()
        self.replacement = self.font.get_nominal_glyph(0xFFFD) or self.font.get_nominal_glyph(0x3F)
        self._advances: dict[int, int] = {}

    def advance(self, glyph: int) -> int:
        """Return the nominal width of a glyph in font units."""
        width = self._advances.get(glyph)
        if width is None:
            width = self._advances[glyph] = self.font.get_glyph_h_advance(glyph)
        return width

    def _read_metrics(self) -> Metrics:
        """Read the tables head, OS/2, post and hhea (OpenType 1.9)."""
        scale = self.per_mille

        def table(tag: str) -> bytes:
            data: bytes = self.shape_source.reference_table(tag).data
            return data

        x_min, y_min, x_max, y_max = struct.unpack_from(">4h", table("head"), 36)
        ascent, descent = struct.unpack_from(">2h", table("hhea"), 4)
        angle, fixed = struct.unpack_from(">i4xI", table("post"), 4)
        os2 = table("OS/2")
        (weight,) = struct.unpack_from(">H", os2, 4)
        (cap_height,) = struct.unpack_from(">h", os2, 88)
        return Metrics(
            box=(
                round(x_min * scale),
                round(y_min * scale),
                round(x_max * scale),
                round(y_max * scale),
            ),
            italic_angle=angle / 65536,
            ascent=round(ascent * scale),
            descent=round(descent * scale),
            cap_height=round(cap_height * scale),
            # The usual estimate of the stem from the weight class; no reader draws with it.
            stem=round(10 + 220 * (weight - 50) / 900),
            fixed_pitch=bool(fixed),
        )


class Family:
    """Faces tried one after the other for each character, in four cuts."""

    def __init__(self) -> None:
        """Start with no face read; a cut is read when it is first needed."""
        self._faces: dict[str, Face] = {}

    def faces(self, cut: Cut) -> tuple[Face, ...]:
        """Return the faces of a cut in order of preference."""
        return tuple(self._face(name) for name in _ORDER[cut])

    def _face(self, name: str) -> Face:
        if name not in self._faces:
            self._faces[name] = Face(name)
        return self._faces[name]

    def main(self, cut: Cut) -> Face:
        """Return the preferred face of a cut."""
        return self._face(_ORDER[cut][0])

    def assign(self, text: str, cut: Cut) -> list[Face | None]:
        """Return the face for each character of `text`, None where no face has it.

        Marks, digits, punctuation and spaces stay with the face of the character before them where
        that face has them, so that words and numbers are not set in two fonts.
        """
        main = self.main(cut)
        if all(ord(character) in main.covered for character in text):
            return [main] * len(text)
        result: list[Face | None] = []
        previous = main
        for character in text:
            face = self._choose(character, cut, previous)
            result.append(face)
            previous = face or previous
        return result

    def _choose(self, character: str, cut: Cut, previous: Face) -> Face | None:
        if character in INVISIBLE:
            return previous
        code = ord(character)
        if code in previous.covered and unicodedata.category(character)[0] in "ZPMNC":
            return previous
        return next((face for face in self.faces(cut) if code in face.covered), None)


@cache
def load_family() -> Family:
    """Return the family in which briefs are set; each font file is read once."""
    return Family()


def cut_of(*, bold: bool, italic: bool) -> Cut:
    """Return the cut for a combination of bold and italic."""
    if bold:
        return "bold_italic" if italic else "bold"
    return "italic" if italic else "regular"
