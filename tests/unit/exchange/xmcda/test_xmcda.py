"""XMCDA there and back, and documents of other projects with the results they publish."""

import re
from pathlib import Path

import msgspec
import numpy as np
import pytest
from hypothesis import given

from app.analysis.crosschecks.topsis import find_closeness
from app.analysis.outcome import find_outcome
from app.exchange.samples import read_sample
from app.exchange.xmcda import is_xmcda, make_assessment, read_documents, write_xmcda
from app.exchange.xml_tree import parse
from db.model import Elicitation, ScaleKind, Widening
from tests.strategies import assessments
from tests.unit.exchange.tables.test_round_trip import bent

DATA = Path(__file__).parents[3] / "data" / "xmcda"


def read(*documents):
    return make_assessment(read_documents(documents), "Title", "Me", "x.xml").assessment


def published(folder):
    names = sorted(path for path in (DATA / folder).glob("*.xml") if path.stem != "expected")
    return read(*(path.read_bytes() for path in names))


def expected(folder):
    text = (DATA / folder / "expected.xml").read_text()
    pairs = re.findall(r"<alternativeID>(\w+)</alternativeID>.*?<real>([\d.]+)</real>", text)
    return {key: float(value) for key, value in pairs}


def test_a_published_weighted_sum_comes_out():
    assessment = published("weighted-sum-2")
    outcome = find_outcome(assessment)
    for option, value in expected("weighted-sum-2").items():
        assert outcome.total(option) == pytest.approx(value, abs=1e-9)
    assert len(assessment.options) == 9
    assert {row.scale for row in assessment.criteria} == {ScaleKind.DIRECT}


def test_a_published_topsis_comes_out_of_scores_directions_and_weights():
    assessment = published("topsis-3")
    criteria = [row.id for row in assessment.criteria]
    judge = assessment.decision.assessor
    signs = np.array([1.0 if row.best > row.worst else -1.0 for row in assessment.criteria])
    scores = np.array(
        [
            [assessment.score_by_key[judge, option.id, leaf].likely for leaf in criteria]
            for option in assessment.options
        ]
    )
    weights = [assessment.swing_by_key[judge, leaf] for leaf in criteria]
    found = find_closeness(scores * signs, weights).closeness
    by_option = dict(zip((row.id for row in assessment.options), found.tolist(), strict=True))
    assert by_option == pytest.approx(expected("topsis-3"), abs=1e-12)
    assert [row.name for row in assessment.criteria][2] == "TravelCost"


def test_version_four_with_its_own_names_is_read():
    assessment = read(
        b'<xmcda xmlns="http://www.decision-deck.org/2021/XMCDA-4.0.0">'
        b'<alternatives><alternative id="a1" name="One"/></alternatives>'
        b'<criteria><criterion id="g1" name="Aim"/></criteria>'
        b"<criteriaScales><criterionScales><criterionID>g1</criterionID><scales><scale>"
        b"<quantitative><preferenceDirection>min</preferenceDirection></quantitative></scale>"
        b"</scales></criterionScales></criteriaScales>"
        b"<criteriaValues><criterionValues><criterionID>g1</criterionID><values><value>"
        b"<integer>3</integer></value></values></criterionValues></criteriaValues>"
        b"<performanceTable><alternativePerformances><alternativeID>a1</alternativeID>"
        b"<performance><criterionID>g1</criterionID><values><value><real>31.6</real></value>"
        b"</values></performance></alternativePerformances></performanceTable></xmcda>"
    )
    (leaf,) = assessment.criteria
    assert (leaf.worst, leaf.best) == (100.0, 0.0)
    assert assessment.scores[0].likely == 31.6
    assert assessment.weights[0].swing == 3.0


