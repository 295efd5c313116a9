"""Annexes and pictures stand only where they say something: what value costs, why, the lead."""

import datetime

import msgspec
import pytest

from app.brief.blocks import Document, Figure
from app.brief.compose import compose
from app.edits import decision, options, weights
from app.exchange.samples import read_sample
from db.model import Assessment, BriefKind
from tests.strait import strait
from tests.unit.brief.compose.said import body, changed, rows, said, section

TODAY = datetime.date(2026, 3, 1)


@pytest.fixture(scope="module")
def sample() -> Assessment:
    return read_sample()


@pytest.fixture(scope="module")
def priced(sample: Assessment) -> Assessment:
    found = changed(sample, decision={"effort_unit": "million"})
    for number, option in enumerate(sample.options):
        found = options.change_option(found, option.id, effort=float(number + 1))
    return found


def figures(document: Document, caption: str) -> list[Figure]:
    return [b for b in document.blocks if isinstance(b, Figure) and b.caption == caption]


def test_a_memo_says_in_its_annex_what_each_further_point_takes(priced: Assessment) -> None:
    memo = compose(priced, TODAY, BriefKind.MEMO)
    (figure,) = figures(memo, "What value costs")
    assert "What value costs" not in said(body(memo))
    annex = section(memo, "Options")
    assert "Conditional membership is worth 6.1 points more than" in annex
    assert "and takes 1 million more: 0.16" in annex
    assert all(
        f"{option.name} " in figure.alternative
        for option in priced.options
        if not option.screened_out
    )


def test_a_report_shows_what_value_costs_under_its_implications(priced: Assessment) -> None:
    report = compose(priced, TODAY, BriefKind.REPORT)
    assert len(figures(report, "What value costs")) == 1
    assert "for each point." in section(report, "Implications")


def test_a_brief_without_efforts_has_no_picture_of_them(sample: Assessment) -> None:
    for kind in BriefKind:
        assert not figures(compose(sample, TODAY, kind), "What value costs")


def test_a_report_shows_where_the_lead_comes_from(sample: Assessment) -> None:
    (figure,) = figures(compose(sample, TODAY, BriefKind.REPORT), "Where the lead comes from")
    assert "Conditional membership is above Regional engagement" in figure.alternative
    assert not figures(compose(sample, TODAY, BriefKind.MEMO), "Where the lead comes from")


def test_level_options_have_no_lead_to_show(sample: Assessment) -> None:
    level = msgspec.structs.replace(
        sample,
        scores=tuple(
            msgspec.structs.replace(s, likely=50.0, low=None, high=None) for s in sample.scores
        ),
    )
    assert not figures(compose(level, TODAY, BriefKind.REPORT), "Where the lead comes from")


def test_reasons_for_scores_get_no_annex_where_nobody_gave_any(sample: Assessment) -> None:
    bare = msgspec.structs.replace(
        sample,
        score_evidence=(),
        scores=tuple(
            msgspec.structs.replace(
                s, low=None, high=None, rationale="", basis=None, confidence=None
            )
            for s in sample.scores
        ),
    )
    title = "Why each score is what it is"
    assert section(compose(sample, TODAY, BriefKind.MEMO), title)
    assert not section(compose(bare, TODAY, BriefKind.MEMO), title)


REASONS = "Why each score is what it is"


def test_evidence_without_an_author_or_a_place_is_named_by_its_title() -> None:
    memo = compose(strait(), TODAY, BriefKind.MEMO)
    for title in (REASONS, "Evidence coverage"):
        assert "Bulletin of marine insurers, November 2026" in section(memo, title)


def test_evidence_beside_a_score_is_told_with_its_claim_its_document_and_its_place() -> None:
    case = strait()
    (extract,) = case.extracts
    placed = msgspec.structs.replace(extract, locator="p. 12", claim="Gauges cut disputes.")
    memo = compose(msgspec.structs.replace(case, extracts=(placed,)), TODAY, BriefKind.MEMO)
    title = "Bulletin of marine insurers, November 2026"
    told = section(memo, REASONS)
    assert "Evidence:" in told
    assert f"Gauges cut disputes ({title}, p. 12)" in told
    assert f"{title}, p. 12" in section(memo, "Evidence coverage")


@pytest.mark.parametrize("place", ["BM26, p. 12", "Bulletin of marine insurers, November 2026, §2"])
def test_a_place_that_names_its_document_is_not_told_with_it_again(place: str) -> None:
    case = strait()
    (extract,) = case.extracts
    placed = msgspec.structs.replace(extract, locator=place)
    memo = compose(msgspec.structs.replace(case, extracts=(placed,)), TODAY, BriefKind.MEMO)
    assert f"({place})" in section(memo, REASONS)


def test_evidence_that_a_reason_names_by_its_place_is_not_told_again() -> None:
    case = strait()
    (extract,), (link,) = case.extracts, case.score_evidence
    placed = msgspec.structs.replace(extract, locator="p. 12")
    scores = tuple(
        msgspec.structs.replace(row, rationale="Insurers say so (p. 12).")
        if (row.assessor, row.option, row.criterion) == (link.assessor, link.option, link.criterion)
        else row
        for row in case.scores
    )
    told = section(
        compose(msgspec.structs.replace(case, extracts=(placed,), scores=scores), TODAY), REASONS
    )
    assert "Insurers say so (p. 12)." in told
    assert "Evidence:" not in told


def test_a_long_title_is_shortened_where_it_stands_for_an_author() -> None:
    case = strait()
    (source,) = case.sources
    long = msgspec.structs.replace(source, name="Bulletin " * 20)
    told = section(compose(msgspec.structs.replace(case, sources=(long,)), TODAY), REASONS)
    assert "Bulletin Bulletin" in told
    assert "Bulletin " * 10 not in told


def test_scores_without_reason_or_evidence_are_counted_and_not_listed() -> None:
    memo = compose(strait(), TODAY, BriefKind.MEMO)
    told = section(memo, REASONS)
    assert "Of 24 scores, 23 have neither a reason nor evidence" in told
    assert "Quiet diplomacy (present course): 6; Naval escort with partners: 5;" in told


def test_every_option_is_among_the_stated_scores_with_their_ranges() -> None:
    case = strait()
    memo = compose(case, TODAY, BriefKind.MEMO)
    stated = rows(memo, "Scores as stated, with their ranges")
    assert [row[0] for row in stated] == [option.name for option in case.options]
    assert stated[1][1] == "70 (60–80)"


def test_where_every_score_has_a_reason_none_is_counted(sample: Assessment) -> None:
    assert "neither a reason nor evidence" not in said(compose(sample, TODAY, BriefKind.MEMO))


SWINGS = "The swings behind the weights"


def test_what_is_said_of_weights_follows_a_weight_changed_by_hand() -> None:
    case = strait()
    judge = case.decision.assessor
    asked = section(compose(case, TODAY, BriefKind.MEMO), SWINGS)
    assert "Safe passage 30" in asked
    changed_by_hand = weights.set_swing(case, judge, "safe-passage", 80.0)
    memo = compose(changed_by_hand, TODAY, BriefKind.MEMO)
    assert "Safe passage 80" in section(memo, SWINGS)
    assert "changed by hand since" in section(memo, "Criteria and weights")
    assert "swing weights" not in said(memo)


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_what_is_said_of_weights_is_in_the_language_of_the_brief(language: str) -> None:
    told = decision.change_brief(strait(), language=language)
    printed = said(compose(told, TODAY, BriefKind.MEMO))
    assert "Beside it" not in printed
    assert "found" not in printed
