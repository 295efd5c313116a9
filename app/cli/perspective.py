"""Finding the perspective that somebody names on the command line."""

from app.wording import _
from db.model import Assessment

from .failure import Failure


def find_perspective(assessment: Assessment, name: str | None) -> str | None:
    """The id of the perspective with this name, id or beginning of a name; None for no name.

    Raises `Failure` with the names in the file when it is none, or several.
    """
    if name is None:
        return None
    wanted = name.casefold()
    exact = [
        row for row in assessment.perspectives if wanted in (row.name.casefold(), row.id.casefold())
    ]
    begun = [row for row in assessment.perspectives if row.name.casefold().startswith(wanted)]
    found = exact or begun
    if len(found) == 1:
        return found[0].id
    known = "; ".join(row.name for row in assessment.perspectives)
    sentence = (
        _("“{name}” stands for several perspectives. The file has: {known}.")
        if found
        else _("“{name}” is not a perspective in this file. It has: {known}.")
    )
    raise Failure(sentence.format(name=name, known=known), status=2)
