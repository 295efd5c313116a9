"""The live ranking: always in sight, the best option on top."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QListView, QScrollArea, QVBoxLayout, QWidget

from app.desktop.standing.live import Standing
from app.desktop.widgets.ranking_delegate import FLAG_ROLE, PLACE_ROLE, RankingDelegate
from app.desktop.widgets.text import PlainLabel, plain_tip
from app.wording import _

if TYPE_CHECKING:
    from app.desktop.standing.live import Place


ROWS_ALWAYS_SEEN = 6
WORDS_HEIGHT = 64


class RankingModel(QAbstractListModel):
    """The places of a ranking; rows are replaced in place while their number stays."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places: tuple[Place, ...] = ()
        self._flags: dict[str, str] = {}

    def show_flags(self, flags: dict[str, str]) -> None:
        """Mark the options that do not clearly keep every red line."""
        if flags != self._flags:
            self._flags = flags
            if self._places:
                self.dataChanged.emit(self.index(0), self.index(len(self._places) - 1))

    def show_places(self, places: tuple[Place, ...]) -> None:
        """Show another ranking."""
        if len(places) != len(self._places):
            self.beginResetModel()
            self._places = places
            self.endResetModel()
            return
        self._places = places
        if places:
            self.dataChanged.emit(self.index(0), self.index(len(places) - 1))

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._places)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        place = self._places[index.row()]
        if role == PLACE_ROLE:
            return place
        if role == FLAG_ROLE:
            return self._flags.get(place.option, "")
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            words = self._in_words(place)
            return plain_tip(words) if role == Qt.ItemDataRole.ToolTipRole else words
        if role == Qt.ItemDataRole.DisplayRole:
            return place.name
        return None

    def _in_words(self, place: Place) -> str:
        flag = self._flags.get(place.option, "")
        words = _("This option {crosses}.").format(crosses=flag) if flag else ""
        return f"{place_in_words(place)} {words}".strip()


def place_in_words(place: Place) -> str:
    """One line of the ranking as it is read aloud."""
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
        text = _("Before the trial {base}, a difference of {delta}.")
        said.append(text.format(base=points(place.base), delta=signed(place.delta)))
    elif not seems_nothing(place.delta):
        said.append(_("The last change made it {delta}.").format(delta=signed(place.delta)))
    return " ".join(said)


class RankingPanel(QWidget):
    """Heading, places, and the verdict in words; choosing a place asks why it stands there."""

    option_chosen = Signal(str)
    painted = Signal()
    """A ranking has been painted for the first time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = RankingModel(self)
        self._list = _PlacesView(self)
        self._list.setObjectName("ranking")
        self._list.setAccessibleName(_("Ranking"))
        self._list.setModel(self._model)
        self._list.setItemDelegate(RankingDelegate(self._list))
        self._list.clicked.connect(self._choose)
        self._list.painted.connect(self.painted)
        self._list.activated.connect(self._choose)
        self._verdict = PlainLabel(wrap=True)
        self._verdict.hide()
        self._note = PlainLabel(role="muted", wrap=True)
        self._red_lines = PlainLabel(role="problem", wrap=True)
        self._red_lines.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(PlainLabel(_("Ranking"), "heading"))
        self._top = layout
        layout.addWidget(self._list, 100)
        layout.addWidget(self._make_words(), 1)

    def put_on_top(self, notice: QWidget) -> None:
        """Show something between the heading and the places."""
        self._top.insertWidget(1, notice)

    def _make_words(self) -> QScrollArea:
        """The sentences, which scroll where they are long: their length must not move the rest."""
        words = QWidget()
        words.setObjectName("words")
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._verdict)
        column.addWidget(self._red_lines)
        column.addWidget(self._note)
        column.addStretch(1)
        area = QScrollArea()
        area.setObjectName("words")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setMinimumHeight(WORDS_HEIGHT)
        area.setWidget(words)
        return area

    def show_standing(self, standing: Standing) -> None:
        """Show a ranking."""
        self._model.show_places(standing.places)
        self._list.fit()
        self._list.setVisible(bool(standing.places))
        said = [standing.provisional]
        if not standing.places:
            said = [standing.wanted]
        if standing.screened_out:
            names = ", ".join(standing.screened_out)
            said.append(_("Screened out: {names}.").format(names=names))
        note = "\n".join(part for part in said if part)
        if note != self._note.text():
            self._note.setText(note)
            self._note.setVisible(bool(note))

    def show_verdict(self, sentence: str) -> None:
        """Show the verdict in words."""
        if sentence != self._verdict.text():
            self._verdict.setText(sentence)
            self._verdict.setVisible(bool(sentence))

    def show_flags(self, flags: dict[str, str]) -> None:
        """Mark the options that do not clearly keep every red line, and say which."""
        self._model.show_flags(flags)
        told = [
            _("⚑ {option} {crosses}.").format(option=place.name, crosses=flags[place.option])
            for place in self.places
            if place.option in flags
        ]
        said = "\n".join(told)
        if said != self._red_lines.text():
            self._red_lines.setText(said)
            self._red_lines.setVisible(bool(said))

    @property
    def flags(self) -> dict[str, str]:
        """What is said of the options that are flagged."""
        shown = {
            row.option: self._model.index(n).data(FLAG_ROLE) for n, row in enumerate(self.places)
        }
        return {option: words for option, words in shown.items() if words}

    @property
    def red_lines(self) -> str:
        """What is said about red lines below the ranking."""
        return self._red_lines.text()

    @property
    def verdict(self) -> str:
        """The verdict on show."""
        return self._verdict.text()

    @property
    def places(self) -> tuple[Place, ...]:
        """The places on show, best first."""
        rows = range(self._model.rowCount())
        return tuple(self._model.index(row).data(PLACE_ROLE) for row in rows)

    def _choose(self, index: QModelIndex) -> None:
        self.option_chosen.emit(index.data(PLACE_ROLE).option)


class _PlacesView(QListView):
    """A list that is as tall as its rows, as far as there is room."""

    painted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMinimumHeight(80)
        self._painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted and self.model().rowCount():
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)

    def fit(self) -> None:
        """Take as much height as the rows need and no more."""
        rows = self.model().rowCount()
        line = self.sizeHintForRow(0) if rows else 0
        height = rows * line + 4 if rows else 0
        if height != self.maximumHeight():
            self.setMinimumHeight(min(height, ROWS_ALWAYS_SEEN * line + 4))
            self.setMaximumHeight(height)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(240, max(self.maximumHeight(), 0))
