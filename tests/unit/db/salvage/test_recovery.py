"""What can be read of a damaged file is kept as it was, the rest is told, nothing is made up."""

import random
from pathlib import Path

import msgspec
import pytest

from db.document import Document
from db.errors import FileRefused, SalvageRefused
from db.gate import document_in
from db.image import build_image
from db.model import Option
from db.model.tables import key_of, tables
from db.salvage import salvage
from db.salvage.assembly import STRICTEST
from db.salvage.recovery import _roots
from db.salvage.remains import Remains, Request, collect_remains
from tests.reliability.mutants import DAMAGES, PAGE, cut, cut_pages, zero_page
from tests.reliability.scenes import genuine_document

LOSING = (cut, cut_pages, zero_page)


def remains_of(image):
    """Recover in this process what the worker would."""
    request = Request(bytes(image), _roots(), "a")
    return msgspec.msgpack.decode(collect_remains(msgspec.msgpack.encode(request)), type=Remains)


def rows_of(assessment):
    return {
        table.name: {key_of(row): row for row in getattr(assessment, table.name)}
        for table in tables().values()
        if not table.single
    }


def released(assessment, table, row):
    """The row as it may stand without what was lost: with any optional pointer emptied."""
    return {
        column.name: None if column.references and column.optional else getattr(row, column.name)
        for column in table.columns
    }


def assert_nothing_invented(before, after):
    was = rows_of(before)
    for name, rows in rows_of(after).items():
        for key, row in rows.items():
            table = tables()[name]
            assert released(after, table, row) == released(before, table, was[name][key])
            for column in table.columns:
                if column.references and column.optional:
                    assert getattr(row, column.name) in (
                        None,
                        getattr(was[name][key], column.name),
                    )


def test_an_undamaged_image_comes_back_whole():
    for size in (1, 4, 25):
        document = genuine_document(size, size)
        assert remains_of(build_image(document)) == Remains(document.assessment, ())


def test_long_texts_come_back_from_pages_of_their_own(small):
    decision = msgspec.structs.replace(small.decision, background="Long. " * 3000)
    long = msgspec.structs.replace(small, decision=decision)
    assert remains_of(build_image(Document(assessment=long))) == Remains(long, ())


@pytest.mark.parametrize("damage", LOSING)
def test_what_is_kept_of_a_file_with_holes_equals_the_original(damage):
    document = genuine_document(5, 20)
    image = build_image(document)
    kept = 0
    for seed in range(30):
        mutant = bytearray(image)
        damage(mutant, random.Random(seed))
        remains = remains_of(mutant)
        if remains.assessment is None:
            continue
        kept += 1
        assert_nothing_invented(document.assessment, remains.assessment)
        gone = {
            name
            for name, rows in rows_of(document.assessment).items()
            if rows != rows_of(remains.assessment)[name]
        }
        assert gone <= {loss.table for loss in remains.losses}
    assert kept > 10


@pytest.mark.parametrize("damage", DAMAGES)
def test_no_damage_makes_anything_but_a_whole_assessment(damage, tmp_path):
    image = build_image(genuine_document())
    for seed in range(12):
        mutant = bytearray(image)
        damage(mutant, random.Random(seed))
        remains = remains_of(mutant)
        if remains.assessment is not None:
            again = build_image(Document(assessment=remains.assessment))
            assert document_in(again, tmp_path).assessment == remains.assessment


def test_flipped_bits_change_no_more_rows_than_bits():
    document = genuine_document(5, 20)
    image = build_image(document)
    was = rows_of(document.assessment)
    ids = {key[0] for name, rows in was.items() for key in rows if key and tables()[name].ordered}
    for seed in range(30):
        chance = random.Random(seed)
        mutant = bytearray(image)
        mutant[chance.randrange(PAGE, len(image))] ^= 1 << chance.randrange(8)
        remains = remains_of(mutant)
        assert remains.assessment is not None
        told = {loss.table for loss in remains.losses}
        strange = [
            (name, key, row)
            for name, rows in rows_of(remains.assessment).items()
            for key, row in rows.items()
            if name not in told and was[name].get(key) != row
        ]
        # A bit of an id renames what has it, wherever that is pointed at.
        renamed = {key[0] for name, key, _ in strange if key and tables()[name].ordered} - ids
        others = [row for *_place, row in strange if not any(key in repr(row) for key in renamed)]
        assert len(renamed) + len(others) <= 1


def write_damaged(path: Path, document, *pages):
    image = bytearray(build_image(document))
    for page in pages:
        image[(page - 1) * PAGE : page * PAGE] = bytes(PAGE)
    path.write_bytes(image)
    return bytes(image)


