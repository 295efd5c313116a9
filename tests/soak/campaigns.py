"""What all campaigns share: a folder of their own, their size, the clock, and rows of the table."""

import os
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from tests.benchmarks.figures import Figure
from tests.benchmarks.launch import ROOT

SEED = 20261122
SCALE = float(os.environ.get("SOAK_SCALE", "1"))
"""A tenth of everything is enough to see that the campaigns themselves still work."""

ONLY = frozenset(os.environ.get("SOAK_ONLY", "").split())
"""The campaigns to run, such as "R1 H2"; all where this is empty."""

Campaign = Callable[[Path], list[Figure]]


def run(campaigns: dict[str, Campaign]) -> list[Figure]:
    """Run each campaign in a folder of its own, and say what is going on."""
    figures = []
    for name, campaign in campaigns.items():
        if ONLY and not ONLY & set(name.split()):
            continue
        print(f"  {name} …", file=sys.stderr, flush=True)
        start = time.monotonic()
        with tempfile.TemporaryDirectory(prefix="counterpoise-soak-") as folder:
            found = _found(name, campaign, Path(folder))
        found.append(Figure(name=f"{name}: time", value=time.monotonic() - start, unit="s"))
        for figure in found:
            print(f"    {figure.name}: {figure.value:.4g}", file=sys.stderr, flush=True)
        figures += found
    return figures


def _found(name: str, campaign: Campaign, folder: Path) -> list[Figure]:
    """The rows of a campaign; one that breaks off must not cost the others."""
    try:
        return campaign(folder)
    except Exception:  # noqa: BLE001  (whatever it is, it is a row that is not nought)
        return [none(f"{name}: broke off", [traceback.format_exc()])]


def times(number: int) -> int:
    """A number of tries at this run's scale."""
    return max(1, round(number * SCALE))


def none(name: str, troubles: Iterable[object] | int, unit: str = "") -> Figure:
    """A row that must say nought; what was found goes to the log."""
    count = troubles if isinstance(troubles, int) else 0
    if not isinstance(troubles, int):
        for trouble in troubles:
            count += 1
            print(f"    {trouble}", file=sys.stderr, flush=True)
    return Figure(name=name, value=count, unit=unit, aim="value <= 0")


def within(name: str, seconds: float, limit: float) -> Figure:
    """A row on the slowest of many tries."""
    return Figure(name=name, value=seconds, unit="s", aim=f"value <= {limit}")


def failing_tests(
    name: str, *paths: str, environment: Mapping[str, str] = MappingProxyType({})
) -> Figure:
    """A row on tests that are campaigns of their own: how many ran, and that none failed."""
    command = [sys.executable, "-m", "pytest", "-q", "-n0", "--color=no", *paths]
    environment = os.environ | environment | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=ROOT, env=environment
    )
    last = done.stdout.strip().rpartition("\n")[2]
    if done.returncode:
        print(done.stdout[-3000:], file=sys.stderr, flush=True)
    ran = "".join(c for c in last.partition(" passed")[0].rpartition(" ")[2] if c.isdigit())
    return none(f"{name}: {ran or 'no'} tests, failed", int(done.returncode != 0))
