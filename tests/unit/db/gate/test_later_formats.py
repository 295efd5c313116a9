# ruff: noqa: S608  (such files are made with statements of our own)
"""Files of formats that come after ours: what may be read is, the rest is called newer."""

import pytest

from db.document import Document
from db.errors import FileRefused, NewerVersion
from db.gate import read
from db.image import build_image
from db.layout import FORMAT
from tests.reliability.hostile.making import alter, patch, run
from tests.reliability.scenes import genuine_document

NEXT = FORMAT + 1
EXTRA = 'CREATE TABLE later ( "key" INTEGER NOT NULL, words TEXT, PRIMARY KEY ("key") ) STRICT'


@pytest.fixture
def path(tmp_path):
    """A genuine file with a history."""
    place = tmp_path / "a.poise"
    place.write_bytes(build_image(genuine_document()))
    return place


def as_next_format(path, *statements, reader=FORMAT, writer=NEXT):
    """Make of a file what the next minor format might be."""
    about = f"UPDATE meta SET format = {NEXT}, min_reader = {reader}, min_writer = {writer}"
    alter(path, about, f"PRAGMA user_version = {NEXT}", *statements)


def test_a_later_format_that_lets_us_read_it_is_read_but_not_written(path):
    as_next_format(path, EXTRA, "INSERT INTO later VALUES (1, 'from the future')")
    reading = read(path)
    assert reading.document == genuine_document()
    assert reading.format == NEXT
    assert not reading.writable


def test_a_later_format_that_lets_us_go_on_with_it_can_be_written(path):
    as_next_format(path, writer=FORMAT)
    assert read(path).writable


@pytest.mark.parametrize(
    "statement",
    [
        "ALTER TABLE options ADD COLUMN mood TEXT",
        "DROP TABLE stages",
        "CREATE VIEW v AS SELECT 1",
        EXTRA,
    ],
)
def test_a_file_that_only_a_newer_program_can_read_is_called_newer_whatever_is_in_it(
    path, statement
):
    about = f"UPDATE meta SET format = {NEXT}, min_reader = {NEXT}, min_writer = {NEXT}"
    run(path, about, f"PRAGMA user_version = {NEXT}", statement)
    with pytest.raises(NewerVersion, match="written by a newer Counterpoise"):
        read(path)


@pytest.mark.parametrize(
    "statement",
    [
        "ALTER TABLE options ADD COLUMN mood TEXT",
        "CREATE VIEW v AS SELECT 1",
        "CREATE TRIGGER t AFTER INSERT ON options BEGIN SELECT 1; END",
        "CREATE TABLE t ( a INTEGER CHECK (a > 1) ) STRICT",
        "CREATE TABLE t ( a INTEGER DEFAULT (1 / 0) ) STRICT",
        "CREATE TABLE t ( a INTEGER, b INTEGER AS (a + 1) ) STRICT",
        "CREATE TABLE t ( a TEXT COLLATE NOCASE ) STRICT",
        "CREATE TABLE t ( a TEXT )",
        "CREATE INDEX i ON options (name)",
    ],
)
def test_what_is_new_may_only_be_plain_tables_beside_ours(path, statement):
    as_next_format(path, statement)
    with pytest.raises(FileRefused, match="damaged or was altered"):
        read(path)


def test_what_a_later_format_says_in_our_tables_is_checked_like_ours(path):
    as_next_format(path, EXTRA)
    run(path, "UPDATE decision SET title = 'Another title'")
    with pytest.raises(FileRefused, match="damaged or was altered"):
        read(path)


def test_our_own_format_has_no_further_tables(path):
    alter(path, EXTRA)
    with pytest.raises(FileRefused, match="damaged or was altered"):
        read(path)


@pytest.mark.parametrize(
    "numbers",
    [
        "min_reader = -1",
        "min_reader = 0",
        f"min_reader = {FORMAT}, min_writer = {FORMAT - 1}",
        f"min_writer = {NEXT}",
        '"key" = 2',
        f"format = {NEXT}",
    ],
)
def test_what_a_file_says_of_itself_must_be_plausible(path, numbers):
    alter(path, f"UPDATE meta SET {numbers}")
    with pytest.raises(FileRefused, match="damaged or was altered"):
        read(path)


def test_no_format_is_numbered_like_a_negative_number(path):
    patch(path, 60, (-1).to_bytes(4, "big", signed=True))
    with pytest.raises(FileRefused, match="not a Counterpoise assessment"):
        read(path)


def test_more_rows_than_an_assessment_can_have_are_refused_for_what_they_are(path):
    rows = (
        "WITH RECURSIVE n(x) AS (SELECT 1000 UNION ALL SELECT x + 1 FROM n LIMIT 300)"
        " INSERT INTO mechanisms SELECT x, x, 'm' || x, 'Name', '' FROM n"
    )
    more = rows.replace("mechanisms", "scenarios").replace("'', ''", "''")
    alter(path, more.replace("'Name', ''", "'Name', '', NULL, '', NULL"))
    with pytest.raises(FileRefused, match=r"holds more than an assessment can \(There are 30"):
        read(path)


def test_an_empty_assessment_of_ours_is_read(tmp_path):
    path = tmp_path / "b.poise"
    document = Document(assessment=genuine_document().assessment)
    path.write_bytes(build_image(document))
    assert read(path).format == FORMAT
