"""What the window draws of a ranking is drawn in a report too, and in a memo where asked for."""

import datetime

import msgspec
import pytest

from app.analysis.examination import examine
from app.analysis.outcome import find_outcome
from app.brief.blocks import Document, Figure, Heading
from app.brief.compose import compose
from app.brief.compose.lettering import annexes_of
from app.brief.compose.weight_room import MOST_ROWS
from app.brief.compose.what_to_learn import MOST_FLIPS, MOST_WORTHS
from app.charts.robustness_pictures import stable_weights_picture, worths_picture
from app.charts.specs import HeatMap, Profile, StableWeights, WeightTriangle, Worths
from app.exchange.samples import read_sample
from app.wording.language import LANGUAGES
from db.model import Assessment, BriefKind, BriefSection, Decision, Shown
from tests.judges.briefs import in_language
from tests.pictures.cases import crowded
from tests.strait import strait
from tests.unit.brief.compose.said import changed, headings, section

TODAY = datetime.date(2026, 3, 1)
CAPTIONS = {
    "The first two options by criterion": Profile,
    "How far each weight can move before the first place changes": StableWeights,
    "Who is first as the three heaviest branches share their weight otherwise": WeightTriangle,
    "Each score now, and the score at which the first place changes": HeatMap,
    "What is most worth finding out": Worths,
    "Regret: points below the best of the scenario": HeatMap,
}
FURTHER = tuple(annex for annex in annexes_of(BriefKind.MEMO) if annex.further)


@pytest.fixture(scope="module")
def sample() -> Assessment:
    return read_sample()


@pytest.fixture(scope="module")
def full(sample: Assessment) -> Document:
    return compose(sample, TODAY, BriefKind.REPORT)


def figures(document: Document) -> dict[str, Figure]:
    return {block.caption: block for block in document.blocks if isinstance(block, Figure)}


@pytest.mark.parametrize(("caption", "kind"), CAPTIONS.items())
def test_a_report_has_each_picture_of_the_window_with_words_that_stand_for_it(
    full: Document, caption: str, kind: type
) -> None:
    figure = figures(full)[caption]
    assert isinstance(figure.chart, kind)
    assert len(figure.alternative) > 40


def test_a_sentence_stands_before_each_picture(full: Document) -> None:
    for place, block in enumerate(full.blocks):
        if isinstance(block, Figure) and block.caption in CAPTIONS:
            assert not isinstance(full.blocks[place - 1], Heading | Figure), block.caption


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_annex_is_named_in_the_language_of_the_brief(
    sample: Assessment, language: str
) -> None:
    told = headings(compose(in_language(sample, language), TODAY, BriefKind.REPORT))
    english = sum(any(annex.title in title for title in told) for annex in FURTHER)
    assert english == (len(FURTHER) if language == "en" else 0)


def test_a_memo_has_them_only_where_the_officer_asks(sample: Assessment) -> None:
    assert not CAPTIONS.keys() & figures(compose(sample, TODAY, BriefKind.MEMO)).keys()
    asked = changed(sample, brief_sections=tuple(BriefSection(id=a.section) for a in FURTHER))
    assert CAPTIONS.keys() <= figures(compose(asked, TODAY, BriefKind.MEMO)).keys()


def test_a_report_goes_without_those_that_the_officer_leaves_out(sample: Assessment) -> None:
    rows = (BriefSection(id="annex-regrets", shown=Shown.NO),)
    left = figures(compose(changed(sample, brief_sections=rows), TODAY, BriefKind.REPORT))
    assert CAPTIONS.keys() - left.keys() == {"Regret: points below the best of the scenario"}


def test_the_report_shows_the_numbers_of_the_window(sample: Assessment, full: Document) -> None:
    outcome = find_outcome(sample)
    assert outcome is not None
    found = examine(outcome)
    shown = figures(full)
    spans = shown["How far each weight can move before the first place changes"].chart
    assert spans == stable_weights_picture(found)
    worths = shown["What is most worth finding out"].chart
    assert worths == worths_picture(outcome, found.found.learning, MOST_WORTHS)


def test_the_flip_map_keeps_what_a_score_can_change_and_says_how_much_that_is(
    full: Document,
) -> None:
    chart = figures(full)["Each score now, and the score at which the first place changes"].chart
    assert isinstance(chart, HeatMap)
    assert all(any(cell.shade is not None for cell in row) for row in chart.cells)
    assert all(any(row[at].shade is not None for row in chart.cells) for at in range(5))
    assert (len(chart.rows), len(chart.columns)) == (5, 5)
    told = section(full, "Scores that would change the first place")
    assert "The map shows 5 of 7 options and 5 of 8 criteria" in told


def test_crowded_pictures_show_what_matters_most_and_say_how_many() -> None:
    case = compose(crowded(40, 30), TODAY, BriefKind.REPORT)
    shown = figures(case)
    profile = shown["The first two options by criterion"].chart
    assert isinstance(profile, Profile)
    assert len(profile.rows) == MOST_ROWS
    assert "24 of 30 criteria" in section(case, "The first two by criterion")
    flips = shown["Each score now, and the score at which the first place changes"].chart
    assert isinstance(flips, HeatMap)
    assert len(flips.rows) <= MOST_FLIPS
    assert len(flips.columns) <= MOST_FLIPS
    assert " of 40 options" in section(case, "Scores that would change the first place")
    learned = shown["What is most worth finding out"].chart
    assert isinstance(learned, Worths)
    assert len(learned.bars) == MOST_WORTHS
    assert "The picture shows the 12 of " in section(case, "What to find out next")


def test_where_there_is_nothing_to_compare_there_is_no_picture() -> None:
    case = strait()
    kept = case.options[0].id
    alone = msgspec.structs.replace(
        case,
        options=case.options[:1],
        scores=tuple(row for row in case.scores if row.option == kept),
    )
    for bare in (alone, Assessment(decision=Decision(id="d", title="Nothing yet"))):
        assert not CAPTIONS.keys() & figures(compose(bare, TODAY, BriefKind.REPORT)).keys()
