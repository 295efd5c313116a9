"""Fonts inside one PDF: only the shapes used, each with the exact text it stands for.

A shape gets a character code (CID) of its own for each text it represents, so that reading the file
back gives the text that was written, ligatures and Arabic forms included.
"""

from hashlib import sha256
from unicodedata import category

import uharfbuzz as hb
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFName, PDFString

from app.brief.pdf.faces import Face
from app.brief.pdf.streams import compressed

_UNUSED_TABLES = (
    *("GSUB", "GPOS", "GDEF", "DSIG", "STAT", "BASE", "kern"),
    *("cmap", "name", "OS/2", "post", "MATH"),
)
_BLOCK = 100  # a CMap block holds at most 100 entries
_SYMBOLIC, _FIXED, _ITALIC = 4, 1, 64


class EmbeddedFont:
    """The use of one face in one document."""

    def __init__(self, face: Face, name: str) -> None:
        """Start with no shape used; `name` is the resource name on the pages."""
        self.face, self.name = face, name
        self._codes: dict[tuple[int, str], tuple[str, float]] = {}
        self._used: list[tuple[int, str]] = [(0, "")]

    def code(self, glyph: int, text: str) -> tuple[str, float]:
        """Return what draws `glyph` and reads as `text`: a code in hexadecimal and its width.

        The width is in parts of the size.
        """
        key = (glyph, text)
        code = self._codes.get(key)
        if code is None:
            width = self.face.advance(glyph) * self.face.per_mille / 1000.0
            code = self._codes[key] = (f"{len(self._used):04X}", width)
            self._used.append(key)
        return code

    def addObjects(self, document: PDFDocument) -> None:  # noqa: N802  # named by ReportLab
        """Write the font's objects; ReportLab calls this when the document is complete."""
        base_name = f"{self._tag()}+{self.face.name.replace('_', '-')}"
        glyphs = [glyph for glyph, _ in self._used]
        widths = [round(self.face.advance(glyph) * self.face.per_mille, 3) for glyph in glyphs]
        descendant = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("CIDFontType2"),
                "BaseFont": PDFName(base_name),
                "CIDSystemInfo": PDFDictionary(
                    {
                        "Registry": PDFString("Adobe"),
                        "Ordering": PDFString("Identity"),
                        "Supplement": 0,
                    }
                ),
                "FontDescriptor": document.Reference(self._descriptor(base_name, document)),
                "DW": 0,
                "W": PDFArray([0, PDFArray(widths)]),
                "CIDToGIDMap": document.Reference(
                    compressed(b"".join(glyph.to_bytes(2, "big") for glyph in glyphs))
                ),
            }
        )
        font = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "BaseFont": PDFName(base_name),
                "Encoding": PDFName("Identity-H"),
                "DescendantFonts": PDFArray([document.Reference(descendant)]),
                "ToUnicode": document.Reference(compressed(self._unicode_map())),
            }
        )
        fonts = document.idToObject["BasicFonts"].dict
        fonts[self.name] = document.Reference(font, f"Font.{self.name}")

    def _descriptor(self, base_name: str, document: PDFDocument) -> PDFDictionary:
        metrics = self.face.metrics
        program = self._subset()
        flags = _SYMBOLIC
        flags |= _ITALIC if metrics.italic_angle else 0
        flags |= _FIXED if metrics.fixed_pitch else 0
        return PDFDictionary(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": PDFName(base_name),
                "Flags": flags,
                "FontBBox": PDFArray(metrics.box),
                "ItalicAngle": metrics.italic_angle,
                "Ascent": metrics.ascent,
                "Descent": metrics.descent,
                "CapHeight": metrics.cap_height,
                "StemV": metrics.stem,
                "FontFile2": document.Reference(compressed(program, Length1=len(program))),
            }
        )

    def _subset(self) -> bytes:
        """Return the font program cut down to the shapes used, their numbers kept."""
        request = hb.SubsetInput()
        request.flags = (
            hb.SubsetFlags.RETAIN_GIDS
            | hb.SubsetFlags.NO_HINTING
            | hb.SubsetFlags.NO_LAYOUT_CLOSURE
            | hb.SubsetFlags.NOTDEF_OUTLINE
        )
        request.glyph_set.update({glyph for glyph, _ in self._used})
        for table in _UNUSED_TABLES:
            request.drop_table_tag_set.add(int.from_bytes(table.encode(), "big"))
        program: bytes = hb.subset(self.face.shape_source, request).blob.data
        return program

    def _tag(self) -> str:
        """Return the six letters that tell subsets of one font apart."""
        digest = sha256(repr(self._used).encode()).digest()
        return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])

    def _unicode_map(self) -> bytes:
        """Return the ToUnicode CMap: the text of each character code (ISO 32000-1, 9.10.3)."""
        entries = [
            f"<{code:04X}> <{_public(text).encode('utf-16-be').hex().upper()}>"
            for code, (_, text) in enumerate(self._used)
            if text
        ]
        lines = [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<0000> <FFFF>",
            "endcodespacerange",
        ]
        for start in range(0, len(entries), _BLOCK):
            block = entries[start : start + _BLOCK]
            lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
        lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
        return "\n".join(lines).encode("ascii")


def _public(text: str) -> str:
    """Return `text` without private characters, which PDF/A lets nobody read back as text."""
    return "".join("\ufffd" if category(character) == "Co" else character for character in text)


class FontBook:
    """The fonts of one document, made as they are needed."""

    def __init__(self, document: PDFDocument) -> None:
        """Keep fonts for `document`."""
        self._document = document
        self._fonts: dict[str, EmbeddedFont] = {}

    def use(self, face: Face) -> EmbeddedFont:
        """Return the document's font for `face`."""
        font = self._fonts.get(face.name)
        if font is None:
            font = self._fonts[face.name] = EmbeddedFont(face, f"T{len(self._fonts) + 1}")
            self._document.delayedFonts.append(font)
        return font
