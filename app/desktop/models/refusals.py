"""Asking whether an edit would be refused, to say so where it was typed."""

from collections.abc import Callable

from app.edits import EditRefused
from app.wording import refusal as words_of
from db.model import Assessment

Edit = Callable[..., Assessment]


def refusal_of(assessment: Assessment, edit: Edit, *args: object, **kwargs: object) -> str | None:
    """The sentence with which an edit would be refused, None if it can be done."""
    try:
        edit(assessment, *args, **kwargs)
    except EditRefused as refusal:
        return words_of(refusal)
    return None