@pytest.mark.parametrize("assessment", [read_sample(), bent()], ids=["sample", "bent"])
def test_what_the_format_holds_comes_back_to_the_byte(assessment):
    data = write_xmcda(assessment)
    back = read(data)
    assert write_xmcda(back) == data
    outcome, again = find_outcome(assessment), find_outcome(back)
    assert again.ranked == outcome.ranked
    assert [again.total(o) for o in again.ranked] == [outcome.total(o) for o in outcome.ranked]
    judge = back.perspective_by_id[back.decision.assessor]
    assert judge.elicitation is Elicitation.DIRECT


@given(assessments())
def test_any_assessment_with_scores_keeps_its_values_and_settles_at_once(assessment):
    data = write_xmcda(assessment)
    if b"<performance>" not in data:
        return
    back = read(data)
    settled = write_xmcda(back)
    assert write_xmcda(read(settled)) == settled
    outcome, again = find_outcome(assessment), find_outcome(back)
    if outcome is not None and assessment.decision.widening is Widening.OFF:
        assert {o: again.total(o) for o in again.ranked} == {
            o: outcome.total(o) for o in outcome.ranked
        }


def test_results_are_in_the_document():
    root = parse(write_xmcda(read_sample()))
    values, ranks = root.all("alternativesValues")
    first = next(values.all("alternativeValue"))
    assert first.words("alternativeID") == "CM"
    assert float(first.words("values", "value", "real")) == pytest.approx(53.62, abs=0.01)
    assert next(ranks.all("alternativeValue")).words("values", "value", "integer") == "1"


def test_ids_that_cannot_be_kept_are_replaced_and_names_that_are_taken_told_apart():
    assessment = read(
        b"<XMCDA><alternatives><alternative id='a b' name='Same'/>"
        b"<alternative id='c' name='Same'/></alternatives><performanceTable>"
        b"<alternativePerformances><alternativeID>a b</alternativeID><performance>"
        b"<criterionID>g</criterionID><value><real>1</real></value></performance>"
        b"</alternativePerformances></performanceTable></XMCDA>"
    )
    assert [row.name for row in assessment.options] == ["Same", "Same (c)"]
    assert assessment.options[1].id == "c"
    assert assessment.scores[0].option == assessment.options[0].id


def test_missing_performances_are_missing_scores():
    assessment = read(
        b"<XMCDA><performanceTable><alternativePerformances><alternativeID>a</alternativeID>"
        b"<performance><criterionID>g</criterionID><value><NA/></value></performance>"
        b"<performance><criterionID>h</criterionID><value><real>1</real></value></performance>"
        b"</alternativePerformances></performanceTable></XMCDA>"
    )
    assert [row.criterion for row in assessment.scores] == ["h"]


def test_an_xmcda_document_is_known_by_its_beginning():
    assert is_xmcda(write_xmcda(read_sample()))
    assert is_xmcda('<?xml version="1.0"?><XMCDA/>'.encode("utf-16"))
    assert not is_xmcda(b"Option,XMCDA\nx,1\n")
    assert not is_xmcda(b"<html/>")


def test_a_fictive_alternative_is_left_out_and_told_of():
    document = (
        b"<XMCDA><alternatives><alternative id='a'/><alternative id='p' name='Profile'>"
        b"<type>fictive</type></alternative></alternatives><performanceTable>"
        b"<alternativePerformances><alternativeID>a</alternativeID><performance>"
        b"<criterionID>g</criterionID><value><real>1</real></value></performance>"
        b"</alternativePerformances></performanceTable></XMCDA>"
    )
    built = make_assessment(read_documents([document]), "T", "Me", "x.xml")
    assert [row.id for row in built.assessment.options] == ["a"]
    assert "“Profile” is a fictive alternative" in built.remarks[0]


def test_the_document_of_an_assessment_without_an_assessor_is_written():
    sample = read_sample()
    decision = msgspec.structs.replace(sample.decision, assessor=None)
    assert b"<alternatives " in write_xmcda(msgspec.structs.replace(sample, decision=decision))
