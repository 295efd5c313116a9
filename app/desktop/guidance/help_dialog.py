"""Help with a step, and the tour over all of them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.desktop.guidance.texts import guidance
from app.desktop.handbook.pages import page_about
from app.desktop.look.speech import announce
from app.desktop.steps import STEPS, step_title
from app.desktop.widgets.full_width_area import FullWidthArea
from app.desktop.widgets.screen_room import highest
from app.desktop.widgets.text import PlainLabel, button
from app.desktop.widgets.wrapping_row import WrappingRow
from app.wording import _

WIDTH = 460
MARGIN = 12


class HelpDialog(QDialog):
    """Explains one step after the other beside the page; it never stands in the way of work."""

    step_wanted = Signal(str)
    handbook_wanted = Signal(str)
    beginning_wanted = Signal()
    """Somebody has seen enough of the example and begins an assessment."""
    _stood = False
    """Whether it has been put aside; from then on it stays where the officer puts it."""

    def __init__(self, step: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = [spec.id for spec in STEPS if guidance(spec.id) is not None]
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self._touring = False
        self.heading = PlainLabel(role="title")
        self.purpose = PlainLabel(role="lead", wrap=True)
        self.doing = PlainLabel(wrap=True)
        self.example = PlainLabel(role="muted", wrap=True)
        self.place = PlainLabel(role="muted")
        foot = self._make_foot()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 16)
        column.setSpacing(10)
        column.addWidget(self.heading)
        self.area = FullWidthArea(self._make_sheet())
        column.addWidget(self.area, 1)
        column.addWidget(self.place)
        column.addWidget(foot)
        self.show_step(step)

    def _make_sheet(self) -> QWidget:
        """What is said of a step, which can be scrolled where the type is large."""
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.purpose)
        column.addWidget(self.doing)
        column.addWidget(PlainLabel(_("For example"), "caption"))
        column.addWidget(self.example)
        more = button(_("More in the handbook"), self._ask_for_more, "flush_link")
        column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
        return sheet

    def _make_foot(self) -> WrappingRow:
        self.back_button = button(_("Back"), self._go_back)
        self.next_button = button(_("Next step"), self._go_on, "primary")
        self.close_button = button(_("Close"), self.reject)
        self.begin_button = button(_("Begin my own assessment"), self._begin, "primary")
        foot = WrappingRow((6, 4))
        for made in (self.back_button, self.close_button, self.next_button, self.begin_button):
            foot.add(made)
        return foot

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
        number, last = self._steps.index(step), len(self._steps) - 1
        self.setWindowTitle(_("Help: {step}").format(step=step_title(step)))
        self.heading.setText(step_title(step))
        self.purpose.setText(said.purpose)
        self.doing.setText(said.doing)
        self.example.setText(said.example)
        text = _("Step {number} of {count}")
        self.place.setText(text.format(number=number + 1, count=len(self._steps)))
        self.back_button.setEnabled(number > 0)
        self.next_button.setEnabled(number < last)
        self._offer_ways_on(ended=self._touring and number == last)
        if self.isActiveWindow():  # who walks on from here hears where they are
            announce(self, f"{self.heading.text()}\n{said.purpose}\n{said.doing}\n{said.example}")

    def lead_through(self) -> None:
        """Be the tour of the example: at its end, offer what can be done next."""
        self._touring = True
        self.show_step(self._step)

    def _offer_ways_on(self, *, ended: bool) -> None:
        """At the end of the tour: one's own assessment, or more of the example."""
        self.next_button.setVisible(not ended)
        self.begin_button.setVisible(ended)
        self.close_button.setText(_("Stay and play") if ended else _("Close"))
        if ended:
            self.begin_button.setFocus()

    def _begin(self) -> None:
        self.reject()
        self.beginning_wanted.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._stood:
            self._stood = True
            self._stand_aside()

    def _stand_aside(self) -> None:
        """Stand beside the window where the screen has room, else at its lower inner corner.

        There it is away from the ranking and from the numbers below it, which most steps speak of,
        and from the head of the page.
        """
        window = self.parentWidget()
        if window is None:
            return
        self.resize(WIDTH, min(self._wanted_height(), highest(window)))
        place, size = window.frameGeometry(), self.frameGeometry()
        room = window.screen().availableGeometry()
        before = place.left() - size.width() - MARGIN, place.right() + MARGIN
        beside = [x for x in before if room.left() <= x <= room.right() - size.width()]
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        inner = place.right() - size.width() - MARGIN if mirrored else place.left() + MARGIN
        left = beside[0] if beside else inner
        left = max(room.left(), min(left, room.right() - size.width()))
        top = max(room.top(), min(place.bottom(), room.bottom()) - size.height() - MARGIN)
        self.move(left, top)

    def _wanted_height(self) -> int:
        """How high it is with all that is said of this step in sight."""
        margins = self.layout().contentsMargins()
        sheet = self.area.widget().layout()
        inside = WIDTH - margins.left() - margins.right() - self.area.verticalScrollBar().width()
        rest = self.layout().totalHeightForWidth(WIDTH) - self.area.sizeHint().height()
        return rest + sheet.totalHeightForWidth(inside)

    def _ask_for_more(self) -> None:
        self.handbook_wanted.emit(page_about(self._step))

    def _go_on(self) -> None:
        self.step_wanted.emit(self._steps[self._steps.index(self._step) + 1])

    def _go_back(self) -> None:
        self.step_wanted.emit(self._steps[self._steps.index(self._step) - 1])
