"""What the two finders look through: everything with a name, and every text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.desktop.finding.finder import Hit
from app.desktop.finding.matching import NO_MATCH, fit
from app.desktop.finding.places import Place, named_places
from app.desktop.finding.texts import Text, every_text, excerpt, find_texts
from app.desktop.steps import step_title
from app.wording import _, ngettext

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from db.model import Assessment

_MOST = 60
_DETAIL_COUNTS = 0.6
"""A match in the line below a name counts so much less than one in the name."""


class NameSource:
    """Actions that can be carried out now, and places by name."""

    def __init__(self, actions: list[QAction], assessment: Assessment | None) -> None:
        self.name = _("Go to or do anything")
        self.hint = _("Type a few letters of an action, a step, an option, a criterion, a source …")
        places = () if assessment is None else named_places(assessment)
        self._hits = [*(_action_hit(action) for action in actions), *map(_place_hit, places)]

    def hits(self, typed: str) -> list[Hit]:
        """What fits, the best first; everything while nothing is typed."""
        if not typed.strip():
            return self._hits[:_MOST]
        rated = [(_rate(typed, hit), number) for number, hit in enumerate(self._hits)]
        best = sorted((-rate, number) for rate, number in rated if rate > NO_MATCH)
        return [self._hits[number] for _rank, number in best[:_MOST]]

    def verdict(self, typed: str, count: int) -> str:
        """How to go on."""
        if not count:
            return _("Nothing has such a name. Ctrl+F looks through all texts.")
        return _("Up and Down choose, Enter goes there, Escape closes.")


class TextSource:
    """Every text of an assessment."""

    def __init__(self, assessment: Assessment) -> None:
        self.name = _("Find in all texts")
        self.hint = _("Words that stand in a text, whatever their case and accents")
        self._texts = every_text(assessment)

    def hits(self, typed: str) -> list[Hit]:
        """The texts with these words, in the order of the steps."""
        return [_text_hit(text, typed) for text in find_texts(self._texts, typed)]

    def verdict(self, typed: str, count: int) -> str:
        """How many there are."""
        if not typed.strip():
            return _("Type what to look for.")
        if not count:
            return _("No text says so.")
        found = ngettext("{count} text says so.", "{count} texts say so.", count)
        return _("{found} Enter goes there.").format(found=found.format(count=count))


def _action_hit(action: QAction) -> Hit:
    text = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
    keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
    return Hit(text, action.statusTip(), keys or _("action"), action)


def _place_hit(place: Place) -> Hit:
    return Hit(place.name, place.detail, place.kind, place)


def _text_hit(text: Text, typed: str) -> Hit:
    place = text.place
    whose = place.kind if not place.name else f"{place.kind}: {place.name}"
    title = f"{whose} – {place.detail}"
    return Hit(title, excerpt(text.words, typed), step_title(place.step), text)


def _rate(typed: str, hit: Hit) -> float:
    return max(fit(typed, hit.title), _DETAIL_COUNTS * _run(typed, hit.detail))


def _run(typed: str, detail: str) -> float:
    """Only whole runs of letters count in a detail: scattered ones fit nearly anything."""
    found = fit(typed, detail)
    return found if found >= 2.0 else NO_MATCH
