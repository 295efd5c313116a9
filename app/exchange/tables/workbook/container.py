"""The parts of a workbook: what is in the archive, and how much of it may be unpacked."""

import io
import zipfile
import zlib

from app.exchange.tables.refused import TableRefused
from app.wording import _

SIZE_LIMIT = 16_000_000
"""Bytes of the file."""
UNPACKED_LIMIT = 32_000_000
"""Bytes of all parts that are read, once they are unpacked."""
PARTS_LIMIT = 2_000
_COMPOUND_FILE = bytes.fromhex("d0cf11e0a1b11ae1")
_DIRECTORY_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 0x1
_MORE = (
    *("vbaProject.bin", "externalLinks/", "embeddings/", "activeX/"),
    *("connections.xml", "ctrlProps/", "queryTables/"),
)


class Container:
    """An opened archive, whose parts are unpacked only when they are asked for."""

    def __init__(self, data: bytes) -> None:
        """Open a workbook's bytes. Raises `TableRefused` with a sentence for what is none."""
        _refuse_other_files(data)
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise _damaged() from error
        self._parts: dict[str, zipfile.ZipInfo] = {}
        self._left = UNPACKED_LIMIT
        for entry in self._archive.infolist():
            self._admit(entry)

    def _admit(self, entry: zipfile.ZipInfo) -> None:
        steps = entry.filename.split("/")
        if entry.filename in self._parts or "\\" in entry.filename or ".." in steps or not steps[0]:
            raise TableRefused(_("This workbook has parts with impossible names. It was not read."))
        if entry.flag_bits & _ENCRYPTED:
            raise _locked()
        self._parts[entry.filename] = entry

    @property
    def more(self) -> bool:
        """Whether there is more than cells: macros, links, embedded objects or queries."""
        return any(sign in name for name in self._parts for sign in _MORE)

    def has(self, name: str) -> bool:
        """Whether there is a part of this name."""
        return name in self._parts

    def read(self, name: str) -> bytes:
        """A part, unpacked. Raises `TableRefused` where it is missing, damaged or too large."""
        entry = self._parts.get(name)
        if entry is None:
            raise _damaged()
        if entry.file_size > self._left:
            raise _too_large()
        try:
            with self._archive.open(entry) as part:
                data = part.read(self._left + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            NotImplementedError,
            RuntimeError,
            ValueError,
            OSError,
        ) as error:
            raise _damaged() from error
        self._left -= len(data)
        if self._left < 0:
            raise _too_large()
        return data


def _refuse_other_files(data: bytes) -> None:
    if len(data) > SIZE_LIMIT or data.count(_DIRECTORY_ENTRY) > PARTS_LIMIT:
        raise _too_large()
    if data.startswith(_COMPOUND_FILE):
        raise _locked()
    if not data.startswith(b"PK"):
        raise TableRefused(_("This is not a workbook. Save the table as .xlsx or .csv."))
    if data[30:].startswith(b"mimetypeapplication/vnd.oasis.opendocument"):
        raise TableRefused(
            _("This is an OpenDocument table. Save it as .xlsx or .csv in the program you use.")
        )


def _locked() -> TableRefused:
    return TableRefused(
        _(
            "This workbook is protected with a password or is of the old kind (.xls). Save it as "
            ".xlsx without a password."
        )
    )


def _damaged() -> TableRefused:
    return TableRefused(
        _("This workbook is damaged. Open it in the program that made it and save it again.")
    )


def _too_large() -> TableRefused:
    return TableRefused(
        _("This workbook is too large for a decision table. Copy the table to a file of its own.")
    )
