"""An error while something is painted is told like any other and does not end the program."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from reportlab.lib.colors import HexColor

import app.desktop
from app.charts.shapes import Drawing, String
from app.desktop.look.painter import PLAIN, measure, paint_drawing
from app.desktop.widgets import share_bar

SOURCES = sorted(Path(app.desktop.__file__).parent.rglob("*.py"))


def test_an_error_in_a_painting_is_told_and_the_window_goes_on(sample_window, qtbot, monkeypatch):
    sample_window.show_step("weights")
    bars = sample_window.page("weights").findChildren(share_bar.ShareBar)
    bar = next(bar for bar in bars if bar.isVisible())
    qtbot.wait(0)

    def broken():
        raise LookupError("no such theme")

    with monkeypatch.context() as patch, qtbot.captureExceptions() as errors:
        patch.setattr(bar, "fontMetrics", broken)
        bar.update()
        qtbot.waitUntil(lambda: bool(errors))
    assert {kind for kind, *_ in errors} == {LookupError}

    bar.repaint()
    assert not sample_window.grab().isNull()


def test_every_widget_lets_go_of_its_painter_whatever_happens():
    def paints(node):
        named = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        own = named and [ast.unparse(argument) for argument in node.args] == ["self"]
        return own and node.func.id in ("QPainter", "QStylePainter")

    left = []
    for path in SOURCES:
        tree = ast.parse(path.read_text("utf-8"))
        entered = {
            item.context_expr
            for node in ast.walk(tree)
            if isinstance(node, ast.With)
            for item in node.items
        }
        left += [
            f"{path.name}:{node.lineno}"
            for node in ast.walk(tree)
            if paints(node) and node not in entered
        ]
    assert left == []


@pytest.mark.parametrize("scale", [0.8, 0.93, 1.0, 1.33, 1.83, 2.5])
@pytest.mark.parametrize("anchor", ["start", "end"])
def test_letters_of_a_picture_are_as_wide_as_the_room_made_for_them(qapp, scale, anchor):
    text, left = "Quiet diplomacy (present course)", 20.0
    room = measure(text, PLAIN, 8.5)
    drawing = Drawing(room + 2 * left, 20)
    x = left if anchor == "start" else left + room
    ink = HexColor("#000000")
    label = {"fontName": PLAIN, "fontSize": 8.5, "fillColor": ink, "textAnchor": anchor}
    drawing.add(String(x, 6, text, leftwards=False, **label))
    image = QImage(round(drawing.width * scale) + 1, 60, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    with QPainter(image) as painter:
        paint_drawing(painter, drawing, scale)
    inked = [
        column
        for column in range(image.width())
        if any(image.pixelColor(column, row).lightness() < 200 for row in range(image.height()))
    ]
    assert inked[0] >= left * scale - 1
    assert inked[-1] <= (left + room) * scale + 1
    assert inked[-1] - inked[0] >= 0.96 * room * scale
