"""What a PDF claims to be, as its metadata says."""

import re
from pathlib import Path

import pikepdf

_UA = re.compile(r"<pdfuaid:part>1</pdfuaid:part>")
_ARCHIVE = re.compile(r"<pdfaid:part>(\d)</pdfaid:part><pdfaid:conformance>(\w)<")


def claims_of(path: Path) -> tuple[str, ...]:
    """Return the profiles that a file claims: "ua1" and one of "2a" and "3a" for a brief."""
    with pikepdf.open(path) as pdf:
        metadata = pdf.Root.Metadata.read_bytes().decode()
    archive = _ARCHIVE.search(metadata)
    claimed = ["ua1"] if _UA.search(metadata) else []
    return (*claimed, *([f"{archive[1]}{archive[2].lower()}"] if archive else []))
