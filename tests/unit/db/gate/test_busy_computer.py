"""A computer that has no time or room for the examination says nothing against the file."""

import sys

import pytest

from db.gate import process, read
from db.gate.container import TooBusy
from db.image import build_image
from tests.reliability.scenes import genuine_document


@pytest.fixture
def path(tmp_path):
    """A genuine file."""
    place = tmp_path / "a.poise"
    place.write_bytes(build_image(genuine_document()))
    return place


def test_a_worker_that_never_answers_is_ended(path, monkeypatch):
    waits = "import sys, threading; sys.stdin.buffer.read(); threading.Event().wait()"
    monkeypatch.setattr(process, "_command", lambda _task: [sys.executable, "-c", waits])
    monkeypatch.setattr(process, "SECONDS", 0.5)

    with pytest.raises(TooBusy, match=r"“a\.poise” could not be examined in time"):
        read(path)


def test_a_worker_that_cannot_be_started_is_no_fault_of_the_file(path, monkeypatch, tmp_path):
    monkeypatch.setattr(process, "_command", lambda _task: [str(tmp_path / "no such program")])

    with pytest.raises(TooBusy):
        read(path)
