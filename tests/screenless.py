"""Which tests need Qt, so that the others can run where its system libraries are missing."""

import ast
from pathlib import Path

from tests.architecture.sources import ROOT, Source, within

FIXTURES = {"qapp", "qtbot", "qtlog", "qtmodeltester"}
OF_QT = ("PySide6", "app.desktop", "tests.desktop")


def needs_qt(path: Path) -> bool:
    """Tell whether a test file, or a folder of tests, cannot even be collected without Qt."""
    if path == ROOT / "tests" / "desktop":
        return True
    if path.suffix != ".py":
        return False
    source = Source(path.stem, path.read_text(encoding="utf-8"))
    return _imports_qt(source) or _asks_for_a_window(source) or _is_marked(source)


def files_that_need_qt() -> list[str]:
    """Return the test files that need Qt, as paths from the project's folder."""
    folder = ROOT / "tests"
    return [
        path.relative_to(ROOT).as_posix()
        for path in sorted(folder.rglob("test_*.py"))
        if path.is_relative_to(folder / "desktop") or needs_qt(path)
    ]


def _imports_qt(source: Source) -> bool:
    return any(within(name, *OF_QT) for _, name in source.imports())


def _asks_for_a_window(source: Source) -> bool:
    return any(argument.arg in FIXTURES for argument in source.nodes(ast.arg))


def _is_marked(source: Source) -> bool:
    return any(node.attr == "needs_qt" for node in source.nodes(ast.Attribute))
