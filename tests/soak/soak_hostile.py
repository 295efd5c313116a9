"""H and C: files that were made to mislead, or that came to harm on their way."""

import resource
import sys
import time
from pathlib import Path

import apsw

from db.errors import FileRefused, Trouble
from db.gate import read
from db.image import build_image
from db.model import check
from db.salvage import salvage
from tests.architecture.sources import project_sources
from tests.architecture.test_forbidden_calls import RULES
from tests.benchmarks.figures import Figure
from tests.reliability.flips import flip_bits_often
from tests.reliability.hostile import MAKERS
from tests.reliability.mutants import try_mutants
from tests.reliability.payloads import PAYLOADS
from tests.reliability.scenes import genuine_document
from tests.reliability.schema_edits import edit_schemas
from tests.reliability.tampering import tamper_often
from tests.reliability.test_hostile_files import everything_in
from tests.soak.campaigns import SEED, failing_tests, none, run, times, within

SAFE_SQLITE = (3, 53, 2)
"""The first SQLite without a known way to harm the program that reads a file."""


def measure() -> list[Figure]:
    """Run every campaign."""
    return run(
        {
            "H1 hostile files": _hostile,
            "H1 recovering them": _recovered,
            "H1 hostile histories": _histories,
            "H2 mutants": _mutants,
            "H3 schema edits": _schemas,
            "H4 names": _names,
            "H5 payloads": _payloads,
            "H6 static": _static,
            "C1 sealed files": _sealed,
        }
    )


def _made(folder: Path, name: str) -> Path:
    path = folder / name / "a.poise"
    path.parent.mkdir()
    path.write_bytes(build_image(genuine_document()))
    MAKERS[name](path)
    return path


def _hostile(folder: Path) -> list[Figure]:
    let_in, touched, crashed, slowest = [], [], [], 0.0
    for name in MAKERS:
        path = _made(folder, name)
        before = everything_in(path.parent)
        start = time.perf_counter()
        try:
            read(path)
            let_in.append(name)
        except FileRefused:
            slowest = max(slowest, time.perf_counter() - start)
        except Exception as error:  # noqa: BLE001  (whatever it is, it is what we look for)
            crashed.append(f"{name}: {error!r}")
        if everything_in(path.parent) != before:
            touched.append(name)
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return [
        none(f"H1 {len(MAKERS)} hostile files: silently wrong (let in)", let_in),
        none("H1 ended in anything but a sentence", crashed),
        none("H1 touched, or bytes written beside one", touched),
        within("H1 slowest refusal", slowest, 5),
        Figure(name="H1 largest worker", value=memory, unit="MB", aim="value <= 512"),
    ]


def _recovered(folder: Path) -> list[Figure]:
    """What `recover` makes of each: nothing, or a whole assessment; the file stays as it is."""
    crashed, touched, slowest, found = [], [], 0.0, 0
    for name in MAKERS:
        path = _made(folder, name)
        before = everything_in(path.parent)
        start = time.perf_counter()
        try:
            check(salvage(path).assessment)
            found += 1
        except Trouble:
            pass
        except Exception as error:  # noqa: BLE001
            crashed.append(f"{name}: {error!r}")
        slowest = max(slowest, time.perf_counter() - start)
        if everything_in(path.parent) != before:
            touched.append(name)
    return [
        none(f"H1 {len(MAKERS)} to be recovered, {found} were: not whole, or no sentence", crashed),
        none("H1 touched while recovered", touched),
        within("H1 slowest recovery, with the refusal before it", slowest, 10),
    ]


def _histories(_: Path) -> list[Figure]:
    outcome = tamper_often(times(2000), SEED)
    name = f"H1 {outcome.refused} tampered histories refused, {outcome.let_in} harmless"
    return [
        none(f"{name}: did harm", outcome.troubles.elements()),
        within("H1 slowest of all uses of one", outcome.slowest, 5),
    ]


def _mutants(_: Path) -> list[Figure]:
    outcome = try_mutants(times(10_000), SEED)
    name = f"H2 {outcome.refused} mutants refused, {outcome.harmless} harmless"
    return [
        none(f"{name}: silently wrong, or no sentence", outcome.troubles),
        within("H2 slowest", outcome.slowest, 2),
    ]


def _schemas(folder: Path) -> list[Figure]:
    outcome = edit_schemas(folder, times(200), SEED)
    name = f"H3 {outcome.refused} schema edits refused"
    return [none(f"{name}: let in, or looked into first", outcome.troubles)]


def _names(_: Path) -> list[Figure]:
    return [failing_tests("H4 names of files", "tests/reliability/test_file_names.py")]


def _payloads(_: Path) -> list[Figure]:
    rounds = {"PAYLOAD_ROUNDS": str(times(12))}
    paths = ("tests/reliability/test_payloads.py", "tests/unit/brief/pdf/test_hostile.py")
    return [failing_tests(f"H5 {len(PAYLOADS)} payloads", *paths, environment=rounds)]


def _static(_: Path) -> list[Figure]:
    sources = list(project_sources("app", "db"))
    findings = [line for source in sources for rule in RULES for line in rule(source)]
    version = tuple(int(part) for part in apsw.sqlite_lib_version().split("."))
    if version < SAFE_SQLITE:
        findings.append(f"the gate reads with SQLite {apsw.sqlite_lib_version()}")
    name = f"H6 {len(sources)} modules, SQLite {apsw.sqlite_lib_version()} in the gate: findings"
    return [none(name, findings)]


def _sealed(_: Path) -> list[Figure]:
    outcome = flip_bits_often(times(10_000), SEED)
    name = f"C1 {outcome.tries} flips, cuts, passwords and a bomb"
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"    this process held at most {memory:.0f} MB", file=sys.stderr)
    return [
        none(f"{name}: accepted", outcome.accepted),
        none("C1 the whole file not opened", outcome.troubles),
        within("C1 slowest", outcome.slowest, 2),
    ]
