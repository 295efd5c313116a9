"""One criterion on the weights page, and one branch."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.desktop.look.speech import Speech
from app.desktop.models.weights import WeightLine
from app.wording import _

from .number_field import NumberField
from .share_bar import ShareBar
from .spoken_label import SpokenLabel
from .text import PlainLabel, set_role
from .weight_slider import WeightSlider

_INDENT = 18
_FIELD_WIDTH = 86


class BranchRow(QWidget):
    """A branch with the share of the weight that its leaves have together."""

    def __init__(self, line: WeightLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.share = ShareBar(_("Share of {name}:").format(name=line.name))
        row = QHBoxLayout(self)
        row.setContentsMargins(_INDENT * line.depth, 12, 16, 2)
        row.addWidget(PlainLabel(line.name, "heading", wrap=True), 1)
        row.addWidget(self.share)


class WeightRow(QFrame):
    """A leaf: its swing in words, a slider, a number, and its share."""

    moved = Signal(str, float)
    """The leaf and a swing that a drag or a step passes."""
    settled = Signal(str, float)
    """The leaf and the swing that it shall have."""
    reverted = Signal()
    focused = Signal(str)
    left_below = Signal(str)
    """Enter was pressed in the number, and what was typed is in order."""

    def __init__(self, line: WeightLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.key = line.key
        name = _("Swing of {name}").format(name=line.name)
        self.slider = WeightSlider(name)
        self.slider.setAccessibleDescription(line.words)
        self.field = NumberField(name, decimals=2)
        self.field.lowest = 0.0
        self.field.setFixedWidth(_FIELD_WIDTH)
        self.share = ShareBar(_("Share of {name}:").format(name=line.name))
        self._mark = PlainLabel(role="muted")
        # Made when there is something to say: a page has many rows, and most never do.
        self._problem: SpokenLabel | None = None
        self._speech, self._said = Speech(self), ""
        self._lay_out(line)
        self._connect()

    def show_weight(
        self, swing: float, share: float, *, final: bool, beside: float, reference: bool = False
    ) -> None:
        """Show a swing and its share; `final` is False while a drag passes through them.

        beside: the largest swing. reference: whether the others are judged against this one; one
        row alone can be that.
        """
        self.slider.show_swing(swing, beside)
        self.share.show_share(share)
        self._mark.setText(_("reference") if reference else "")
        if final:
            self.field.show_number(swing)
            if self._problem is not None:
                self._problem.hide()
            self._speak()
        elif not self.slider.in_hand and not self.field.hasFocus():
            self.field.show_passing(swing)

    def _speak(self) -> None:
        """Let it be heard what the slider came to, which tells only where its handle stands."""
        said = f"{self.field.text()}. {self.share.accessibleName()}"
        if self.slider.hasFocus() and said != self._said:
            self._speech.say(said)
        self._said = said

    def say(self, sentence: str) -> None:
        """Say what was wrong with what was typed here."""
        self._show_words(sentence, "problem")

    def tell(self, sentence: str) -> None:
        """Say what became of what was typed here, where nothing was wrong with it."""
        self._show_words(sentence, "muted")

    @property
    def told(self) -> str:
        """What is said of what was typed here; empty when nothing is."""
        problem = self._problem
        return "" if problem is None or problem.isHidden() else problem.text()

    @property
    def mark(self) -> str:
        """The word under the number."""
        return self._mark.text()

    def _show_words(self, sentence: str, role: str) -> None:
        if self._problem is None:
            self._problem = SpokenLabel(role=role)
            self._words.addWidget(self._problem)
        set_role(self._problem, role)
        self._problem.setText(sentence)
        self._problem.show()

    def take_typing(self) -> None:
        """Let the number be typed anew, where it can be seen."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            above.ensureWidgetVisible(self)
        self.field.setFocus()
        self.field.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What the slider has no use for comes here: a digit begins the number beside it.
        if event.text().isdecimal() and not self.field.hasFocus():
            self.take_typing()
            self.field.insert(event.text())
        else:
            super().keyPressEvent(event)

    def _lay_out(self, line: WeightLine) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(PlainLabel(line.name, "strong", wrap=True))
        words.addWidget(PlainLabel(line.words, "muted", wrap=True))
        self._words = words
        figures = QVBoxLayout()
        figures.setSpacing(0)
        figures.addStretch(1)
        figures.addWidget(PlainLabel(role="muted"))  # as high as the mark, whatever the type
        figures.addWidget(self.field)
        figures.addWidget(self._mark)
        figures.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(14 + _INDENT * max(0, line.depth - 1), 8, 15, 8)
        row.setSpacing(14)
        row.addLayout(words, 6)
        row.addWidget(self.slider, 4)
        row.addLayout(figures)
        row.addWidget(self.share)

    def _connect(self) -> None:
        self.slider.moved.connect(self._pass)
        self.slider.settled.connect(self._settle)
        self.slider.abandoned.connect(self.reverted)
        self.slider.focused.connect(self._announce_focus)
        self.field.stepped.connect(self._pass)
        self.field.committed.connect(self._settle)
        self.field.reverted.connect(self.reverted)
        self.field.refused.connect(self.say)
        self.field.returnPressed.connect(self._go_on)
        self.field.focused.connect(self._announce_focus)

    def _pass(self, swing: float) -> None:
        if self.sender() is self.slider:
            self.field.show_passing(swing)
        self.moved.emit(self.key, swing)

    def _settle(self, swing: float | None) -> None:
        self.settled.emit(self.key, 0.0 if swing is None else swing)

    def _go_on(self) -> None:
        self.field.commit()
        if not self.field.is_changed():
            self.left_below.emit(self.key)

    def _announce_focus(self) -> None:
        self.focused.emit(self.key)
