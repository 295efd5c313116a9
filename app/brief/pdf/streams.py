"""PDF streams as the archival profile wants them."""

import zlib

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFName, PDFObject


class ArchivalStream(PDFObject):  # type: ignore[misc]  # ReportLab carries no types
    """A stream whose `endstream` stands on a line of its own (PDF/A, ISO 19005-2, 6.1.7.1).

    The line ends in CR LF: after data that happens to end in CR, a bare LF would leave it open
    whether the CR belongs to the data. ReportLab's own streams have no line end there at all.
    """

    __RefOnly__ = 1

    def __init__(self, data: bytes, entries: dict[str, object]) -> None:
        """Hold `data` as it will stand in the file, described by `entries`."""
        self.data, self.entries = data, entries

    def format(self, document: PDFDocument) -> bytes:
        """Return the stream as written to the file."""
        dictionary = PDFDictionary({**self.entries, "Length": len(self.data)})
        written: bytes = dictionary.format(document)
        return written + b"\nstream\n" + self.data + b"\r\nendstream\n"


def compressed(content: bytes, **entries: object) -> ArchivalStream:
    """Return a deflated stream of `content` with the dictionary `entries`."""
    return ArchivalStream(zlib.compress(content), {"Filter": PDFName("FlateDecode"), **entries})


def plain(content: bytes, **entries: object) -> ArchivalStream:
    """Return an uncompressed stream, such as metadata that archives search for."""
    return ArchivalStream(content, entries)
