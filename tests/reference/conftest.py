"""Published cases: numbers and their source, one JSON file each."""

import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

CASES = Path(__file__).parent / "cases"


def load_case(name: str) -> SimpleNamespace:
    """Return a case's inputs, expected figures and tolerance."""
    case = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    return SimpleNamespace(**case)


@pytest.fixture(scope="session")
def published() -> Callable[[str], SimpleNamespace]:
    """Load a published case by its name."""
    return load_case
