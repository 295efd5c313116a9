"""What the window asks of the process that makes briefs, and what that says."""

from __future__ import annotations

import datetime
from typing import IO, Literal

import msgspec

from app.brief.house import ReadStyle
from db.model import Assessment

Form = Literal["pdf", "docx", "md"]


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """A brief that is wanted.

    width: of the pictures of its pages, in pixels; 0 for none. attached: the name under which the
    assessment itself goes along in a PDF; empty for not at all. style: the house's, if any.
    """

    assessment: Assessment
    today: datetime.date
    form: Form = "pdf"
    width: int = 0
    attached: str = ""
    style: ReadStyle | None = None


class Bitmap(msgspec.Struct, frozen=True, array_like=True):
    """A picture of a page: rows of `stride` bytes with `channels` bytes for each pixel."""

    width: int
    height: int
    stride: int
    channels: int
    data: bytes


class Step(msgspec.Struct, frozen=True, tag="step"):
    """How far the work is: `done` of `total`."""

    done: int
    total: int


class Made(msgspec.Struct, frozen=True, kw_only=True, tag="made"):
    """The brief's bytes, the pictures of its pages, and characters that no typeface has."""

    data: bytes
    pages: tuple[Bitmap, ...] = ()
    unknown: tuple[str, ...] = ()


class Failed(msgspec.Struct, frozen=True, tag="failed"):
    """A fault of ours, as Python tells it."""

    told: str


Said = Step | Made | Failed

_LENGTH = 8


def put(stream: IO[bytes], message: Order | Said) -> None:
    """Send one message. Raises OSError when nobody listens."""
    data = msgspec.msgpack.encode(message)
    stream.write(len(data).to_bytes(_LENGTH, "big"))
    stream.write(data)
    stream.flush()


def take(stream: IO[bytes]) -> bytes | None:
    """The bytes of the next message; None when there are no more."""
    length = stream.read(_LENGTH)
    if len(length) < _LENGTH:
        return None
    wanted = int.from_bytes(length, "big")
    data = stream.read(wanted)
    return data if len(data) == wanted else None
