"""Run the measurements of one kind, print them as a table and write them as JSON."""

import argparse
import importlib
import sys
import traceback
from pathlib import Path

from tests.benchmarks.figures import Figure, as_table, write_report
from tests.benchmarks.launch import ROOT

PACKAGES = {"bench": "tests.benchmarks", "soak": "tests.soak"}


def found(kind: str) -> list[str]:
    """Return the names of the measurements of a kind, without its prefix."""
    folder = ROOT / Path(*PACKAGES[kind].split("."))
    return [path.stem.removeprefix(f"{kind}_") for path in sorted(folder.glob(f"{kind}_*.py"))]


def take(kind: str, name: str) -> list[Figure]:
    """Run one measurement."""
    module = importlib.import_module(f"{PACKAGES[kind]}.{kind}_{name}")
    return list(module.measure())


def main() -> int:
    """Measure what was asked for; 0 unless one could not be taken or a campaign found something."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("kind", choices=PACKAGES)
    parser.add_argument("names", nargs="*", help="measurements to take (default: all)")
    asked = parser.parse_args()
    figures, failed = [], []
    for name in asked.names or found(asked.kind):
        print(f"measuring {name} …", file=sys.stderr, flush=True)
        try:
            figures += take(asked.kind, name)
        except Exception:  # noqa: BLE001  (one measurement that fails must not cost the others)
            traceback.print_exc()
            failed.append(name)
    report = ROOT / "build" / f"{asked.kind}.json"
    write_report(figures, report)
    print(as_table(figures))
    missed = sum(figure.met is False for figure in figures)
    print(f"\n{len(figures)} figures, {missed} of them short of the aim; {report}")
    if failed:
        print(f"could not be measured: {', '.join(failed)}", file=sys.stderr)
    return bool(failed) or (asked.kind == "soak" and missed > 0)


if __name__ == "__main__":
    sys.exit(main())
