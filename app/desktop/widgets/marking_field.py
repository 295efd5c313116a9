"""The handling marking: none, one of the Traffic Light Protocol, or words of our own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.desktop.widgets.choice import Choice
from app.desktop.widgets.fields import LineField
from app.wording import _
from db.model import MarkingScheme

if TYPE_CHECKING:
    from app.desktop.widgets.choice import Choices

TLP_MARKINGS: Final = ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")
OWN: Final = "own"


def markings(none: str) -> Choices:
    """What can be chosen; `none` says what holds where nothing is."""
    protocol = tuple((marking, marking) for marking in TLP_MARKINGS)
    return (("", none), *protocol, (OWN, _("in our own words")))


class MarkingField(QWidget):
    """Says plainly when there is no marking, and takes one: nothing is marked by itself."""

    marked = Signal(object, str)
    """The scheme and the words that the officer chose; no words: no marking."""

    def __init__(self) -> None:
        super().__init__()
        self.choice = Choice(_("Marking, printed on every page"))
        self.choice.show_choices(markings(_("No marking")))
        self.choice.chosen.connect(self._choose)
        self.words = LineField(_("Marking in our own words"))
        self.words.committed.connect(self._take_words)
        self.words.hide()
        self.setFocusProxy(self.choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.choice)
        column.addWidget(self.words)

    def show_marking(self, scheme: MarkingScheme, words: str, *, anew: bool) -> None:
        """Show a marking; `anew` when it is that of another assessment."""
        own = scheme is MarkingScheme.OWN
        known = words in ("", *TLP_MARKINGS)
        self.choice.show_choice(OWN if own or not known else words)
        self.words.setVisible(own or not known)
        shown = words if own or not known else ""
        self.words.load_text(shown) if anew else self.words.show_text(shown)

    def _choose(self, key: object) -> None:
        if key == OWN:
            self.marked.emit(MarkingScheme.OWN, "")
            self.words.setFocus()
        else:
            self.marked.emit(MarkingScheme.TLP, str(key))

    def _take_words(self, words: str) -> None:
        self.marked.emit(MarkingScheme.OWN, words)
