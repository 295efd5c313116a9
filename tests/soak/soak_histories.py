"""M, V, U and D: what becomes of work over many copies, versions, undos and ways of reading it."""

from collections import Counter
from pathlib import Path

from tests.benchmarks.figures import Figure
from tests.reliability import sequences
from tests.reliability.officers import live_through
from tests.reliability.same_results import compare_results
from tests.reliability.taking_over import kill_while_taking_over
from tests.soak.campaigns import SEED, failing_tests, none, run, times


def measure() -> list[Figure]:
    """Run every campaign."""
    return run(
        {
            "M1 M2 three officers": _officers,
            "M3 scripted merges": _scripted,
            "V1 V2 versions": _versions,
            "V3 taking over": _taking_over,
            "U1 undo": _sequences,
            "D1 results": _results,
        }
    )


def _officers(_: Path) -> list[Figure]:
    outcome = live_through(times(2000), SEED)
    name = (
        f"M1 M2 {outcome.histories} histories, clocks wrong by ±10 years: {outcome.edits} edits,"
        f" {outcome.merges} merges, {outcome.conflicts} conflicts, {outcome.restored} backups"
    )
    lost = _those(outcome.troubles, "lost")
    order = _those(outcome.troubles, "order")
    return [
        none(f"{name}: edits silently lost", lost.elements()),
        none("M1 results that depend on who merges first", order.elements()),
        none(
            "M1 not whole, or no function of its history",
            (outcome.troubles - lost - order).elements(),
        ),
    ]


def _those(troubles: Counter[str], word: str) -> Counter[str]:
    return Counter({what: count for what, count in troubles.items() if word in what})


def _scripted(_: Path) -> list[Figure]:
    return [
        failing_tests(
            "M3 scripted merges", "tests/unit/db/merge", "tests/reliability/test_quarrels.py"
        )
    ]


def _versions(_: Path) -> list[Figure]:
    kept = "tests/unit/db/test_kept_formats.py"
    return [
        failing_tests("V1 files of every format", kept),
        failing_tests(
            "V2 newer and foreign files",
            "tests/reliability/test_hostile_files.py",
            "-k",
            "version or newer or format or mark or empty",
        ),
    ]


def _taking_over(folder: Path) -> list[Figure]:
    outcome = kill_while_taking_over(folder, kills=times(200), seed=SEED)
    name = f"V3 {outcome.kills} kills while a kept file is taken over, {outcome.finished} finished"
    return [none(f"{name}: old file lost", outcome.troubles)]


def _sequences(folder: Path) -> list[Figure]:
    number = times(1000)
    troubles = sequences.live_through(folder, sequences=number, seed=SEED)
    return [none(f"U1 {number} sequences of edit, undo, redo, merge and kill: astray", troubles)]


def _results(folder: Path) -> list[Figure]:
    outcome = compare_results(folder, times(200), SEED)
    one, other = outcome.engines
    name = (
        f"D1 {outcome.assessments} assessments, {outcome.rankings} rankings, {outcome.ways} ways"
        f" through SQLite {one} and {other}"
    )
    return [none(f"{name}: another digit", outcome.troubles)]
