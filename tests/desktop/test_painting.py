"""An error while something is painted is told like any other and does not end the program."""

import ast
from pathlib import Path

import app.desktop
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
