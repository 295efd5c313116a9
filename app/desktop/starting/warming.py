"""Loading what the window will need next, while the officer looks at what is there already."""

from __future__ import annotations

import gc
import sys
from importlib import import_module
from threading import Thread

TURN_SECONDS = 0.0005
"""How long a worker thread may keep the window waiting for its turn. Python's own 5 ms are felt:
one frame takes many turns."""

_FIRST = ("db.store", "app.charts.pictures", "app.desktop.look.painter")
_DRAWN = tuple(
    f"app.charts.{kind}"
    for kind in (
        "ranking",
        "lead_parts",
        "profile",
        "sensitivity",
        "effort",
        "acceptability",
        "heat_map",
    )
)
"""What draws the pictures of the results: it takes ReportLab's drawings along."""
_BESIDE = (
    "app.desktop.inspector.inspector",
    "app.desktop.inspector.score_inspector",
    "app.desktop.robustness.report",
    "numpy.random",
    "numpy.ma",
)
"""What pages load when they are first shown or looked at: numpy's `unique` loads `numpy.ma`."""
_THEN = ("app.brief.compose", "app.wording.changes", "db.merge", "db.publish")


def take_short_turns() -> None:
    """Let the window go on at once when it asks for its turn beside a worker thread."""
    sys.setswitchinterval(TURN_SECONDS)


def warm_up() -> Thread:
    """Load beside the window what keeping the work, charts and pages need; the thread doing it."""
    thread = Thread(target=_load, daemon=True)
    thread.start()
    return thread


def _load() -> None:
    from app.desktop.steps import STEPS

    pages = (f"app.desktop.pages.{spec.id}_page" for spec in STEPS)
    for name in (*_FIRST, *pages, *_BESIDE, *_DRAWN, *_THEN):
        import_module(name)
    gc.freeze()  # what was loaded stays, and a search for waste in it would be felt as a jerk
