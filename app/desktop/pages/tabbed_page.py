"""A page in several tabs, of which only the one in sight is kept up to date."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.desktop.pages.layout import page_layout
from app.desktop.pages.page import Page
from app.desktop.widgets.fields import LineField, ProseField
from app.desktop.widgets.first_name import FirstName
from app.desktop.widgets.number_field import NumberField
from app.desktop.widgets.reading_area import ReadingArea
from app.desktop.widgets.record_form import RecordForm
from app.desktop.widgets.record_list import RecordList
from app.desktop.widgets.stops import first_stop
from app.desktop.widgets.tabs import Tabs
from app.desktop.widgets.text import plain_caption

if TYPE_CHECKING:
    from app.desktop.workspace import Workspace
    from db.model import Assessment


class Showing(Protocol):
    """What stands in a tab."""

    def show_value(self, assessment: Assessment) -> None:
        """Show what an assessment says."""


class Choosing(Protocol):
    """What stands in a tab whose rows can be gone to."""

    def choose(self, key: str) -> None:
        """Show a row."""


class Beginning(Protocol):
    """What stands in a tab whose rows are named."""

    def add(self, name: str) -> bool:
        """Add a row and show it; False if the name was refused."""


class Tab(NamedTuple):
    """A tab's id and title, and what makes its content when it is first shown."""

    id: str
    title: str
    make: Callable[[], QWidget]


class TabbedPage(Page):
    """Shows one tab at a time. Subclasses say which tabs there are."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._tabs = self.tabs()
        self._made: dict[str, QWidget] = {}
        self._stale: set[str] = set()
        layout = page_layout(self, self.title(), self.hint())
        self.bar = Tabs()
        self.bar.setAccessibleName(self.title())
        for tab in self._tabs:
            place = QWidget()
            column = QVBoxLayout(place)
            column.setContentsMargins(0, 0, 0, 0)
            self.bar.add(place, plain_caption(tab.title))
        self.bar.turned.connect(self._turn)
        layout.addWidget(self.bar, 1)

    def tabs(self) -> tuple[Tab, ...]:
        """The tabs, first the one that is shown first."""
        raise NotImplementedError

    def hint(self) -> str:
        """The line under the heading."""
        raise NotImplementedError

    def first_control(self) -> QWidget | None:
        """The field that takes a new name or the first text, on a tab that has one."""
        fields = [each.field for each in self.findChildren(FirstName)]
        fields += [each.new_name for each in self.findChildren(RecordList)]
        found: list[QWidget] = [field for field in fields if field.isVisibleTo(self)]
        for form in self.findChildren(RecordForm):
            texts = (x for x in form.controls.values() if isinstance(x, LineField | ProseField))
            found += [text for text in texts if text.isVisibleTo(self)]
        return next(iter(found), None)

    @property
    def shown_tab(self) -> str:
        """The id of the tab in sight."""
        return self._tabs[self.bar.place].id

    def tab(self, name: str) -> QWidget:
        """What stands in a tab, made if need be."""
        if name not in self._made:
            at = [tab.id for tab in self._tabs].index(name)
            self._made[name] = self._tabs[at].make()
            self._stale.add(name)
            place = self.bar.content(at).layout()
            assert place is not None
            place.addWidget(self._made[name])
            self._made[name].show()  # now, not with the next turn of the event loop
        return self._made[name]

    def show_tab(self, name: str) -> None:
        """Bring a tab into sight."""
        self.bar.turn_to([tab.id for tab in self._tabs].index(name))
        self._refresh()

    def begin(self, name: str, first: FirstName, row: str) -> None:
        """Add the first row, called `row`, to a tab by its name, and let the next be named."""
        if not cast("Beginning", self.tab(name)).add(row):
            return
        first.field.load_text("")
        self.show_tab(name)
        self._take_keyboard()

    def outdate(self, name: str) -> None:
        """What stands in a tab holds no longer: it is shown anew, now or when it is in sight."""
        self._stale.add(name)
        if self.isVisible():
            self._refresh()

    def go_to(self, place: object) -> None:
        """Show a row of a register: the id of its tab and its key."""
        if isinstance(place, tuple) and place[0] in {tab.id for tab in self._tabs}:
            name, key = place
            self.show_tab(name)
            cast("Choosing", self.tab(name)).choose(key)

    def show_value(self, assessment: Assessment, tables: frozenset[str] | None) -> None:
        self._stale = {tab.id for tab in self._tabs}
        self._refresh()

    def commit_pending(self) -> None:
        super().commit_pending()
        for field in self.findChildren(NumberField):
            field.commit()

    def _turn(self, _place: int) -> None:
        self.commit_pending()
        self._refresh()
        if self.isVisible() and not self.bar.walking:
            self._take_keyboard()

    def _take_keyboard(self) -> None:
        """Let what is typed at once stand where this tab takes its first word.

        On a tab without such a field the keyboard begins with its first control, or stays with the
        title: Qt would leave it with nothing that could be seen or heard.
        """
        content, title = self.bar.content(self.bar.place), self.bar.titles.titles[self.bar.place]
        first = self.first_control() or first_stop(content) or title
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refresh(self) -> None:
        if not self.workspace.is_open:
            return
        content = self.tab(self.shown_tab)
        if self.shown_tab in self._stale:
            self._stale.discard(self.shown_tab)
            cast("Showing", content).show_value(self.workspace.value)


class Overview(ReadingArea):
    """The content of a tab that is read from top to bottom."""

    def __init__(self) -> None:
        super().__init__()
        sheet = QWidget()
        self.column = QVBoxLayout(sheet)
        self.column.setContentsMargins(0, 10, 8, 8)
        self.column.setSpacing(12)
        self.setWidget(sheet)
