"""How soon the pages of the policy layer answer, at the largest size that we promise.

Each tab is shown for the first time, and shown anew after an edit; both end with the paint. What
is counted is the time of the window's own thread, since a first time cannot be measured twice.
"""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from statistics import median

from app.edits.scores import set_score
from tests.benchmarks.figures import Figure
from tests.benchmarks.large_policy import large_policy

PAGES = ("evidence", "actors", "scenarios", "conditions", "challenge")
LIMIT = 100
ROUNDS = 5


def measure() -> Iterator[Figure]:
    """Measure every tab of every page in the real window."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as folder:
        for kind in ("CACHE", "CONFIG", "DATA", "STATE"):
            os.environ[f"XDG_{kind}_HOME"] = folder
        from app.desktop.starting.assembly import make_application, make_window
        from app.desktop.steps import STEPS, page_class

        for spec in STEPS:
            page_class(spec)  # reading the modules is the disk's time, and spent only once
        application = make_application()
        window = make_window()
        window.resize(1280, 800)
        window.show()
        window.workspace.new(large_policy())
        window.show_step("results")
        application.processEvents()
        for step in PAGES:
            yield from _page(window, step)
        window.close()
        application.processEvents()


def _page(window: object, step: str) -> Iterator[Figure]:
    opened = _milliseconds(lambda: _open(window, step))
    page = window.page(step)
    for at, tab in enumerate(page.tabs()):
        first = _milliseconds(lambda tab=tab: _show(window, page, tab.id)) if at else opened
        yield _figure(f"{step}: {tab.title}, shown first", first)
        yield _figure(f"{step}: {tab.title}, after an edit", _after_edits(window, page))


def _open(window: object, step: str) -> None:
    window.show_step(step)
    window.document.repaint()


def _show(window: object, page: object, tab: str) -> None:
    page.show_tab(tab)
    window.document.repaint()


def _after_edits(window: object, page: object) -> float:
    """The page's own part of an edit; the file and the ranking are measured elsewhere."""
    option, criterion = window.workspace.value.options[0].id, window.workspace.value.criteria[0].id
    times = []
    for turn in range(ROUNDS):
        value = set_score(window.workspace.value, "desk", option, criterion, 20.0 + turn)

        def show(value: object = value) -> None:
            page.show_value(value, frozenset({"scores"}))
            window.document.repaint()

        times.append(_milliseconds(show))
    return median(times)


def _milliseconds(work: Callable[[], None]) -> float:
    start = time.thread_time()
    work()
    return (time.thread_time() - start) * 1e3


def _figure(name: str, value: float) -> Figure:
    return Figure(name=name, value=value, unit="ms", aim=f"value <= {LIMIT}")
