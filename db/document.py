"""All that one file holds: the assessment, and how it came to be what it is."""

from typing import Annotated

import msgspec
from msgspec import Meta

from .difference import Difference
from .model import LINE_LIMIT, Assessment

FILE_SUFFIX = ".poise"

SessionId = Annotated[str, Meta(pattern="^[0-9a-f]{32}$")]
Counter = Annotated[int, Meta(ge=0, le=2**48)]
Moment = Annotated[int, Meta(ge=0, le=2**37)]
"""Seconds since 1970, up to the year 6325: every calendar can show it."""

Label = Annotated[str, Meta(max_length=LINE_LIMIT)]


class Session(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One sitting of one author at one copy of the file.

    Every sitting draws a new random id, so two copies of a file can never write under the same
    one: what was changed at the same time is told from these ids and their counters, not clocks.
    """

    id: SessionId
    author: Label
    seen: Counter
    """The number of the sitting's last revision that is contained in this copy."""


class Revision(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One committed change: who, when, what, before and after."""

    number: Counter
    """Its place in this copy of the file; other copies may number it otherwise."""
    session: SessionId
    counter: Counter
    """Its place in its session: session and counter name the revision in every copy."""
    parent: Counter | None = None
    """The revision upon which it was made; None on what the file began with."""
    merged: Counter | None = None
    """The last revision of the copy that was merged in, if that is what was done; where it is the
    parent itself, the revision holds what a person decided about the conflicts of that merge."""
    undoes: Counter | None = None
    """The revision that it takes back."""
    time: Moment
    """By the author's clock: shown, never relied upon."""
    label: Label
    name: Label = ""
    """What the officer calls the state after it, such as “as sent to the minister”."""
    changes: Difference = ()


class Document(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An assessment with its history; the last revision leads to the assessment as it is."""

    assessment: Assessment
    sessions: tuple[Session, ...] = ()
    revisions: tuple[Revision, ...] = ()

    @property
    def head(self) -> int:
        """The number of the last revision; 0 before the first."""
        return self.revisions[-1].number if self.revisions else 0


class Stamp(msgspec.Struct, frozen=True):
    """What the bytes of a file were when we last saw them."""

    size: int
    sha256: str


def new_session_id() -> str:
    """128 random bits as hexadecimal digits."""
    import secrets  # only where a sitting begins: it takes longer to load than the rest

    return secrets.token_hex(16)
