"""The memo says what is in the assessment, and nothing that is not."""

import datetime

import pytest

from app.brief.blocks import Callout, Document, Figure, ListBlock
from app.brief.compose import compose_memo, missing_parts
from app.edits import decision, options, scores, start, weights
from app.exchange.samples import read_sample
from db.model import Assessment
from tests.unit.brief.compose.said import body, headings, rows, said, section, texts

TODAY = datetime.date(2026, 3, 1)
RANKED = "The options, best first"


@pytest.fixture(scope="module")
def sample() -> Assessment:
    return read_sample()


@pytest.fixture(scope="module")
def memo(sample: Assessment) -> Document:
    return compose_memo(sample, TODAY)


def test_sections_stand_in_the_order_a_minister_reads(memo: Document) -> None:
    wanted = [
        "Issue",
        "Recommendation",
        "Background",
        "Criteria and weights",
        "Options",
        "Comparison",
        "Risks and conditions",
        "Views of those concerned",
        "Next steps",
        "What the advice rests on",
        "Annex A: Options",
        "Annex B: The ranking in figures",
        "Annex C: The swings behind the weights",
        "Annex D: Scores as values",
        "Annex E: What speaks against the advice",
        "Annex F: Scenarios",
        "Annex G: Actors",
        "Annex H: Conditions of every option",
        "Annex I: Benchmarks",
        "Annex J: What to watch",
        "Annex K: Red lines",
        "Annex L: Precedents",
        "Annex M: Why each score is what it is",
        "Annex N: Evidence coverage",
        "Annex O: Sources",
        "Annex P: How to make this brief again",
    ]
    assert headings(memo, 2) == wanted


def test_ranking_table_gives_every_ranked_option_with_its_value(memo: Document) -> None:
    found = rows(memo, RANKED)
    assert [(row[0], row[2]) for row in found] == [
        ("1", "53.6"),
        ("2", "47.5"),
        ("3", "47.3"),
        ("4", "44.2"),
        ("5", "36.1"),
        ("6", "26.4"),
        ("7", "24.7"),
    ]
    assert found[4][3] == "baseline"
    assert found[0][3] == "+17.6"


def test_each_weight_stands_beside_the_swing_it_is_worth(
    sample: Assessment, memo: Document
) -> None:
    found = rows(memo, "Criteria and their weights")
    assert len(found) == len(sample.criteria)
    security = next(row for row in found if row[0].strip() == "Security and counter-terrorism")
    assert security[2] == "16.0%"
    assert security[1].startswith("from “")


def test_bottom_line_names_leader_and_lead(memo: Document) -> None:
    (box,) = (b for b in memo.blocks if isinstance(b, Callout) and b.title == "Bottom line")
    assert "Conditional membership leads with 53.6, 6.1 ahead of" in said(box)


def test_the_nearest_crossovers_stand_in_the_body_and_all_of_them_in_an_annex(
    memo: Document,
) -> None:
    flips = next(b for b in memo.blocks if isinstance(b, ListBlock))
    assert len(flips.items) == 2
    assert "falls below 10.4% of the weight" in said(flips)
    assert "takes more than 37.2% of the weight" in section(memo, "The ranking in figures")
    assert "takes more than 37.2% of the weight" not in said(body(memo))


def test_no_long_table_stands_in_the_body(memo: Document) -> None:
    tables = [b for b in body(memo).blocks if hasattr(b, "columns")]
    assert [b.caption for b in tables] == [RANKED]


def test_screened_out_option_stands_with_its_reason_and_is_not_ranked(
    sample: Assessment, memo: Document
) -> None:
    intervention = sample.option_by_id["MI"]
    assert intervention.screened_out in said(memo)
    assert f"Screened out beforehand: {intervention.name}." in said(body(memo))
    assert all(intervention.name not in row[1] for row in rows(memo, RANKED))


def test_every_source_is_printed(sample: Assessment, memo: Document) -> None:
    printed = said(memo)
    assert all(source.name in printed for source in sample.sources)


def test_figures_have_words_that_stand_for_them(memo: Document) -> None:
    figures = [b for b in memo.blocks if isinstance(b, Figure)]
    assert len(figures) == 6  # among them the heat maps of actors and scenarios
    assert "Conditional membership 53.6" in figures[0].alternative


def test_recommending_another_than_the_leader_is_said_openly(sample: Assessment) -> None:
    contrary = decision.change_brief(sample, recommended="HP")
    assert "It does not rank first" in said(compose_memo(contrary, TODAY))
    assert "It does not rank first" not in said(compose_memo(sample, TODAY))


def test_moving_the_weight_changes_what_is_said(sample: Assessment) -> None:
    assessor = sample.decision.assessor
    assert assessor is not None
    moved = weights.set_swing(sample, assessor, "security", 300.0)
    assert "Regional engagement without recognition leads" in said(compose_memo(moved, TODAY))


def test_an_empty_assessment_gives_a_memo_without_hollow_sections() -> None:
    empty = start.new_assessment("What next?", "Desk")
    document = compose_memo(empty, TODAY)
    assert headings(document) == ["What next?"]
    assert "1 March 2026" in said(document)
    assert "the question" in missing_parts(empty)


def test_the_sample_lacks_nothing_that_a_memo_needs(sample: Assessment) -> None:
    assert missing_parts(sample) == ()


def test_missing_score_makes_the_memo_provisional(sample: Assessment) -> None:
    assessor = sample.decision.assessor
    assert assessor is not None
    gap = scores.clear_scores(sample, assessor, [("CM", "norm")])
    document = compose_memo(gap, TODAY)
    assert "1 score is missing" in said(document)
    assert rows(document, RANKED)[0][2].count("–") == 1
    assert "In brackets: what the missing scores allow." in said(document)


def test_hostile_text_stays_a_plain_run(sample: Assessment) -> None:
    payload = '<img src="/etc/passwd"><b>&amp; <a href="javascript:x">'
    document = compose_memo(options.rename_option(sample, "CM", payload), TODAY)
    assert payload in set(texts(document))


def test_equal_input_gives_an_equal_document(sample: Assessment) -> None:
    assert compose_memo(sample, TODAY) == compose_memo(read_sample(), TODAY)
