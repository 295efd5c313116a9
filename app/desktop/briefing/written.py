"""What the assessment was when the officer's own words for the brief were written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.wording.rereading import OWN_WORDS, reread_sentences
from db.errors import Trouble
from db.revisions import BrokenHistory, state_when_written

if TYPE_CHECKING:
    from collections.abc import Callable

    from db.document import Document
    from db.model import Assessment


class WrittenWords:
    """Remembers in which state each text was written; asks the history when a text is new."""

    def __init__(self, history: Callable[[], Document]) -> None:
        self._history = history
        self._texts: dict[str, str] = {}
        self._states: dict[str, Assessment | None] = {}

    def to_reread(self, committed: Assessment, drafted: Assessment) -> tuple[str, ...]:
        """The texts to read again, as sentences; one that is being written is passed over."""
        texts = {field: getattr(committed.brief, field) for field in OWN_WORDS}
        if texts != self._texts:
            self._states = self._look_up(texts)
            self._texts = texts
        still = {
            field: state
            for field, state in self._states.items()
            if getattr(drafted.brief, field) == texts[field]
        }
        return reread_sentences(committed, still)

    def _look_up(self, texts: dict[str, str]) -> dict[str, Assessment | None]:
        """The states in which these texts were written; unknown while no history can be read."""
        wanted = [field for field, text in texts.items() if text.strip()]
        if not wanted:
            return {}
        try:
            document = self._history()
            return {field: state_when_written(document, "brief", field) for field in wanted}
        except (Trouble, BrokenHistory):
            return dict.fromkeys(wanted)
