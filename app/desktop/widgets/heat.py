"""Colours of the score matrix: from the ground to the accent, with text that stays readable."""

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QRect
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, Qt

from app.desktop.look.theme import Theme, read_theme

_DEEPEST = {False: 0.62, True: 0.44}
"""How much accent the deepest shade has, without and with a dark ground."""


@dataclass(frozen=True)
class Heat:
    """What a painter of scores needs, made once for a theme."""

    shades: tuple[QColor, ...]
    """The ground of the values 0 to 100."""
    text: QColor
    muted: QColor
    missing: QBrush
    screened_out: QBrush
    wrong: QColor
    wrong_text: QColor
    bar: QColor
    likely: QColor
    focus: QPen
    halo: QPen
    """Under the frame of the focus, which would be lost on a deep shade."""
    selected: QColor


def frame_focus(painter: QPainter, inside: QRect, heat: Heat) -> None:
    """Frame the cell that has the keyboard, whatever its shade is."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (heat.halo, heat.focus):
        painter.setPen(pen)
        painter.drawRect(inside)


def heat_of(theme: Theme) -> Heat:
    """The colours of the matrix under a theme."""
    return _heat_of(theme.name)


@cache
def _heat_of(name: str) -> Heat:
    # Qt tells a table of its style many times over while it is first shown.
    theme = read_theme(name)
    surface, accent, text = (theme.colour(x) for x in ("surface", "accent", "text"))
    deepest = _DEEPEST[theme.dark]
    selected = theme.colour("focus")
    selected.setAlpha(40)
    bar = QColor(text)
    bar.setAlpha(110)
    return Heat(
        shades=tuple(blend(surface, accent, deepest * value / 100) for value in range(101)),
        text=text,
        muted=theme.colour("muted"),
        missing=QBrush(theme.colour("line"), Qt.BrushStyle.BDiagPattern),
        screened_out=QBrush(theme.colour("sunken")),
        wrong=theme.colour("bad_soft"),
        wrong_text=theme.colour("bad"),
        bar=bar,
        likely=text,
        focus=QPen(theme.colour("focus"), 2),
        halo=QPen(surface, 4),
        selected=selected,
    )


def blend(ground: QColor, colour: QColor, part: float) -> QColor:
    """The ground with a part, 0 to 1, of another colour."""
    return QColor(
        *(
            round(a + (b - a) * part)
            for a, b in (
                (ground.red(), colour.red()),
                (ground.green(), colour.green()),
                (ground.blue(), colour.blue()),
            )
        )
    )
