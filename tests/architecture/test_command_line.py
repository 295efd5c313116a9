"""The command line works where Qt does not, and starts without what it does not need."""

import subprocess
import sys

import pytest

from tests.architecture.sources import ROOT

REPORT = """
import sys
from app.cli import main
try:
    main()
except SystemExit as done:
    status = done.code
else:
    status = 0
print(*sorted(name for name in sys.modules if "." not in name), file=sys.stderr)
sys.exit(status)
"""


def loaded_by(*arguments: str) -> set[str]:
    """Run the command in a process of its own and return the packages it loaded."""
    done = subprocess.run(
        [sys.executable, "-c", REPORT, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return set(done.stderr.splitlines()[-1].split())


@pytest.fixture
def sample(tmp_path):
    path = str(tmp_path / "sample.poise")
    loaded_by("new", path, "--sample")
    return path


def test_asking_for_the_version_loads_nothing_heavy():
    heavy = {"PySide6", "numpy", "sqlalchemy", "reportlab", "apsw", "uharfbuzz", "pypdfium2"}
    slow = {"argparse", "enum", "gettext", "pathlib", "re", "typing"}
    assert (heavy | slow) & loaded_by("--version") == set()


def test_a_ranking_loads_nothing_that_takes_longer_than_it(sample):
    slow = {"numpy", "sqlalchemy", "apsw", "dataclasses", "typing_extensions", "hashlib", "shutil"}
    assert slow & loaded_by("rank", sample) == set()
    assert slow & loaded_by("rank", sample, "--json") == set()


def test_a_ranking_needs_neither_qt_nor_the_means_to_print(sample):
    assert {"PySide6", "shiboken6", "reportlab"} & loaded_by("rank", sample) == set()


def test_a_brief_needs_no_qt(sample, tmp_path):
    loaded = loaded_by("brief", sample, "-o", str(tmp_path / "brief.pdf"))
    assert {"PySide6", "shiboken6"} & loaded == set()
