"""Help with a step, and the tour over all of them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.desktop.guidance.texts import guidance
from app.desktop.handbook.pages import page_about
from app.desktop.steps import STEPS, step_title
from app.desktop.widgets.text import PlainLabel, button
from app.wording import _

WIDTH, HEIGHT = 460, 380
MARGIN = 12


class HelpDialog(QDialog):
    """Explains one step after the other beside the page; it never stands in the way of work."""

    step_wanted = Signal(str)
    handbook_wanted = Signal(str)
    _stood = False
    """Whether it has been put at the edge; from then on it stays where the officer puts it."""

    def __init__(self, step: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = [spec.id for spec in STEPS if guidance(spec.id) is not None]
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.resize(WIDTH, HEIGHT)
        self.heading = PlainLabel(role="title")
        self.purpose = PlainLabel(role="lead", wrap=True)
        self.doing = PlainLabel(wrap=True)
        self.example = PlainLabel(role="muted", wrap=True)
        self.place = PlainLabel(role="muted")
        self.back_button = button(_("Back"), self._go_back)
        self.next_button = button(_("Next step"), self._go_on, "primary")
        foot = QHBoxLayout()
        foot.addWidget(self.place, 1)
        foot.addWidget(self.back_button)
        foot.addWidget(button(_("Close"), self.reject))
        foot.addWidget(self.next_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 16)
        column.setSpacing(10)
        column.addWidget(self.heading)
        column.addWidget(self.purpose)
        column.addWidget(self.doing)
        column.addWidget(PlainLabel(_("For example"), "caption"))
        column.addWidget(self.example)
        more = button(_("More in the handbook"), self._ask_for_more, "flush_link")
        column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
        column.addLayout(foot)
        self.show_step(step)

    @property
    def step(self) -> str:
        """The step that is explained."""
        return self._step

    def show_step(self, step: str) -> None:
        """Explain a step; one without help leaves what is shown."""
        said = guidance(step)
        if said is None:
            return
        self._step = step
        number = self._steps.index(step)
        self.setWindowTitle(_("Help: {step}").format(step=step_title(step)))
        self.heading.setText(step_title(step))
        self.purpose.setText(said.purpose)
        self.doing.setText(said.doing)
        self.example.setText(said.example)
        text = _("Step {number} of {count}")
        self.place.setText(text.format(number=number + 1, count=len(self._steps)))
        self.back_button.setEnabled(number > 0)
        self.next_button.setEnabled(number + 1 < len(self._steps))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._stood:
            self._stood = True
            self._stand_at_edge()

    def _stand_at_edge(self) -> None:
        """Stand at the lower outer corner of the window, away from the page that is explained."""
        window = self.parentWidget()
        if window is None:
            return
        place, size = window.frameGeometry(), self.frameGeometry()
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = place.left() + MARGIN if mirrored else place.right() - size.width() - MARGIN
        room = window.screen().availableGeometry()
        left = max(room.left(), min(left, room.right() - size.width()))
        top = max(room.top(), min(place.bottom(), room.bottom()) - size.height() - MARGIN)
        self.move(left, top)

    def _ask_for_more(self) -> None:
        self.handbook_wanted.emit(page_about(self._step))

    def _go_on(self) -> None:
        self.step_wanted.emit(self._steps[self._steps.index(self._step) + 1])

    def _go_back(self) -> None:
        self.step_wanted.emit(self._steps[self._steps.index(self._step) - 1])
