"""The page on the file format says what is true of a file."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.exchange.samples import read_sample
from db import schema
from db.document import Document
from db.image import build_image
from db.store import Store

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "file-format.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture
def sample(tmp_path, commit) -> Path:
    """The worked example in a file, with one edit."""
    value = read_sample()
    store = Store.create(tmp_path / "work", value)
    commit(store, value, value, "Looked at it")
    path = tmp_path / "copy.poise"
    path.write_bytes(build_image(store.document()))
    store.discard()
    return path


def test_it_names_every_table_and_no_other():
    named = set(re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", PAGE, re.MULTILINE))
    tables = {name for cell in named for name in re.findall(r"`(\w+)`", cell)}
    assert tables == set(schema.FILE.tables)


def test_it_names_every_test_that_keeps_a_promise():
    tests = re.findall(r"`(tests/[\w/]+\.py)`", PAGE)
    assert tests
    assert all((ROOT / path).is_file() for path in tests)


def test_its_queries_answer_with_the_standard_library_alone(sample):
    answers = []
    with closing(sqlite3.connect(f"file:{sample}?mode=ro", uri=True)) as connection:
        answers = [connection.execute(query).fetchall() for query in QUERIES]
    ranking, scores, history = answers
    assert ranking[0] == ("CM", 53.6)
    assert [code for code, _ in ranking] == ["CM", "RE", "HP", "BR", "NR", "SP", "UR"]
    assert len(scores) == len(read_sample().scores)
    assert history == [("2026-11-22 12:00:00", "Rosa", "Looked at it", None, None, None, None)]


def test_the_sizes_on_it_are_not_exceeded():
    image = build_image(Document(assessment=read_sample()))
    assert len(image) < 500_000
