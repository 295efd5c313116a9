"""Files of older formats are brought up to the present one while they are read."""

import pytest

from db.document import Document
from db.image import assign_keys, stored_rows
from db.layout import FORMAT
from db.migrations import STEPS, migrated
from db.reading import collect
from tests.cases import small_case
from tests.kept_formats import FOLDER

ROWS = {"options": [(1, "a")]}


def test_every_released_format_has_a_way_to_the_present_one():
    for path in FOLDER.glob("*.poise"):
        version = int(path.stem)
        while version < FORMAT:
            version, _ = STEPS[version]
        assert version == FORMAT


def test_rows_of_the_present_format_stay_as_they_are():
    assert migrated(ROWS, FORMAT) is ROWS


def test_steps_follow_each_other():
    steps = {
        1: (2, lambda rows: rows | {"second": []}),
        2: (4, lambda rows: rows | {"fourth": rows["second"]}),
    }
    assert migrated(ROWS, 1, steps, 4) == ROWS | {"second": [], "fourth": []}


def test_a_format_from_which_nothing_leads_here_is_not_read():
    with pytest.raises(LookupError):
        migrated(ROWS, 1, {}, 4)


def test_a_step_makes_a_document_of_rows_that_lack_a_column():
    document = Document(assessment=small_case())
    rows = stored_rows(document, assign_keys(document))
    older = rows | {"mechanisms": [row[:-1] for row in rows["mechanisms"]]}
    older["options"] = [row[:-1] for row in rows["options"]]

    def add_places(rows):
        return rows | {"options": [(*row, "") for row in rows["options"]]}

    assert collect(migrated(older, 1, {1: (2, add_places)}, 2)) == document
