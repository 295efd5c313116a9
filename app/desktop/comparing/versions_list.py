"""Which versions of an assessment can be held side by side, and what each says."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.wording import _

if TYPE_CHECKING:
    from app.desktop.widgets.choice import Choices
    from db.document import Document, Revision
    from db.model import Assessment

BEGINNING = 0
LATEST = 60
"""So many states without a name are offered; older ones are reached from the history."""

Key = int | Path
"""The number of a revision, or a file of somebody else."""


class VersionsList:
    """The states of one document, and other files that were read beside it."""

    def __init__(self, document: Document) -> None:
        from db.revisions import main_line

        self._document = document
        self._line = main_line(document)
        self._files: dict[Path, Assessment] = {}

    @property
    def head(self) -> int:
        """The key of what holds now."""
        return self._document.head or BEGINNING

    @property
    def usual(self) -> int:
        """The key of what one would compare today with: the last named version, or the start."""
        earlier = (row for row in reversed(self._line) if row.number != self.head and row.name)
        return next((row.number for row in earlier), BEGINNING)

    def follow(self, document: Document) -> None:
        """Go on with a later state of the document."""
        from db.revisions import main_line

        self._document, self._line = document, main_line(document)

    def add(self, path: Path, assessment: Assessment) -> None:
        """Offer what another file says, too."""
        self._files[path] = assessment

    def choices(self, wanted: Key | None = None) -> Choices:
        """Keys and words: now, files, named versions, the latest changes, `wanted`, the start."""
        earlier = [row for row in reversed(self._line) if row.number != self.head]
        named = [row for row in earlier if row.name]
        others = [row for row in earlier if not row.name]
        shown = others[:LATEST] + [row for row in others[LATEST:] if row.number == wanted]
        return (
            (self.head, _("Now")),
            *((path, path.name) for path in self._files),
            *((row.number, _named(row)) for row in named),
            *((row.number, _dated(row)) for row in shown),
            *(((BEGINNING, _("As it began")),) if self.head != BEGINNING else ()),
        )

    def state(self, key: Key) -> Assessment:
        """What a version says."""
        from db.revisions import state_at

        if isinstance(key, Path):
            return self._files[key]
        return self._document.assessment if key == self.head else state_at(self._document, key)


def _named(revision: Revision) -> str:
    return _("“{name}”, {time}").format(name=revision.name, time=_time(revision))


def _dated(revision: Revision) -> str:
    text = _("{time}, after: {change}")
    return text.format(time=_time(revision), change=revision.label or _("Change"))


def _time(revision: Revision) -> str:
    from app.wording.contests import moment

    return moment(revision.time) if revision.time else "–"
