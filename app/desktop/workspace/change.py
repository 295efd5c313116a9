"""What a commit, an undo or a redo changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from db.model import Assessment


class Change(NamedTuple):
    """One change of the committed value."""

    before: Assessment
    after: Assessment
    tables: frozenset[str]
    """The fields of the assessment that are not the same object any more."""
    label: str


def differing(before: Assessment, after: Assessment) -> frozenset[str]:
    """The fields of the assessment that are not the same object in both."""
    names = type(before).__struct_fields__
    return frozenset(name for name in names if getattr(before, name) is not getattr(after, name))
