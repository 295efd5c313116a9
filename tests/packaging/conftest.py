"""The scripts that build the packages, importable like modules of their own."""

import pytest

from tests.architecture.sources import ROOT

PACKAGING = ROOT / "packaging"


@pytest.fixture(autouse=True)
def _scripts(monkeypatch):
    for folder in ("bundle", "linux"):
        monkeypatch.syspath_prepend(str(PACKAGING / folder))
