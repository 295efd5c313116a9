"""The robustness page: how soon it answers, how soon it stops, and that it never holds the window.

The window's own share is counted as time of its thread in one turn of the event loop, on 50 options
by 50 criteria; the examination itself runs beside it.
"""

import os
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from statistics import median

from app.analysis.examination import examine
from app.analysis.outcome import Outcome, find_outcome
from app.analysis.watch import Cancelled
from app.desktop.robustness.report import Report, make_report
from tests.benchmarks.figures import Figure
from tests.desktop.pages.cases import crowded_case
from tests.desktop.sample import read_sample

ROUNDS = 7
STOPS = 12


def measure() -> Iterator[Figure]:
    """Measure the examination, its stop, and the page."""
    sample, crowded = find_outcome(read_sample()), find_outcome(crowded_case())
    assert sample is not None
    assert crowded is not None
    make_report(examine(sample))
    times = [_seconds(sample) for _ in range(ROUNDS)]
    yield _limit("the worked example, examined, worded and drawn up", median(times) * 1e3, 250)
    yield _limit("stopping the analysis of 50 x 50, the slowest stop", _slowest_stop(crowded), 100)
    report = make_report(examine(crowded, samples=10_000))
    yield _limit("showing 50 x 50, the longest turn", _longest_turn(report), 100)


def _seconds(outcome: Outcome) -> float:
    start = time.perf_counter()
    make_report(examine(outcome))
    return time.perf_counter() - start


def _slowest_stop(outcome: Outcome) -> float:
    """Milliseconds from the wish to stop until the work has ended, at many points of the work."""
    whole = _asked(outcome, None)
    return max(_asked(outcome, whole * (k + 0.5) / STOPS) for k in range(STOPS)) * 1e3


def _asked(outcome: Outcome, after: float | None) -> float:
    """How long the work takes, or (after so many seconds) how long it takes to stop."""
    wish = threading.Event()
    timer = threading.Timer(after or 0.0, wish.set)
    if after is not None:
        timer.start()
    start = time.perf_counter()
    try:
        examine(outcome, watch=lambda _done, _total: not wish.is_set())
    except Cancelled:
        return time.perf_counter() - start - (after or 0.0)
    finally:
        timer.cancel()
    return time.perf_counter() - start if after is None else 0.0


def _longest_turn(report: Report) -> float:
    """Milliseconds that the page keeps the window's thread while it shows a report, and paints."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as folder:
        for kind in ("CACHE", "CONFIG", "DATA", "STATE"):
            os.environ[f"XDG_{kind}_HOME"] = folder
        from app.desktop.starting.assembly import make_application, make_window

        application = make_application()
        window = make_window()
        window.resize(1280, 800)
        window.show()
        window.workspace.new(report.examination.outcome.assessment)
        window.show_step("robustness")
        page = window.page("robustness")
        page.examiner.forget()
        application.processEvents()
        turns = [_milliseconds(lambda: page.show_report(report))]
        page._turn.stop()
        while page._waiting:
            turns.append(_milliseconds(page._show_next))
            page._turn.stop()
            turns.append(_milliseconds(window.repaint))
        window.close()
        application.processEvents()
    return max(turns)


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.thread_time()
    work()
    return (time.thread_time() - start) * 1e3


def _limit(name: str, value: float, most: float) -> Figure:
    return Figure(name=name, value=value, unit="ms", aim=f"value <= {most:g}")
