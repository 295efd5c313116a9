"""The comparison brief tells what changed, what it did to the ranking, and why."""

import datetime

import pytest

from app.brief.blocks import Callout
from app.brief.compose import compose_changes
from app.edits import decision, options, scores, weights
from app.exchange.samples import read_sample
from db.model import Assessment
from tests.unit.brief.compose.said import rows, said, section

TODAY = datetime.date(2026, 3, 1)


@pytest.fixture(scope="module")
def sample() -> Assessment:
    return read_sample()


@pytest.fixture(scope="module")
def moved(sample: Assessment) -> Assessment:
    """Security weighs so much more that another option leads; the brief is of another day."""
    later = decision.change_brief(sample, dated=datetime.date(2025, 9, 1))
    return weights.set_swing(later, sample.decision.assessor, "security", 300.0)


def ranking(before: Assessment, after: Assessment) -> dict[str, list[str]]:
    document = compose_changes(before, after, TODAY)
    return {row[0]: row[1:] for row in rows(document, "")}


def test_it_names_the_brief_with_which_it_compares(sample: Assessment, moved: Assessment) -> None:
    document = compose_changes(sample, moved, TODAY)
    assert document.title.startswith("What changed: ")
    assert "what changed since the brief of 7 April 2025" in said(document)
    undated = decision.change_brief(sample, dated=None)
    assert "with an earlier state of it" in said(compose_changes(undated, moved, TODAY))


def test_ranks_and_values_stand_side_by_side(sample: Assessment, moved: Assessment) -> None:
    found = ranking(sample, moved)["Regional engagement without recognition"]
    assert found[:2] == ["2", "1"]
    back = ranking(moved, sample)["Regional engagement without recognition"]
    assert back[:2] == ["1", "2"]
    assert back[4].translate(str.maketrans("+−", "−+")) == found[4]


def test_the_cause_of_each_overtaking_is_named(sample: Assessment, moved: Assessment) -> None:
    why = section(compose_changes(sample, moved, TODAY), "Why ranks changed")
    assert "Regional engagement without recognition overtakes Conditional membership" in why
    assert "the weight of Security and counter-terrorism, the others making room (+" in why


def test_a_score_is_named_as_the_cause_when_it_is_one(sample: Assessment) -> None:
    raised = scores.set_score(sample, sample.decision.assessor, "RE", "norm", 100.0)
    why = section(compose_changes(sample, raised, TODAY), "Why ranks changed")
    assert "the scores on Norm change in the regime (+" in why
    assert "the weight of" not in why


def test_nothing_changed_is_said_plainly(sample: Assessment) -> None:
    document = compose_changes(sample, sample, TODAY)
    (box,) = (b for b in document.blocks if isinstance(b, Callout))
    assert "The ranking does not change." in said(box)
    assert "No option overtook another." in section(document, "Why ranks changed")
    assert "Nothing was changed." in section(document, "What was changed in the assessment")


def test_an_option_that_is_new_or_gone_is_named(sample: Assessment) -> None:
    fewer = options.remove_option(sample, "HP")
    assert "Protection track is no longer ranked." in said(compose_changes(sample, fewer, TODAY))
    assert ranking(sample, fewer)["Protection track"] == ["3", "–", "47.3", "–", "–"]
    assert "Protection track is new in the ranking." in said(compose_changes(fewer, sample, TODAY))


def test_another_advice_is_told_beside_the_former(sample: Assessment) -> None:
    other = decision.change_brief(sample, recommended="HP")
    advice = section(compose_changes(sample, other, TODAY), "The advice")
    assert "The option advised was Conditional membership." in advice
    same = section(compose_changes(sample, sample, TODAY), "The advice")
    assert "The option advised was" not in same
