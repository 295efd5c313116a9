"""A history that was tampered with is refused, or does no harm to anything that reads it."""

import msgspec
import pytest

from db.difference import Change
from db.document import Document, Revision, Session
from db.errors import FileRefused, MergeRefused
from db.gate import document_in
from db.image import build_image
from db.merge import merge, standing
from db.revisions import BrokenHistory, check_history
from tests.cases import small_case
from tests.reliability.scenes import genuine_document
from tests.reliability.tampering import tamper_often

replace = msgspec.structs.replace


def test_tampered_histories_are_refused_or_harmless():
    outcome = tamper_often(number=250, seed=20261122)
    assert outcome.troubles == {}
    assert outcome.slowest < 5
    assert outcome.refused > 60
    assert outcome.let_in > 30


def retitled(number: int, title: str, counter: int, **links: int) -> Revision:
    """A revision that changes nothing but the title."""
    titles = ["How to deal with them", "One", "Two", "Three"]
    change = Change("decision", (), "title", titles[titles.index(title) - 1], title)
    return Revision(
        number=number,
        session="5e" * 16,
        counter=counter,
        time=0,
        label="",
        changes=(change,),
        **links,
    )


def told(*revisions: Revision, title: str) -> Document:
    """The small case with these revisions of one session, whatever they say."""
    small = small_case()
    return Document(
        assessment=replace(small, decision=replace(small.decision, title=title)),
        sessions=(Session(id="5e" * 16, author="Rosa", seen=len(revisions)),),
        revisions=revisions,
    )


def test_a_revision_that_nobody_built_upon_is_refused():
    honest = told(retitled(1, "One", 1), retitled(2, "Two", 2, parent=1), title="Two")
    check_history(honest)
    aside = replace(honest.revisions[0], number=2, counter=2)
    hidden = told(honest.revisions[0], aside, retitled(3, "Two", 3, parent=1), title="Two")
    with pytest.raises(BrokenHistory, match="built upon revision 2"):
        check_history(hidden)


@pytest.mark.parametrize(
    "change",
    [
        Change("nothing", (), "title", "a", "b"),
        Change("decision", (), "__class__", "a", "b"),
        Change("decision", (), "title", "", "b"),
        Change("decision", ("key",), "title", "a", "b"),
        Change("options", ("no id!",), "name", "a", "b"),
        Change("options", ("NR",), "id", "NR", "RE"),
        Change("options", ("NR",), None, {"name": 3.0}, None),
        Change("options", (), "position", ["NR", "NR"], ["NR", "NR"]),
        Change("weights", (), "position", [], []),
        Change("weights", ("rosa", "sec"), "swing", 1.0, float("inf")),
        Change("options", ("NR",), None, None, {"name": "x"}, -1),
    ],
)
def test_a_change_that_nobody_could_have_made_is_refused_on_any_line(change):
    first, second = retitled(1, "One", 1), retitled(2, "Two", 2, parent=1)
    aside = replace(second, number=3, counter=3, parent=1, changes=(change,))
    joined = replace(second, number=4, counter=4, parent=2, merged=3, changes=())
    document = told(first, second, aside, joined, title="Two")
    with pytest.raises(BrokenHistory):
        check_history(document)
    check_history(told(first, second, replace(aside, changes=()), joined, title="Two"))


def test_a_time_that_no_calendar_shows_is_refused(tmp_path):
    document = genuine_document()
    last = replace(document.revisions[-1], time=2**48)
    late = replace(document, revisions=(*document.revisions[:-1], last))
    with pytest.raises(FileRefused):
        document_in(build_image(late), tmp_path / "a.poise")


def test_an_edit_slipped_into_a_merge_is_refused_by_the_next_merge():
    first, second = retitled(1, "One", 1), retitled(2, "Two", 2, parent=1)
    aside = replace(second, number=3, counter=3, parent=1, changes=())
    slipped = replace(retitled(4, "Three", 4), parent=2, merged=3)
    document = told(first, second, aside, slipped, title="Three")
    check_history(document)
    with pytest.raises(MergeRefused, match="altered by another program"):
        merge(told(first, second, title="Two"), document)
    with pytest.raises(MergeRefused):
        merge(document, told(first, second, title="Two"))
    assert standing(document).conflicts == ()


def test_copies_that_differ_in_what_came_first_are_not_merged():
    first = retitled(1, "One", 1)
    second, third = (replace(first, number=n, counter=n, parent=n - 1, changes=()) for n in (2, 3))
    one = told(first, second, third, title="One")
    other = told(first, second, replace(third, parent=1), title="One")
    assert merge(one, one).assessment == one.assessment
    with pytest.raises(MergeRefused, match="altered by another program"):
        merge(one, other)
