"""The one environment in which every test runs: no screen, no network, nobody's own files."""

import gc
import os
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis.configuration import set_hypothesis_home_dir

from tests.architecture.sources import ROOT
from tests.screenless import files_that_need_qt, needs_qt

# Set by packaging/setup/test.sh to the system library that Qt misses, if it cannot run at all.
WITHOUT_QT = os.environ.get("COUNTERPOISE_WITHOUT_QT", "")

# Before anything imports Qt: a test needs no display and no settings of the person who runs it.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
for name in ("QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE", "COUNTERPOISE_PAINT_PROBE"):
    os.environ.pop(name, None)
_OWN_FILES = tempfile.TemporaryDirectory(prefix="counterpoise-test-")
for kind in ("CACHE", "CONFIG", "DATA", "STATE"):
    os.environ[f"XDG_{kind}_HOME"] = str(Path(_OWN_FILES.name) / kind.lower())
os.environ["LANGUAGE"] = "en"

set_hypothesis_home_dir(ROOT / "build" / "hypothesis")
settings.register_profile(
    "counterpoise",
    deadline=None,  # two busy cores make any one example slow; laws are not about time
    database=None,
    print_blob=True,
)
settings.load_profile("counterpoise")


def _refuse_network(event: str, arguments: tuple) -> None:
    """Stop any connection but those between processes of this machine."""
    if event == "socket.connect" and isinstance(arguments[1], tuple):
        raise RuntimeError(f"A test tried to reach the network at {arguments[1]}.")


sys.addaudithook(_refuse_network)


def pytest_addoption(parser):
    """Know pytest-qt's settings also where it cannot be loaded."""
    if WITHOUT_QT:
        for setting in ("qt_api", "qt_log_level_fail"):
            parser.addini(setting, "of pytest-qt, which is not loaded")


def pytest_ignore_collect(collection_path):
    """Leave out what needs Qt where Qt cannot run."""
    return True if WITHOUT_QT and needs_qt(collection_path) else None


def pytest_collection_finish():
    """Spare every test's garbage collection a look at the thousands of tests around it."""
    gc.collect()
    gc.freeze()


def pytest_terminal_summary(terminalreporter):
    """Say what could not run."""
    if WITHOUT_QT:
        terminalreporter.section("not run")
        terminalreporter.line(
            f"Qt cannot run here ({WITHOUT_QT} is missing), so these tests did not; "
            "`make setup` says how to add what is missing:"
        )
        for path in files_that_need_qt():
            terminalreporter.line(f"  {path}")


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session, exitstatus):
    """Fail a run that left something out."""
    if WITHOUT_QT and exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
