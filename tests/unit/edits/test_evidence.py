"""Edits of the evidence register."""

import pytest

from app.edits import EditRefused, evidence, scores
from app.edits.evidence import LINKS
from db.model import Reliability, Stance
from tests.unit.edits.policy_case import policy_case

TARGETS = {
    "conditions": "heard",
    "benchmarks": "truce",
    "perspectives": "me",
    "options": "talk",
    "scenarios": "storm",
    "red_lines": "harm",
}


@pytest.fixture
def case():
    return policy_case()


def test_a_new_source_cannot_be_judged_until_somebody_does(case):
    assert case.sources[-1].reliability is Reliability.F


def test_a_source_is_not_known_through_itself(case):
    case = evidence.add_source(case, "tome", "A tome")
    case = evidence.change_source(case, "tome", cited_in="note")
    with pytest.raises(EditRefused, match="cannot be known through itself"):
        evidence.change_source(case, "note", cited_in="note")
    with pytest.raises(EditRefused, match="“A note by the embassy” cannot be known"):
        evidence.change_source(case, "note", cited_in="tome")


def test_an_extract_says_something(case):
    with pytest.raises(EditRefused, match="in your own words"):
        evidence.add_extract(case, "empty", "note", " \n ")
    with pytest.raises(EditRefused, match="in your own words"):
        evidence.change_extract(case, "said", claim="")


@pytest.mark.parametrize(("table", "target"), TARGETS.items())
def test_an_extract_bears_on_everything_with_a_stance(case, table, target):
    linked = evidence.link_extract(case, table, target, "said", Stance.CONTRADICTS)
    links = getattr(linked, LINKS[table][0])
    assert [(row.extract, row.stance) for row in links if row.extract == "said"] == [
        ("said", Stance.CONTRADICTS)
    ]
    turned = evidence.link_extract(linked, table, target, "said")
    assert len(getattr(turned, LINKS[table][0])) == len(links)
    assert evidence.unlink_extract(turned, table, target, "said") == case


def test_a_link_needs_both_ends(case):
    with pytest.raises(EditRefused, match="no longer there"):
        evidence.link_extract(case, "conditions", "nothing", "said")
    with pytest.raises(EditRefused, match="no longer there"):
        evidence.link_extract(case, "conditions", "heard", "nothing")


def test_removing_a_source_takes_its_extracts_and_links(case):
    linked = evidence.link_extract(case, "conditions", "heard", "said")
    linked = evidence.add_source(linked, "tome", "A tome")
    linked = evidence.change_source(linked, "tome", cited_in="note")
    left = evidence.remove_source(linked, "note")
    assert left.condition_evidence == ()
    assert "said" not in {row.id for row in left.extracts}
    assert next(row for row in left.sources if row.id == "tome").cited_in is None


def test_a_score_of_which_only_evidence_was_said_goes_with_it(case):
    case = scores.clear_scores(case, "me", [("talk", "aid")])
    linked = scores.link_evidence(case, "me", "talk", "aid", "said")
    assert ("me", "talk", "aid") in linked.score_by_key
    assert ("me", "talk", "aid") not in evidence.remove_extract(linked, "said").score_by_key
