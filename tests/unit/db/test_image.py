"""A document comes back from its file exactly as it was."""

from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings

from db.difference import difference
from db.digest import content_digest
from db.document import Document, Revision, Session
from db.gate import document_in, read
from db.image import build_image
from db.model import Assessment, Criterion, Decision, Level, Option, Perspective, Score
from db.store import Store
from tests.strategies import assessments, grown, pairs

ANYWHERE = Path("any.poise")
SESSION = Session(id="0" * 31 + "1", author="Rosa", seen=1)


def with_history(before: Assessment, after: Assessment) -> Document:
    """A document whose one revision led from the first to the second."""
    revision = Revision(
        number=1,
        session=SESSION.id,
        counter=1,
        time=1_700_000_000,
        label="Edit",
        changes=difference(before, after),
    )
    return Document(assessment=after, sessions=(SESSION,), revisions=(revision,))


@given(assessments())
def test_every_assessment_comes_back_exactly(assessment):
    document = Document(assessment=assessment)
    assert document_in(build_image(document), ANYWHERE) == document


@given(pairs())
def test_history_comes_back_exactly(pair):
    document = with_history(*pair)
    assert document_in(build_image(document), ANYWHERE) == document


@settings(max_examples=5)
@given(assessments())
def test_every_assessment_comes_back_through_the_worker(tmp_path_factory, assessment):
    path = tmp_path_factory.mktemp("gate") / "a.poise"
    path.write_bytes(build_image(Document(assessment=assessment)))
    assert read(path).assessment == assessment


@given(assessments())
def test_equal_documents_have_equal_files_and_digests(assessment):
    copy = msgspec.json.decode(msgspec.json.encode(assessment), type=Assessment)
    one, other = Document(assessment=assessment), Document(assessment=copy)
    assert content_digest(one) == content_digest(other)
    assert build_image(one) == build_image(other)


@given(pairs())
def test_different_documents_have_different_digests(pair):
    before, after = (Document(assessment=value) for value in pair)
    assert (content_digest(before) == content_digest(after)) == (before == after)


@pytest.mark.parametrize("number", [-0.0, 0, 50])
def test_a_number_in_another_spelling_is_the_same_number(tmp_path, commit, number):
    empty = Assessment(
        decision=Decision(id="D", title="Numbers"),
        options=(Option(id="O", name="Option"),),
        criteria=(Criterion(id="C", name="Criterion"),),
        perspectives=(Perspective(id="P", name="Rosa"),),
    )
    value = msgspec.structs.replace(
        empty,
        scores=(Score(assessor="P", option="O", criterion="C", likely=number),),
        levels=(Level(criterion="C", at=number),),
    )
    store = Store.create(tmp_path, empty)
    commit(store, store.document().assessment, value)
    document = store.document()
    assert store.load() == value
    store.discard()
    read_back = document_in(build_image(document), ANYWHERE)
    assert read_back == document
    assert str(read_back.assessment.scores[0].likely) == str(float(number) + 0.0)
    assert document_in(build_image(read_back), ANYWHERE) == document


def test_an_empty_assessment_is_a_file_too():
    document = Document(assessment=Assessment(decision=Decision(id="D", title="New")))
    assert document_in(build_image(document), ANYWHERE) == document


def test_the_file_says_what_it_is():
    image = build_image(Document(assessment=grown(1, 1)))
    assert image[:16] == b"SQLite format 3\0"
    assert image[18:20] == b"\x01\x01", "a journal of another kind could be lying beside it"
    assert image[60:64] == (100).to_bytes(4, "big")
    assert image[68:72] == b"PoIs"


@pytest.mark.parametrize("seed", range(5))
def test_no_trace_of_removed_text_is_in_a_fresh_file(seed):
    value = grown(seed, 3)
    removed = "Hidden-Name-4711"
    named = msgspec.structs.replace(value.options[0], description=removed)
    before = msgspec.structs.replace(value, options=(named, *value.options[1:]))
    assert removed.encode() in build_image(Document(assessment=before))
    assert removed.encode() not in build_image(Document(assessment=value))
