"""A file seen from outside: what it is on the disk, and what its header says."""

import errno
import os
import stat
import struct
from pathlib import Path
from typing import IO, Final, NamedTuple

from db.errors import FileRefused, NewerVersion
from db.layout import APPLICATION_ID, FORMAT, PAGE_SIZE

LARGEST: Final = 64 * 1024 * 1024

_MAGIC: Final = b"SQLite format 3\0"

_LAST_VERSION: Final = 99_99
"""No format will be numbered higher."""

_PIECE: Final = 1024 * 1024


class _Header(NamedTuple):
    """https://www.sqlite.org/fileformat2.html, section 1.3."""

    magic: bytes
    page_size: int
    write_version: int
    read_version: int
    reserved_space: int
    largest_fraction: int
    smallest_fraction: int
    leaf_fraction: int
    change_counter: int
    pages: int
    first_free_page: int
    free_pages: int
    schema_cookie: int
    schema_format: int
    cache_size: int
    largest_root: int
    encoding: int
    user_version: int
    incremental_vacuum: int
    application_id: int
    reserved: bytes
    valid_for: int
    written_by: int


_LAYOUT: Final = struct.Struct(">16sHBBBBBBIIIIIIIIIIII20sII")


def shown(path: Path) -> str:
    """A file's name as it can stand in a sentence, whatever characters are in it."""
    return "".join(c if c.isprintable() else "�" for c in path.name or str(path))


def read_bytes(path: Path, *, beside_others: bool = False) -> bytes:
    """All bytes of a regular file of a plausible size.

    A journal beside the file is no hindrance with `beside_others`; it is not looked at.

    Raises:
        FileRefused: there is no such file, it is something else, or it cannot be read.
    """
    try:
        target = path.resolve(strict=True)
        # Looked at before it is opened: opening a device or a pipe may already do something.
        _require_regular(path, target.lstat())
        flags = os.O_RDONLY | _flag("O_NOFOLLOW") | _flag("O_NONBLOCK") | _flag("O_BINARY")
        with os.fdopen(os.open(target, flags), "rb") as file:
            _require_regular(path, os.fstat(file.fileno()))
            data = read_up_to(file, LARGEST)
        if not beside_others:
            _refuse_side_files(path, target)
    except FileNotFoundError:
        raise FileRefused(
            "There is no file “{name}” in that place. It may have been moved or renamed.",
            name=shown(path),
        ) from None
    except (OSError, ValueError, RuntimeError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        raise FileRefused(
            "“{name}” cannot be read ({reason}). Check the disk and your permissions, or copy"
            " the file to another place first.",
            name=shown(path),
            reason=reason or "not a usable path",
        ) from error
    _require_size(path, len(data))
    return data


def read_up_to(file: IO[bytes], limit: int) -> bytes:
    """What is in a file, and at least one byte more than `limit` where it holds more.

    Read in pieces: asked for the limit at once, the interpreter would first reserve all of it.
    """
    pieces, size = [], 0
    while size <= limit and (piece := file.read(_PIECE)):
        pieces.append(piece)
        size += len(piece)
    return b"".join(pieces)


def check_header(path: Path, image: bytes) -> int:
    """The format that a file's header states, after checking all of the header.

    Raises:
        FileRefused: it is not a file that we publish.
        NewerVersion: it is one, of a format still to be invented.
    """
    foreign = FileRefused("“{name}” is not a Counterpoise assessment.", name=shown(path))
    if len(image) < _LAYOUT.size or image[:16] != _MAGIC:
        raise foreign
    header = _Header(*_LAYOUT.unpack_from(image))
    version = header.user_version
    if header.application_id != APPLICATION_ID or version > _LAST_VERSION:
        raise foreign
    if version // 100 > FORMAT // 100:
        raise NewerVersion(
            "“{name}” was written by a newer Counterpoise (format {theirs}). This one reads"
            " format {ours}: install the newer version, or ask for a copy in the older format.",
            name=shown(path),
            theirs=f"{version // 100}.{version % 100:02}",
            ours=f"{FORMAT // 100}.{FORMAT % 100:02}",
        )
    if not _is_published_image(header, len(image)):
        raise damaged(path)
    return version


def damaged(path: Path) -> FileRefused:
    """The refusal of a file that is ours by name but not as we write it."""
    return FileRefused(
        "“{name}” is damaged or was altered by another program, so it was not opened; nothing in"
        " it was changed. Ask the sender for a new copy, or open an earlier version.",
        name=shown(path),
    )


class TooBusy(FileRefused):
    """A file could not be examined in the time there was, and may be sound."""


def too_busy(path: Path) -> TooBusy:
    """The refusal that says so, and what to do."""
    return TooBusy(
        "“{name}” could not be examined in time, because this computer is busy with other things;"
        " nothing in it was changed. Wait a moment and open it again.",
        name=shown(path),
    )


def _is_published_image(header: _Header, size: int) -> bool:
    """Whether the header is one that we write: fresh, whole, and without a trace of a journal."""
    return (
        header.page_size == PAGE_SIZE
        and header.pages * PAGE_SIZE == size
        and (header.write_version, header.read_version, header.reserved_space) == (1, 1, 0)
        and (header.largest_fraction, header.smallest_fraction, header.leaf_fraction)
        == (64, 32, 32)
        and (header.first_free_page, header.free_pages) == (0, 0)
        and (header.schema_format, header.encoding) == (4, 1)
        and (header.cache_size, header.largest_root, header.incremental_vacuum) == (0, 0, 0)
        and header.change_counter == header.valid_for
        and not any(header.reserved)
    )


def _flag(name: str) -> int:
    """A flag of open(2), where the platform has it."""
    return int(getattr(os, name, 0))


def _require_regular(path: Path, status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise FileRefused("“{name}” is a folder, not an assessment.", name=shown(path))
    if not stat.S_ISREG(status.st_mode):
        raise FileRefused("“{name}” is not an ordinary file.", name=shown(path))
    _require_size(path, status.st_size)


def _require_size(path: Path, size: int) -> None:
    if size == 0:
        raise FileRefused(
            "“{name}” is empty. It may not have been copied or downloaded completely.",
            name=shown(path),
        )
    if size > LARGEST:
        raise FileRefused(
            "“{name}” is larger than an assessment can be ({limit} MB).",
            name=shown(path),
            limit=LARGEST // 2**20,
        )


def _refuse_side_files(path: Path, target: Path) -> None:
    """A journal beside the file means another program was changing it, or wants us to."""
    for suffix in ("-journal", "-wal"):
        try:
            size = target.with_name(target.name + suffix).lstat().st_size
        except OSError as error:
            if error.errno in (errno.ENOENT, errno.ENAMETOOLONG):
                continue
            raise
        if size:
            raise FileRefused(
                "Beside “{name}” lies a leftover of another program (“{other}”), which would change"
                " what is in it. Ask the sender for a new copy of the file alone.",
                name=shown(path),
                other=shown(path) + suffix,
            )
