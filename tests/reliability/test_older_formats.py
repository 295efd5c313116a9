"""A file of an older format is read as it was meant, and is whole whenever its reader is killed."""

import contextlib
import os
import random
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from db.document import Document
from db.errors import FileRefused
from db.gate import document_in, read
from db.kept import versions_of
from tests.cases import small_case
from tests.reliability.older_formats import OLDER, older_known, take_in, write_older

KILLS = int(os.environ.get("COUNTERPOISE_MIGRATION_KILLS", "4"))


@pytest.fixture
def document():
    """An assessment without its history, in which no option has a locator."""
    case = small_case()
    options = tuple(msgspec.structs.replace(row, locator="") for row in case.options)
    return Document(assessment=msgspec.structs.replace(case, options=options))


@pytest.fixture
def path(tmp_path, document):
    """A file of the older format in a folder of its own."""
    place = tmp_path / "desk" / "a.poise"
    place.parent.mkdir()
    write_older(place, document)
    return place


def test_a_file_of_an_older_format_is_read_and_left_as_it_is(path, document):
    before = path.read_bytes()
    assert int.from_bytes(before[60:64], "big") == OLDER
    with older_known(path):
        assert document_in(before, path) == document
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_damage_in_a_file_of_an_older_format_is_found_all_the_same(path):
    image = path.read_bytes()
    assert image.count(b"It was so.") == 1
    with older_known(path), pytest.raises(FileRefused, match="damaged or was altered"):
        document_in(image.replace(b"It was so.", b"It was no."), path)


def test_an_older_format_that_never_was_is_refused(path):
    with pytest.raises(FileRefused, match="damaged or was altered"):
        read(path)


def test_publishing_brings_the_file_up_to_date_and_keeps_the_older_one(path, document, tmp_path):
    before = path.read_bytes()
    take_in(path, tmp_path / "kept")
    assert read(path).document == document
    assert [kept.read_bytes() for kept in versions_of(tmp_path / "kept", path)] == [before]


def test_killed_at_any_moment_the_file_is_the_older_one_or_the_new_one(path, document, tmp_path):
    before = path.read_bytes()
    chance = random.Random(5)
    for _ in range(KILLS):
        path.write_bytes(before)
        kill_while_taking_in(path, tmp_path / "kept", chance.uniform(0, 0.4))
        after = path.read_bytes()
        assert after == before or read(path).document == document


def kill_while_taking_in(path: Path, kept: Path, moment: float) -> None:
    """Start taking the file in, and kill whoever does it so many seconds later."""
    command = [sys.executable, "-m", "tests.reliability.older_formats", str(path), str(kept)]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(moment)
        process.kill()