def test_a_file_without_its_first_page_is_recovered_under_a_label(tmp_path):
    path = tmp_path / "b.poise"
    document = genuine_document()
    damaged = write_damaged(path, document, 1)
    recovery = salvage(path)
    assert recovery.losses == ()
    title = recovery.assessment.decision.title
    assert title == f"Recovered: {document.assessment.decision.title}"[:200].rstrip()
    assert recovery.assessment.decision.id != document.assessment.decision.id
    assert path.read_bytes() == damaged
    assert list(tmp_path.iterdir()) == [path]


def flipped(image, old, new):
    """The image with one word in it changed, and nothing that tells of it."""
    assert image.count(old) == 1
    return image.replace(old, new)


def test_a_table_in_which_a_word_was_changed_is_told_and_no_other(small):
    named = msgspec.structs.replace(small.options[0], description="Nobody-says-this")
    assessment = msgspec.structs.replace(small, options=(named, *small.options[1:]))
    image = build_image(Document(assessment=assessment))
    assert remains_of(image).uncertain == ()
    changed = remains_of(flipped(image, b"Nobody-says-this", b"Nobody-says-that"))
    assert changed.losses == ()
    assert changed.assessment.options[0].description == "Nobody-says-that"
    assert changed.uncertain == ("options",)


def test_what_is_left_of_a_table_with_a_hole_is_not_vouched_for_and_the_rest_is(small):
    more = tuple(Option(id=f"m{at}", name=f"More {at}", description="x" * 900) for at in range(9))
    document = Document(assessment=msgspec.structs.replace(small, options=small.options + more))
    image = bytearray(build_image(document))
    root = _roots()["options"]
    assert image[(root - 1) * PAGE] == 5, "the table is too small to lose only a part of it"
    leaf = int.from_bytes(image[(root - 1) * PAGE + 8 : (root - 1) * PAGE + 12], "big")
    image[(leaf - 1) * PAGE : leaf * PAGE] = bytes(PAGE)
    remains = remains_of(image)
    assert 0 < len(remains.assessment.options) < len(document.assessment.options)
    assert remains.uncertain == ("options",)


def test_without_the_checksums_nothing_is_vouched_for(small):
    image = bytearray(build_image(Document(assessment=small)))
    page = _roots()["checksum"]
    image[(page - 1) * PAGE : page * PAGE] = bytes(PAGE)
    remains = remains_of(image)
    assert remains.assessment == small
    kept = {name for name, rows in rows_of(small).items() if rows}
    assert set(remains.uncertain) == kept | {"decision", "brief"}


def test_a_lost_decision_gets_the_strictest_marking_and_the_name_of_the_file(tmp_path):
    path = tmp_path / "kabul.poise"
    write_damaged(path, genuine_document(), _roots()["decision"])
    recovery = salvage(path)
    decision = recovery.assessment.decision
    assert (decision.title, decision.marking) == ("Recovered: kabul", STRICTEST)
    assert [(loss.table, loss.kept) for loss in recovery.losses] == [("decision", 0)]


def test_lost_options_take_with_them_what_was_said_of_them(tmp_path):
    path = tmp_path / "b.poise"
    document = genuine_document()
    write_damaged(path, document, _roots()["options"])
    recovery = salvage(path)
    assert recovery.assessment.options == recovery.assessment.scores == ()
    assert recovery.assessment.criteria == document.assessment.criteria
    losses = {loss.table: loss for loss in recovery.losses}
    assert losses["options"].unread == 1
    assert losses["scores"].left_out == len(document.assessment.scores)


def test_a_leftover_journal_is_neither_used_nor_touched(tmp_path):
    path = tmp_path / "b.poise"
    document = genuine_document()
    path.write_bytes(build_image(document))
    journal = tmp_path / "b.poise-journal"
    journal.write_bytes(b"\xd9\xd5\x05\xf9 \xa1c\xd7" + bytes(600))
    recovery = salvage(path)
    assert rows_of(recovery.assessment) == rows_of(document.assessment)
    assert recovery.losses == ()
    assert journal.stat().st_size == 608


def test_a_whole_file_needs_no_recovery(tmp_path):
    path = tmp_path / "b.poise"
    path.write_bytes(build_image(genuine_document()))
    with pytest.raises(SalvageRefused, match="is whole"):
        salvage(path)


@pytest.mark.parametrize("content", [b"Dear colleague,\n" * 1000, bytes(200_000), b"x"])
def test_of_something_else_nothing_is_recovered(tmp_path, content):
    path = tmp_path / "b.poise"
    path.write_bytes(content)
    with pytest.raises(SalvageRefused, match="Nothing of an assessment"):
        salvage(path)


def test_a_file_that_is_not_there_is_refused_as_always(tmp_path):
    with pytest.raises(FileRefused, match="There is no file"):
        salvage(tmp_path / "gone.poise")
