"""Whatever somebody sends: a sentence within seconds, and nothing is touched."""

import os
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

from db.document import Document
from db.errors import FileRefused, NewerVersion
from db.gate import document_in, read
from db.gate.container import LARGEST, read_bytes
from db.image import build_image
from db.salvage.recovery import salvage
from tests.reliability import hostile
from tests.reliability.hostile.making import alter
from tests.reliability.scenes import genuine_document

SECONDS = 5.0

EVERY = hostile.MAKERS
_CORE = {family.__name__ for family in hostile.CORE}
MAKERS = {name: make for name, make in EVERY.items() if make.__module__ in _CORE}
"""Those that are looked at by the worker, as any file is; the others only in this process."""


@pytest.fixture(scope="module")
def image() -> bytes:
    """The bytes of a genuine file with a history."""
    return build_image(genuine_document())


@pytest.fixture
def path(tmp_path, image) -> Path:
    """A genuine file in a folder of its own."""
    place = tmp_path / "from a colleague" / "a.poise"
    place.parent.mkdir()
    place.write_bytes(image)
    return place


def everything_in(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    """Size, time of change and content of each file of a folder."""
    found = {}
    for path in folder.iterdir():
        status = path.lstat()
        content = b""
        if path.is_file() and not path.is_symlink() and status.st_size <= LARGEST:
            content = path.read_bytes()
        found[path.name] = (status.st_size, status.st_mtime_ns, content)
    return found


def test_the_genuine_file_is_let_in(path):
    assert read(path).document == genuine_document()


def test_an_honest_change_with_its_digest_is_let_in(path):
    alter(path, "UPDATE decision SET title = 'Altered by hand'")
    assert read(path).assessment.decision.title == "Altered by hand"


@pytest.mark.parametrize("name", MAKERS)
def test_a_hostile_file_is_refused_in_a_sentence(path, name):
    MAKERS[name](path)
    before = everything_in(path.parent)
    start = time.monotonic()
    with pytest.raises(FileRefused) as refusal:
        read(path)
    assert time.monotonic() - start < SECONDS + 1
    assert everything_in(path.parent) == before
    sentence = str(refusal.value)
    assert sentence.startswith(("“", "There is no", "Beside"))
    assert sentence.endswith(".")
    assert "a.poise" in sentence


@pytest.mark.parametrize("name", sorted(set(EVERY) - set(MAKERS)))
def test_a_further_hostile_file_is_refused_in_this_process_too(path, name):
    EVERY[name](path)
    before = everything_in(path.parent)
    with pytest.raises(FileRefused, match=r"\.$"):
        document_in(read_bytes(path), path)
    assert everything_in(path.parent) == before


def test_there_are_enough_hostile_files():
    assert len(MAKERS) >= 53
    assert len(EVERY) >= 200


def test_a_newer_version_says_which_one_is_needed(path):
    MAKERS["a_newer_format"](path)
    with pytest.raises(NewerVersion, match=r"format 2\.00.*format 1\.00"):
        read(path)


def test_a_newer_minor_version_that_we_can_read_is_not_continued(path):
    alter(path, "UPDATE meta SET format = 101, min_writer = 101", "PRAGMA user_version = 101")
    reading = read(path)
    assert reading.document == genuine_document()
    assert not reading.writable


def test_the_worker_is_ended_when_it_takes_too_long(path, monkeypatch):
    program = "import sys\nwhile True: sys.stdin.buffer.read()"
    monkeypatch.setattr("db.gate.process._command", lambda _: [sys.executable, "-c", program])
    monkeypatch.setattr("db.gate.process.SECONDS", 0.3)
    with pytest.raises(FileRefused, match="busy") as refused:
        read(path)
    assert "damaged" not in str(refused.value)
    with pytest.raises(FileRefused, match="busy"):
        salvage(path)


@pytest.mark.parametrize(
    "program",
    [
        "import os; os.kill(os.getpid(), 11)",
        "import os; os.write(1, b'not what was asked for')",
        "print('x' * 3000000)",
        "raise SystemExit(1)",
    ],
)
def test_whatever_becomes_of_the_worker_is_a_refusal(path, monkeypatch, program):
    monkeypatch.setattr("db.gate.process._command", lambda _: [sys.executable, "-c", program])
    monkeypatch.setattr("db.gate.process.LARGEST_ANSWER", 2_000_000)
    with pytest.raises(FileRefused):
        read(path)


def test_the_worker_can_have_only_so_much_memory(monkeypatch, path):
    greedy = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from db.gate import worker\n"
        "worker._limit_resources()\n"
        "try:\n    bytearray(2**30)\nexcept MemoryError:\n    print('refused')"
    )
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", greedy, str(root)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == "refused\n"
    assert resource.getrlimit(resource.RLIMIT_AS)[0] == resource.RLIM_INFINITY


def test_the_worker_loads_no_more_than_it_needs():
    root = Path(__file__).parents[2]
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]); import db.gate.worker\n"
        "print(*{name.partition('.')[0] for name in sys.modules})"
    )
    command = [sys.executable, "-I", "-c", program, str(root)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=dict(os.environ))
    assert not {"sqlalchemy", "numpy", "PySide6", "reportlab", "sqlite3"} & set(done.stdout.split())


def test_content_that_is_refused_when_read_cannot_be_made_by_publishing(image):
    assert build_image(genuine_document()) == image
    assert Document(assessment=genuine_document().assessment) != genuine_document()
