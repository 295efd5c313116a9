"""No button, tab, tick box or caption is cut: every page, three languages, three sizes of type."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QToolButton,
)

from app.desktop.preferences.settings import open_settings
from app.desktop.starting.assembly import speak
from app.desktop.steps import STEPS
from app.desktop.widgets.tabs import Tabs
from tests.desktop.dialogs import dialogs

SIZES = {"en": (100, 125, 150), "fr": (125, 150), "ar": (125, 150)}
SMALL = (1280, 690)
"""A screen of 1280 × 720 without the frame of a window."""
SLACK = 6
"""Points of the margin inside a button that may be missing; its words are whole even so."""


@pytest.fixture
def speaking_window(open_window):
    """A window in a language, with the worked example; English again afterwards."""

    def make(code):
        open_settings(None).setValue("language", code)
        window = open_window()
        window.commands.open_example()
        return window

    yield make
    speak(QApplication.instance(), "en")


def wants_its_words(widget):
    if isinstance(widget, QLabel):
        pictured = not widget.pixmap().isNull()
        return not widget.wordWrap() and not pictured and not widget.toolTip()
    if isinstance(widget, QToolButton) and not widget.icon().isNull():
        return False  # its words are for those who do not see its picture
    return isinstance(widget, (QPushButton, QCheckBox, QRadioButton, QToolButton))


def is_cut(widget, root):
    """Whether a widget is smaller than its words, or stands beyond what holds it."""
    hint, size = widget.sizeHint(), widget.size()
    if size.width() < hint.width() - SLACK or size.height() < hint.height() - SLACK:
        return True
    parent = widget.parentWidget()
    while parent is not None and parent is not root.parentWidget():
        place = QRect(widget.mapTo(parent, QPoint(0, 0)), size)
        if place.left() < -SLACK or place.right() > parent.width() + SLACK:
            return True
        if isinstance(parent.parentWidget(), QAbstractScrollArea):
            return False  # what is above or below can be scrolled to; nothing is beside
        if place.top() < -SLACK or place.bottom() > parent.height() + SLACK:
            return True
        parent = parent.parentWidget()
    return False


def cut_heads(header):
    """The heads of a table that have less room than their words take, in whatever lines."""
    across = header.orientation() == Qt.Orientation.Horizontal
    for section in range(header.count()):
        if header.isSectionHidden(section):
            continue
        wanted, size = header.sectionSizeFromContents(section), header.size()
        room = header.sectionSize(section) if across else size.width()
        if wanted.width() > room + SLACK or (across and wanted.height() > size.height() + SLACK):
            said = header.model().headerData(section, header.orientation())
            yield said, (room, size.toTuple(), wanted.toTuple())


def cut_in(root):
    """What is cut in a page or a dialog, and what has to be scrolled to the side."""
    root.ensurePolished()
    for _turn in range(3):  # a layout asks for a turn of its own at each level
        QApplication.processEvents()
    cut = [
        f"{type(widget).__name__} “{widget.text()}” in {widget.size().toTuple()}"
        for kind in (QLabel, QPushButton, QCheckBox, QRadioButton, QToolButton)
        for widget in root.findChildren(kind)
        if widget.isVisible() and widget.text() and wants_its_words(widget) and is_cut(widget, root)
    ]
    cut += [
        f"the head “{said}” in {size}"
        for header in root.findChildren(QHeaderView)
        if type(header) is QHeaderView and header.isVisible()  # others paint their heads themselves
        for said, size in cut_heads(header)
    ]
    return cut + [
        f"{type(area).__name__} scrolls to the side"
        for area in root.findChildren(QScrollArea)
        if area.isVisible() and area.horizontalScrollBar().isVisible()
    ]


def sights(window):
    """Every page, and every tab of it, one after the other."""
    for step in STEPS:
        window.show_step(step.id)
        page = window.page(step.id)
        yield step.id, page
        for tabs in page.findChildren(Tabs):
            for place, title in enumerate(tabs.titles.titles[1:], start=1):
                tabs.turn_to(place)
                yield f"{step.id}, {title.text()}", page
            tabs.turn_to(0)


@pytest.mark.parametrize("language", SIZES)
def test_nothing_on_any_page_is_cut(speaking_window, language):
    window = speaking_window(language)
    cut = []
    for size in SIZES[language]:
        window.appearance.choose_size(size)
        cut += [(size, name, found) for name, page in sights(window) if (found := cut_in(page))]
    assert not cut, "\n".join(map(str, cut))


@pytest.mark.parametrize("language", SIZES)
def test_nothing_in_any_dialog_is_cut_and_each_has_room_on_a_small_screen(
    speaking_window, tmp_path, language
):
    window = speaking_window(language)
    cut = []
    for size in SIZES[language]:
        window.appearance.choose_size(size)
        for name, dialog in dialogs(window, tmp_path / str(size)):
            dialog.show()
            cut += [(size, name, found)] if (found := cut_in(dialog)) else []
            least = dialog.minimumSizeHint().expandedTo(dialog.minimumSize())
            if least.width() > SMALL[0] or least.height() > SMALL[1]:
                cut.append((size, name, least.toTuple()))
            dialog.close()
    assert not cut, "\n".join(map(str, cut))
