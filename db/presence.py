"""A small note beside a published file that says who has it open: it informs and never blocks.

The note is `.~NAME.open`, holds a name and a time and nothing else, and counts for five minutes
after its holder last renewed it; one that a crash left behind is then nobody's. What stands in it
was written by others and is believed only as far as it can do no harm. Nothing here ever fails: a
note that cannot be written or read is no note.
"""

import contextlib
import hashlib
import os
import secrets
import stat
import time
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Final

import msgspec
from msgspec import Meta

from .model import NAME_LIMIT
from .model.characters import is_blank, is_plain

RENEW_AFTER: Final = 60.0
"""Seconds after which whoever has a file open should renew the note."""

STALE_AFTER: Final = 300.0
"""Seconds after which a note that nobody renewed counts for nothing …"""

_AHEAD: Final = 60.0
"""… as does one from so many seconds in the future."""

_LARGEST: Final = 4096


class Somebody(msgspec.Struct, frozen=True, kw_only=True):
    """Who else has a file open."""

    author: str
    """Empty where they would not say."""
    since: int
    """Seconds since 1970, by their clock."""


class _Note(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    token: Annotated[str, Meta(pattern="^[0-9a-f]{32}$(?!\n)")]
    """Random, drawn anew at every opening: it says whose the note is, and nothing about them."""
    author: Annotated[str, Meta(max_length=NAME_LIMIT)] = ""
    since: Annotated[int, Meta(ge=0, le=2**37)]


def note_path(file: Path) -> Path:
    """Where the note on a file stands."""
    name = f".~{file.name}.open"
    if len(os.fsencode(name)) > 255:
        name = f".~{hashlib.sha256(os.fsencode(file.name)).hexdigest()[:32]}.open"
    return file.with_name(name)


def who_has_open(file: Path, now: float | None = None) -> Somebody | None:
    """Who has a file open, as far as a note says so."""
    note = _read(note_path(file), time.time() if now is None else now)
    return None if note is None else Somebody(author=note.author, since=note.since)


class Presence:
    """The note of one opening of a file; call `renew` at once and then every `RENEW_AFTER` seconds.

    For a file in a place for passing files (downloads, mail, temporary) no such thing is made: that
    is for the caller to know. `author` is empty where an officer does not want to be named.
    """

    def __init__(self, file: Path, author: str, clock: Callable[[], float] = time.time) -> None:
        self.file = file
        self._clock = clock
        self._note = _Note(
            token=secrets.token_hex(16),
            author=author[:NAME_LIMIT],
            since=int(clock()),
        )

    def renew(self) -> Somebody | None:
        """Say that the file is still open here; who else has it open, and had it first.

        While somebody else's note is there, ours is not.
        """
        place = note_path(self.file)
        with contextlib.suppress(OSError):  # a note that cannot be kept is no note
            there = _read(place, self._clock())
            if there is None:
                self._write(place)
            elif there.token == self._note.token:
                os.utime(place, (self._clock(), self._clock()), follow_symlinks=False)
            else:
                return Somebody(author=there.author, since=there.since)
        return None

    def leave(self) -> None:
        """Take the note away, if it is ours."""
        place = note_path(self.file)
        note = _decoded(place)
        if note is not None and note.token == self._note.token:
            with contextlib.suppress(OSError):  # it will be stale in five minutes
                place.unlink()

    def _write(self, place: Path) -> None:
        """Write the note anew, for a file that can be written, and never through a link."""
        if not os.access(self.file, os.W_OK) or not _is_ours_to_replace(place):
            return
        with contextlib.suppress(FileNotFoundError):
            place.unlink()
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        descriptor = os.open(place, flags, 0o644)
        try:
            os.write(descriptor, msgspec.json.encode(self._note))
        finally:
            os.close(descriptor)


def _is_ours_to_replace(place: Path) -> bool:
    """Whether nothing stands there, or an ordinary file as small as a note."""
    try:
        status = place.lstat()
    except FileNotFoundError:
        return True
    return stat.S_ISREG(status.st_mode) and status.st_size <= _LARGEST


def _read(place: Path, now: float) -> _Note | None:
    """The note that stands there and still counts."""
    with contextlib.suppress(OSError):
        if -_AHEAD <= now - place.lstat().st_mtime <= STALE_AFTER:
            return _decoded(place)
    return None


def _decoded(place: Path) -> _Note | None:
    """What is in a note; None where it is no note of ours, or its name would deceive."""
    flags = os.O_RDONLY
    for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"):
        flags |= getattr(os, name, 0)
    try:
        if not stat.S_ISREG(place.lstat().st_mode):
            return None
        with os.fdopen(os.open(place, flags), "rb") as file:
            note = msgspec.json.decode(file.read(_LARGEST), type=_Note)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None
    author = note.author
    if is_blank(author) or not is_plain(author) or len(author.splitlines()) > 1:
        return msgspec.structs.replace(note, author="")
    return note
