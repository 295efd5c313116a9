"""The worker knows what it needs, and no more is loaded for it."""

import subprocess
import sys

import msgspec
import pytest

from db.gate import worker
from db.gate.crowds import MOST_HISTORY, MOST_ROWS
from db.gate.entrance import Contents
from db.gate.examination import Findings, examine
from db.gate.process import _command
from db.image import assign_keys, build_image, stored_rows
from db.layout import HISTORY_TABLES
from db.model.bounds import most_rows
from tests.architecture.sources import ROOT
from tests.reliability.scenes import genuine_document

HEAVY = {"enum", "functools", "hashlib", "msgspec", "pathlib", "re", "subprocess", "typing"}


def loaded(program: str) -> set[str]:
    """The packages that are loaded in a worker's interpreter after a program ran in it."""
    command = _command("examine")
    command[command.index("-c") + 1] = (
        f"import sys; sys.path += sys.argv[1:-1]\n{program}\n"
        "print(*{name.partition('.')[0] for name in sys.modules})"
    )
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    return set(done.stdout.split())


def test_as_many_rows_are_looked_at_as_the_model_allows():
    assert most_rows() == MOST_ROWS
    assert not set(HISTORY_TABLES) & MOST_ROWS.keys()
    assert max(MOST_ROWS.values()) <= MOST_HISTORY


def test_an_examination_loads_apsw_and_what_every_interpreter_has(tmp_path):
    path = tmp_path / "a.poise"
    path.write_bytes(build_image(genuine_document()))
    after = loaded(
        f"from db.gate.worker import _examined; _examined(open({str(path)!r}, 'rb').read())"
    )
    assert "apsw" in after
    assert not HEAVY & (after - loaded("pass"))


def test_the_worker_is_started_without_the_surroundings_of_who_starts_it():
    _, *flags = _command("examine")
    assert flags[:2] == ["-I", "-S"]


def test_the_answer_is_what_the_entrance_expects():
    document = genuine_document()
    contents = msgspec.msgpack.decode(worker._examined(build_image(document)), type=Contents)
    rows = stored_rows(document, assign_keys(document))
    assert {name: [tuple(row) for row in kept] for name, kept in contents.rows.items()} == rows
    assert contents.said.head == document.head
    assert contents.crowd is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
@pytest.mark.parametrize("limit", ["RLIMIT_CPU, (4, 4)", "RLIMIT_AS, (500 << 20, 500 << 20)"])
def test_a_computer_that_allows_less_than_the_worker_takes_makes_no_file_suspicious(limit):
    """A limit that an administrator has set cannot be raised again."""
    command = _command("examine")
    at = command.index("-c") + 1
    command[at] = f"import resource; resource.setrlimit(resource.{limit}); {command[at]}"
    image = build_image(genuine_document())
    done = subprocess.run(command, input=image, capture_output=True, check=True)
    assert done.stdout == worker._examined(image)


def test_a_crowd_is_answered_without_rows():
    found = Findings((100, 100, 100, 1), crowd=("options", 300, 200))
    contents = msgspec.msgpack.decode(b"".join(worker._answer(found)), type=Contents)
    assert contents == Contents(contents.said, {}, ("options", 300, 200))


def test_what_is_examined_here_is_what_the_worker_examines():
    image = build_image(genuine_document())
    found = examine(image)
    contents = msgspec.msgpack.decode(worker._examined(image), type=Contents)
    assert found.rows == {
        name: [tuple(row) for row in rows] for name, rows in contents.rows.items()
    }
