"""What is spoken of a ranking that changed: once, when a drag or a run of keys has come to rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.desktop.look.speech import Speech
from app.wording import _
from app.wording.lists import series

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from app.desktop.standing.live import Place

REST_MS = 800
MOST_NAMES = 5


class RankingSpeech:
    """Compares with what was spoken, or could be read, last; other options are no news."""

    def __init__(self, panel: QWidget) -> None:
        self._speech = Speech(panel, REST_MS)
        self._speech.timeout.connect(self._remember)
        self._places: Sequence[Place] = ()
        self._verdict = ""
        self._told: tuple[tuple[str, ...], str] = ((), "")

    def follow(self, places: Sequence[Place], verdict: str) -> None:
        """Take note of how things stand now."""
        self._places, self._verdict = places, verdict
        order = tuple(place.option for place in places)
        is_first = set(order) != set(self._told[0]) or bool(verdict and not self._told[1])
        if is_first:
            self._speech.say("")
            self._remember()
        else:
            self._speech.say(self._news(order))

    def _news(self, order: tuple[str, ...]) -> str:
        """What is new; nothing if a drag has come back to where it began."""
        said = []
        if order != self._told[0]:
            first = (f"{place.rank}. {place.name}" for place in self._places[:MOST_NAMES])
            said.append(_("The ranking is now: {places}.").format(places=series(first)))
        if self._verdict != self._told[1]:
            said.append(self._verdict)
        return " ".join(said)

    def _remember(self) -> None:
        self._told = tuple(place.option for place in self._places), self._verdict
