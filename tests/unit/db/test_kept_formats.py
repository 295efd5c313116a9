"""A file of every format opens as it did when it was written, and stays as it is.

After a change of a format that is not released yet: `python -m tests.kept_formats`.
"""

import pytest

from db import gate
from db.digest import content_digest
from db.layout import FORMAT
from db.revisions import state_at
from db.salvage.recovery import _roots
from db.salvage.rows import find_rows
from tests.kept_formats import FOLDER

KEPT = sorted(FOLDER.glob("*.poise"))


def test_the_present_format_is_among_those_kept():
    assert FOLDER / f"{FORMAT}.poise" in KEPT


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.stem)
def test_a_kept_file_says_what_it_always_said_and_is_left_as_it_is(path):
    before = path.read_bytes()
    beside = sorted(FOLDER.iterdir())
    document = gate.read(path).document
    said = path.with_suffix(".sha256").read_text(encoding="utf-8").strip()
    assert content_digest(document) == said
    assert state_at(document, 0).decision.title == "How to deal with them"
    assert path.read_bytes() == before
    assert sorted(FOLDER.iterdir()) == beside


def test_tables_begin_where_recovery_looks_for_them():
    found = find_rows((FOLDER / f"{FORMAT}.poise").read_bytes(), _roots())
    assert [row["name"] for row in found["options"].rows] == ["Fight", "Hold back", "Talk"]
    assert not any(one.broken or one.torn for one in found.values())
