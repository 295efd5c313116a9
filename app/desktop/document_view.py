"""The open assessment: rail, page, and on the right the ranking over the inspector."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QHBoxLayout,
    QStackedWidget,
    QWidget,
)

from app.desktop.completeness import completeness
from app.desktop.look.spoken import introduce_widgets
from app.desktop.pages.page import Page
from app.desktop.preferences.settings import read_bytes
from app.desktop.side_pane import SidePane
from app.desktop.standing.live import LiveRanking
from app.desktop.steps import STEPS, page_class
from app.desktop.widgets.line_splitter import LineSplitter
from app.desktop.widgets.rail import Rail
from app.desktop.widgets.stops import first_stop, is_stop, keep_focus_in_sight

if TYPE_CHECKING:
    from app.desktop.look.wardrobe import Wardrobe
    from app.desktop.pages.page import Page
    from app.desktop.widgets.trial_notice import TrialNotice
    from app.desktop.workspace import Change, Workspace
    from db.model import Assessment

SIDE_WIDTH = 300
NARROWEST_PAGE = 480
"""Beside less than this the ranking makes room for the page until it is asked for."""
FIRST_STEP = "decision"


class DocumentView(QWidget):
    """Everything that is shown of an assessment; pages are made when they are first shown."""

    step_shown = Signal(str)
    """Another step's page is shown now."""

    def __init__(
        self, workspace: Workspace, wardrobe: Wardrobe, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        introduce_widgets()
        keep_focus_in_sight()
        self.workspace = workspace
        self._wardrobe = wardrobe
        self._pages: dict[str, Page] = {}
        self._stale: dict[str, frozenset[str] | None] = {}
        self._trial_notice: TrialNotice | None = None
        self._step = ""
        self._narrow = False
        self._build()
        self._connect()

    def _build(self) -> None:
        self.rail = Rail()
        self.pages = QStackedWidget()
        self.side = SidePane(self.workspace)
        self.ranking = self.side.ranking
        self.live = LiveRanking(self.workspace, self)
        self.split = LineSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.pages)
        self.split.addWidget(self.side)
        self.split.setCollapsible(1, True)
        self.split.setStretchFactor(0, 1)
        self.split.setStretchFactor(1, 0)
        self.split.setSizes([10_000, SIDE_WIDTH])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.split, 1)
        QWidget.setTabOrder(self.ranking.stop, self.rail)  # in the round the page comes between
        self._wardrobe.add(self.rail)
        self._wardrobe.add(self.side)

    def _connect(self) -> None:
        self.rail.step_chosen.connect(self.show_step)
        self.rail.clicked.connect(self._begin_work)  # who points at a step wants to work there
        self.rail.activated.connect(self._begin_work)
        self.rail.activated.connect(self.focus_page)  # and so does who presses Enter on it
        self.ranking.option_chosen.connect(self._explain)
        self.live.ranked.connect(self.ranking.show_standing)
        self.live.judged.connect(self.ranking.show_verdict)
        self.step_shown.connect(self.ranking.follow_step)
        self.live.flagged.connect(self.ranking.show_flags)
        self.workspace.changed.connect(self._follow_change)
        self.workspace.previewed.connect(self._follow_preview)
        self.workspace.trial.changed.connect(self._follow_trial)

    def begin(self) -> None:
        """Show an assessment that has just been opened, beginning with its ranking."""
        self.live.begin()
        self._stale = dict.fromkeys(self._pages)
        for area in self.pages.findChildren(QAbstractScrollArea):
            area.verticalScrollBar().setValue(0)
        self.side.forget()
        self.side.inspect(None)
        self._show_states()
        if self.window().isVisible() or not self.ranking.places:
            self._show_first()
        else:  # the ranking is painted before all else
            once = Qt.ConnectionType.SingleShotConnection
            self.ranking.painted.connect(self._show_first, once)

    def show_anew(self) -> None:
        """Show everything again: something about how it is shown has changed."""
        self._stale = dict.fromkeys(self._pages)
        self._refresh()
        self.live.show_anew()

    def _show_first(self) -> None:
        if self.workspace.is_open:
            self.show_step(self._step or FIRST_STEP)
            self._refresh()

    # --- pages

    @property
    def step(self) -> str:
        """The step whose page is shown."""
        return self._step

    def page(self, step: str) -> Page:
        """The page of a step, made if need be."""
        if step not in self._pages:
            spec = next(spec for spec in STEPS if spec.id == step)
            page = page_class(spec)(self.workspace)
            page.inspect.connect(self.side.inspect)
            page.step_wanted.connect(self._go_on)
            page.place_wanted.connect(self._go_to)
            page.drafted.connect(self._show_states)
            self._wardrobe.add(page)
            self.pages.addWidget(page)
            self._pages[step] = page
            self._stale[step] = None
        return self._pages[step]

    def show_step(self, step: str) -> None:
        """Show the page of a step, after what is being typed has been committed."""
        if step == self._step and self.pages.currentWidget() is self._pages.get(step):
            return
        self.commit_pending()
        page = self.page(step)
        self._step = step
        self.side.inspect(None)
        self._refresh()
        self.pages.setCurrentWidget(page)
        self.rail.show_step(step)
        self.step_shown.emit(step)

    def _go_on(self, step: str) -> None:
        self.show_step(step)
        self.focus_page()

    def _go_to(self, step: str, place: object) -> None:
        self.show_step(step)
        self.page(step).go_to(place)

    def commit_pending(self) -> None:
        """Commit what is typed on the page and in the inspector but not left yet."""
        if self._step in self._pages:
            self._pages[self._step].commit_pending()
        self.side.commit_pending()

    def _begin_work(self) -> None:
        """Go to the first thing that the step lacks, or else to the first control of its page."""
        gap = completeness(self.workspace.value)[self._step].gap
        if gap is None:
            self.focus_page()
        else:
            self.page(self._step).go_to(gap)

    def focus_page(self) -> None:
        """Put the keyboard focus on the first control of the page."""
        page = self.pages.currentWidget()
        if not isinstance(page, Page):
            return
        # Qt may have passed the focus to some control of the page already.
        first, focus = page.first_control(), self.window().focusWidget()
        if first is None and not (_holds(page, focus) and focus is not None and is_stop(focus)):
            first = first_stop(page)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_next_area(self, *others: QWidget) -> None:
        """Move the keyboard from rail to page to ranking to inspector to others and round again."""
        page = self.pages.currentWidget()
        areas = [self.rail, page, self.ranking, self.side.inspector, *others]
        shown = [area for area in areas if area is not None and area.isVisible()]
        focus = self.window().focusWidget()
        at = next((i for i, area in enumerate(shown) if _holds(area, focus)), -1)
        target = shown[(at + 1) % len(shown)]
        first = target if target is self.rail else first_stop(target)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def toggle_side(self) -> None:
        """Put the ranking and the inspector out of sight, or back."""
        page, side = self.split.sizes()
        self._make_room(hidden=side > 0)
        if side == 0 and self.split.sizes()[1] == 0:
            self.split.setSizes([page, SIDE_WIDTH])

    def _make_room(self, *, hidden: bool) -> None:
        whole = sum(self.split.sizes())
        self.split.setSizes([whole, 0] if hidden else [whole - SIDE_WIDTH, SIDE_WIDTH])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self.rail.width() + NARROWEST_PAGE + SIDE_WIDTH
        if narrow != self._narrow and self._step:
            self._narrow = narrow
            self._make_room(hidden=narrow)  # once: what the officer chooses then stays

    # --- following the workspace

    def _follow_change(self, change: Change) -> None:
        for step, tables in self._stale.items():
            self._stale[step] = None if tables is None else tables | change.tables
        self._refresh()
        self._show_states()
        self.side.follow(change)

    def _follow_preview(self, assessment: Assessment | None) -> None:
        page = self._pages.get(self._step)
        if page is not None and assessment is not None:
            page.show_preview(assessment)
        elif page is not None and self.workspace.is_open:
            page.show_value(self.workspace.value, None)

    def _follow_trial(self) -> None:
        if self._trial_notice is None:
            from app.desktop.widgets.trial_notice import TrialNotice

            self._trial_notice = TrialNotice(self.workspace.trial)
            self.ranking.put_on_top(self._trial_notice)
        self.live.follow_trial()
        held = _holds(self._trial_notice, self.window().focusWidget())
        self._trial_notice.show_state()
        if held and not self.workspace.trial.active:
            self.focus_page()  # not whatever control Qt finds next

    def _refresh(self) -> None:
        """Bring the visible page up to date with what has changed since it was last shown."""
        if self._step not in self._pages:
            return
        tables = self._stale[self._step]
        if tables is None or tables:
            self._stale[self._step] = frozenset()
            self._pages[self._step].show_value(self.workspace.value, tables)

    def _show_states(self, drafted: Assessment | None = None) -> None:
        self.rail.show_states(completeness(drafted or self.workspace.value))

    def _explain(self, option: str) -> None:
        self.show_step("results")
        self.page("results").go_to(option)

    # --- remembered layout

    def save_layout(self, settings: QSettings) -> None:
        """Remember the widths."""
        settings.setValue("window/split", self.split.saveState())

    def restore_layout(self, settings: QSettings) -> None:
        """Take up the remembered widths."""
        self.split.restoreState(read_bytes(settings, "window/split"))


def _holds(area: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (area is focus or area.isAncestorOf(focus))
