"""The live ranking: always in sight, the best option on top."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.desktop.standing.breaches import Sign
from app.desktop.standing.live import Standing
from app.desktop.widgets.places_view import PlacesView
from app.desktop.widgets.ranking_delegate import FLAG_ROLE, PLACE_ROLE
from app.desktop.widgets.ranking_speech import RankingSpeech
from app.desktop.widgets.standing_words import StandingWords
from app.desktop.widgets.text import PlainLabel, plain_tip, set_role
from app.wording import _, ngettext
from app.wording.lists import in_a_row, series

if TYPE_CHECKING:
    from app.desktop.standing.breaches import Flag
    from app.desktop.standing.live import Place

NO_BREAK_SPACE = "\u00a0"
SAY_IT_THEMSELVES = ("results", "robustness")
"""The steps whose pages begin with the verdict."""


class RankingModel(QAbstractListModel):
    """The places of a ranking; rows are replaced in place while their number stays."""

    def __init__(self, base_words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.places: tuple[Place, ...] = ()
        self.marks: dict[str, Flag] = {}
        self._base_words = base_words

    def show_flags(self, flags: dict[str, Flag]) -> None:
        """Mark the options that do not clearly keep every red line."""
        if flags != self.marks:
            self.marks = flags
            if self.places:
                self.dataChanged.emit(self.index(0), self.index(len(self.places) - 1))

    def show_places(self, places: tuple[Place, ...]) -> None:
        """Show another ranking."""
        if len(places) != len(self.places):
            self.beginResetModel()
            self.places = places
            self.endResetModel()
            return
        self.places = places
        if places:
            self.dataChanged.emit(self.index(0), self.index(len(places) - 1))

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.places)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        place = self.places[index.row()]
        if role == PLACE_ROLE:
            return place
        if role == FLAG_ROLE:
            return self.marks.get(place.option)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            words = self._in_words(place)
            return plain_tip(words) if role == Qt.ItemDataRole.ToolTipRole else words
        if role == Qt.ItemDataRole.DisplayRole:
            return place.name
        return None

    def _in_words(self, place: Place) -> str:
        flag = self.marks.get(place.option)
        words = "" if flag is None else _("Red lines: {crosses}.").format(crosses=flag.words)
        return f"{place_in_words(place, self._base_words)} {words}".strip()


def place_in_words(place: Place, base_words: str = "") -> str:
    """One line of the ranking as it is read aloud.

    base_words: how the total is told that it is compared with, where there is one.
    """
    from app.wording.numbers import points, seems_nothing, signed

    said = [
        _("{rank}. {name}: {total} of 100.").format(
            rank=place.rank, name=place.name, total=points(place.total)
        )
    ]
    if place.high > place.low:
        said.append(
            _("Missing scores allow {low} to {high}.").format(
                low=points(place.low), high=points(place.high)
            )
        )
    elif place.provisional:
        said.append(_("Provisional."))
    if place.base is not None:
        said.append(base_words.format(base=points(place.base), delta=signed(place.delta)))
    elif not seems_nothing(place.delta):
        said.append(_("The last change made it {delta}.").format(delta=signed(place.delta)))
    return " ".join(said)


class RankingPanel(QWidget):
    """Heading, places, and the verdict in words; choosing a place asks why it stands there."""

    option_chosen = Signal(str)
    painted = Signal()
    """A ranking has been painted for the first time."""
    room_wanted = Signal(int)
    """The height in which the places on show and all words below them can be read."""

    def __init__(self, parent: QWidget | None = None, *, base_words: str = "") -> None:
        super().__init__(parent)
        before = base_words or _("Before the trial {base}, a difference of {delta}.")
        self._model = RankingModel(before, self)
        self._list = PlacesView(self)
        self._list.setObjectName("ranking")
        self._list.setAccessibleName(_("Ranking"))
        self._list.setModel(self._model)
        self._list.clicked.connect(self._choose)
        self._list.painted.connect(self.painted)
        self._list.width_changed.connect(self._fit_list)
        self._list.activated.connect(self._choose)
        self._words = StandingWords()
        self._verdict, self._step = "", ""
        self._needed = self._kept = 0
        self._speech = RankingSpeech(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(PlainLabel(_("Ranking"), "heading"))
        self._top = layout
        layout.addWidget(self._list, 100)
        layout.addWidget(self._words, 1)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._fit_list()
        return super().event(event)

    def _fit_list(self) -> None:
        """Let the places take whole rows of the height that all else leaves them."""
        words = self._words
        grown, needed = words.kept - self._kept, self.needed_height()
        wanted = max(needed, self.height() + grown if self._kept else 0)
        wants = needed > self._needed or grown > 0
        self._needed, self._kept = needed, words.kept
        if wants and wanted > self.height():
            self.room_wanted.emit(wanted)
        spare = words.sizeHint().height() - words.kept
        self._list.fit(self.height() - self._beside_places(), max(spare, 0))

    def needed_height(self) -> int:
        """The least height in which the words below the places can all be read, in pixels."""
        return self._beside_places() + self._list.least_height()

    def _beside_places(self) -> int:
        """What everything but the places takes, in pixels."""
        least = self.layout().totalMinimumSize().height()
        more = self._words.kept - self._words.minimumSizeHint().height()
        return least - self._list.minimumHeight() + more

    def put_on_top(self, notice: QWidget) -> None:
        """Show something between the heading and the places."""
        self._top.insertWidget(1, notice)

    def show_standing(self, standing: Standing) -> None:
        """Show a ranking."""
        self._model.show_places(standing.places)
        self._fit_list()
        self._list.setVisible(bool(standing.places))
        words, names = self._words, in_a_row(standing.screened_out)
        words.say(words.gaps, standing.provisional if standing.places else standing.wanted)
        left_out = _("Screened out: {names}.").format(names=names) if names else ""
        words.say(words.left_out, left_out)
        self._say_red_lines()
        self._speech.follow(self.places, self._verdict)

    def show_verdict(self, sentence: str) -> None:
        """Show the verdict in words, unless the page beside it does."""
        self._verdict = sentence
        self._speech.follow(self.places, self._verdict)
        shown = "" if self._step in SAY_IT_THEMSELVES else sentence
        self._words.say(self._words.verdict, shown)
        self._fit_list()

    def follow_step(self, step: str) -> None:
        """Take note of the page beside the ranking."""
        self._step = step
        self.show_verdict(self._verdict)
        self._words.begin_anew()
        self._kept = 0
        self._fit_list()

    def show_flags(self, flags: dict[str, Flag]) -> None:
        """Mark the options that do not clearly keep every red line, and say which."""
        self._model.show_flags(flags)
        self._say_red_lines()
        self._fit_list()  # a flag takes of a name's room

    def _say_red_lines(self) -> None:
        """Name the options that are flagged; where there is no room for names, their places."""
        marked: dict[Flag, list[Place]] = {}
        for row in self.places:
            if row.option in self._model.marks:
                marked.setdefault(self._model.marks[row.option], []).append(row)
        whole, brief = [], []
        for crosses, rows in sorted(marked.items(), key=_gravity):
            names = series(row.name for row in rows)
            whole.append(_("{crosses}: {options}").format(crosses=crosses, options=names))
            numbers = in_a_row(dict.fromkeys(str(row.rank) for row in rows))
            numbers = numbers.replace(" ", NO_BREAK_SPACE)
            text = ngettext("{crosses}: place {numbers}", "{crosses}: places {numbers}", len(rows))
            brief.append(text.format(crosses=crosses, numbers=numbers))
        grave = any(flag.sign is not Sign.UNJUDGED for flag in marked)
        set_role(self._words.red_lines, "problem" if grave else "muted")
        self._words.say(self._words.red_lines, "\n".join(whole), "\n".join(brief))

    @property
    def stop(self) -> QWidget:
        """Where Tab stops."""
        return self._list

    @property
    def flags(self) -> dict[str, str]:
        """What is said of the options that are flagged."""
        flags = self._model.marks
        return {row.option: flags[row.option].words for row in self.places if row.option in flags}

    @property
    def red_lines(self) -> str:
        """What is said about red lines below the ranking, all of it."""
        return self._words.red_lines.text()

    @property
    def note(self) -> str:
        """What is said of gaps, of options that are left out, and of what has to be there first."""
        return f"{self._words.gaps.text()}\n{self._words.left_out.text()}".strip()

    @property
    def verdict(self) -> str:
        """The verdict, here or on the page beside."""
        return self._verdict

    @property
    def places(self) -> tuple[Place, ...]:
        """The places on show, best first."""
        return self._model.places

    def _choose(self, index: QModelIndex) -> None:
        self.option_chosen.emit(index.data(PLACE_ROLE).option)


def _gravity(marked: tuple[Flag, list[Place]]) -> int:
    return list(Sign).index(marked[0].sign)
