"""Labels and buttons that show plain text, whatever stands in it."""

import unicodedata
from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from .leftward_lines import LeftwardLines

OVERHANG = 5
"""Pixels: a space that ends a line within a foreign name hangs over the left edge of a text that
runs leftwards, and pushes the name with it."""
RIGHT_TO_LEFT_MARK = "\u200f"
_LEFTWARDS, _RIGHTWARDS, _END = "\u2067", "\u2066", "\u2069"  # isolates of Unicode (UAX 9)
_SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)
_Laid = tuple[str, str, int, Qt.AlignmentFlag]


class PlainLabel(QLabel):
    """A label that never interprets its text; `role` chooses its look in the style sheet."""

    def __init__(
        self, text: str = "", role: str = "", *, wrap: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._said = ""
        self._laid_out: tuple[_Laid, LeftwardLines] | None = None
        self._wanted = self.alignment()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setProperty("role", role)
        if wrap:
            self.setWordWrap(True)
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                self.setContentsMargins(OVERHANG, 0, 0, 0)

    def setText(self, text: str) -> None:
        self._said = text
        super().setText(in_reading_direction(text) if runs_leftwards(text) else text)
        self._align()

    def text(self) -> str:
        return self._said

    @property
    def shown(self) -> str:
        """The text with the marks of direction that Qt needs."""
        return super().text()

    def setAlignment(self, alignment: Qt.AlignmentFlag) -> None:
        self._wanted = alignment
        self._align()

    def heightForWidth(self, width: int) -> int:
        if not self._breaks_leftwards():
            return super().heightForWidth(width)
        around = self._frame()
        return around.height() + self._lines(width - around.width()).height

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._breaks_leftwards():
            super().paintEvent(event)
            return
        room = self.contentsRect()
        with QPainter(self) as painter:
            painter.setPen(self.palette().windowText().color())
            self._lines(room.width()).paint(painter, room, self.alignment())

    def _breaks_leftwards(self) -> bool:
        """Whether it may hold several lines that run leftwards, which cannot be selected."""
        able = self.wordWrap() and not self.textInteractionFlags() & _SELECTABLE
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return able and mirrored and runs_leftwards(self._said)

    def _lines(self, width: int) -> LeftwardLines:
        side = _mirrored(self._wanted)
        key = (self.shown, self.font().toString(), width, side)
        if self._laid_out is None or self._laid_out[0] != key:
            self._laid_out = key, LeftwardLines(self.shown, self.font(), width, side)
        return self._laid_out[1]

    def _frame(self) -> QSize:
        """The width and the height around the lines, in pixels."""
        margins = self.contentsMargins()
        return QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _align(self) -> None:
        """Stand on the side where the window is read from, whatever the text is."""
        alignment = self._wanted
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft and self._said:
            # Qt itself changes sides for a text that runs leftwards, and for no other.
            alignment = alignment if runs_leftwards(self._said) else _mirrored(alignment)
        if alignment != self.alignment():
            super().setAlignment(alignment)


def _mirrored(alignment: Qt.AlignmentFlag) -> Qt.AlignmentFlag:
    left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
    if alignment & left:
        return (alignment & ~left) | right
    return (alignment & ~right) | left if alignment & right else alignment


def in_reading_direction(text: str) -> str:
    """A text made to stand on the side where the window is read from, and to run as it should.

    Qt takes the side and the direction of a line from its first letter. In a window that is read
    from the right, a line that holds a letter of such a script is the program's own sentence, or as
    good as one, even if it begins with a foreign name; any other keeps its own direction.
    """
    if QGuiApplication.layoutDirection() == Qt.LayoutDirection.LeftToRight or not text:
        return text
    return "\n".join(_line_in_reading_direction(line) for line in text.split("\n"))


def _line_in_reading_direction(line: str) -> str:
    own = runs_leftwards(line)
    return RIGHT_TO_LEFT_MARK + (line if own else f"{_RIGHTWARDS}{line}{_END}")


def isolated(text: str, whole: str = "") -> str:
    """A name, or a line of one, that keeps its own direction wherever it is painted.

    Without that, the dots at the end of a shortened name would stand before it in a window that is
    read from the other side. whole: the name that `text` is a part of.
    """
    against = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    if runs_leftwards(whole or text) == against:
        return text
    return f"{_RIGHTWARDS if against else _LEFTWARDS}{text}{_END}"


def runs_leftwards(text: str) -> bool:
    """Whether a text holds a letter of a script that is read from the right."""
    if text.isascii():
        return False
    return any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text)


def plain_tip(text: str) -> str:
    """A tooltip's text that Qt shows as it is, even when it looks like markup."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    lines = escaped.replace("\n", "<br/>")
    return f"<qt><span>{lines}</span></qt>" if text else ""


def plain_caption(text: str) -> str:
    """A button's or menu's text in which an ampersand is not a shortcut."""
    return text.replace("&", "&&")


def button(text: str, run: Callable[[], object], role: str = "") -> QPushButton:
    """A push button that runs a bound method."""
    made = QPushButton(text)
    made.setProperty("role", role)
    made.clicked.connect(run)
    return made


def sign_button(sign: str, name: str, run: Callable[[], object]) -> QToolButton:
    """A small button with a sign in place of words, which its tip and its name say."""
    made = QToolButton()
    made.setText(sign)
    made.setToolTip(plain_tip(name))
    made.setAccessibleName(name)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.clicked.connect(run)
    return made


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget another look of the style sheet."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
