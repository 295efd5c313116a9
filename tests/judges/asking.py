"""Ask the judges, in a process of their own."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.launch import ROOT

Verdicts = dict[str, dict[str, list[str]]]


def ask(paths: Sequence[Path]) -> Verdicts:
    """Return by file, and in it by judge, what is wrong with it."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.judges", *map(str, paths)],
        capture_output=True,
        check=True,
        cwd=ROOT,
        text=True,
    )
    verdicts: Verdicts = json.loads(done.stdout)
    return verdicts


def complaints(verdicts: Verdicts) -> list[str]:
    """Return every complaint in one line."""
    return [
        f"{Path(path).name}: {judge}: {line}"
        for path, by_judge in verdicts.items()
        for judge, lines in by_judge.items()
        for line in lines
    ]
