"""The memo says what is in the assessment, and nothing that is not."""

import datetime
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from app.brief.blocks import Callout, Document, Figure, Heading, ListBlock, Table
from app.brief.compose import compose_memo, missing_parts
from app.edits import decision, options, scores, start, weights
from app.exchange.samples import read_sample
from db.model import Assessment

TODAY = datetime.date(2026, 3, 1)


@pytest.fixture(scope="module")
def sample() -> Assessment:
    return read_sample()


@pytest.fixture(scope="module")
def memo(sample: Assessment) -> Document:
    return compose_memo(sample, TODAY)


def texts(value: Any) -> Iterator[str]:
    """Every piece of text in a block or document."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for part in value:
            yield from texts(part)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from texts(getattr(value, name))


def said(document: Document) -> str:
    return "\n".join(texts(document))


def headings(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Heading)]


def table(document: Document, caption: str) -> Table:
    (found,) = (b for b in document.blocks if isinstance(b, Table) and b.caption == caption)
    return found


def row_texts(found: Table) -> list[list[str]]:
    return [["".join(run.text for run in cell.runs) for cell in row] for row in found.rows]


def test_sections_stand_in_the_order_a_minister_reads(memo: Document) -> None:
    level_two = [b.text for b in memo.blocks if isinstance(b, Heading) and b.level == 2]
    wanted = [
        "Issue",
        "Recommendation",
        "Background",
        "Criteria and weights",
        "Options",
        "Comparison",
        "What would change the ranking",
        "Risks",
        "Views of those concerned",
        "Benchmarks and steps",
        "Next steps",
        "What the advice rests on",
        "Annex A: The swings behind the weights",
        "Annex B: Scores as values",
        "Annex C: Why each score is what it is",
        "Annex D: Scenarios",
        "Annex E: Actors",
        "Annex F: Conditions of every option",
        "Annex G: Benchmarks",
        "Annex H: Red lines judged",
        "Annex I: Precedents",
        "Annex J: Evidence coverage",
        "Annex K: Sources",
    ]
    assert level_two == wanted


def test_ranking_table_gives_every_ranked_option_with_its_value(memo: Document) -> None:
    rows = row_texts(table(memo, "The ranking"))
    assert [(row[0], row[2]) for row in rows] == [
        ("1", "53.6"),
        ("2", "47.5"),
        ("3", "47.3"),
        ("4", "44.2"),
        ("5", "36.1"),
        ("6", "26.4"),
        ("7", "24.7"),
    ]
    assert [row[3] for row in rows][4] == "–"
    assert rows[0][3] == "+17.6"


def test_each_weight_stands_beside_the_swing_it_is_worth(
    sample: Assessment, memo: Document
) -> None:
    rows = row_texts(table(memo, "Criteria and their weights"))
    assert len(rows) == len(sample.criteria)
    security = next(row for row in rows if row[0].strip() == "Security and counter-terrorism")
    assert security[2] == "16.0%"
    assert security[1].startswith("from “")


def test_bottom_line_names_leader_and_lead(memo: Document) -> None:
    (box,) = (b for b in memo.blocks if isinstance(b, Callout) and b.title == "Bottom line")
    lines = "\n".join(texts(box))
    assert "Conditional membership leads with 53.6, 6.1 ahead of" in lines


def test_crossovers_are_sentences(memo: Document) -> None:
    flips = next(b for b in memo.blocks if isinstance(b, ListBlock))
    sentences = list(texts(flips.items))
    assert any("takes more than 37.2% of the weight" in sentence for sentence in sentences)


def test_screened_out_option_stands_with_its_reason_and_is_not_ranked(
    sample: Assessment, memo: Document
) -> None:
    intervention = sample.option_by_id["MI"]
    assert intervention.screened_out in said(memo)
    assert all(intervention.name not in row[1] for row in row_texts(table(memo, "The ranking")))


def test_every_rationale_and_every_source_is_printed(sample: Assessment, memo: Document) -> None:
    printed = said(memo)
    assert all(score.rationale in printed for score in sample.scores)
    assert all(source.name in printed for source in sample.sources)


def test_figures_have_words_that_stand_for_them(memo: Document) -> None:
    figures = [b for b in memo.blocks if isinstance(b, Figure)]
    assert len(figures) == 2
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
    assert row_texts(table(document, "The ranking"))[0][3].count("–") == 1


def test_hostile_text_stays_a_plain_run(sample: Assessment) -> None:
    payload = '<img src="/etc/passwd"><b>&amp; <a href="javascript:x">'
    document = compose_memo(options.rename_option(sample, "CM", payload), TODAY)
    assert payload in said(document)


def test_equal_input_gives_an_equal_document(sample: Assessment) -> None:
    assert compose_memo(sample, TODAY) == compose_memo(read_sample(), TODAY)
