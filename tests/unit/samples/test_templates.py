"""Every template is whole, worded and unjudged: an hour of work from a first ranking."""

import re

import msgspec
import pytest

from app.analysis.outcome import find_outcome
from app.analysis.policy.actors import find_actors
from app.analysis.policy.conditions import cases_of_all
from app.edits import EditRefused, scores, weights
from app.edits.start import start_from
from app.exchange.json_document import write_json
from app.exchange.templates import FOLDER, list_templates, read_template
from db.model import Elicitation, Holds, Met, PerspectiveKind, ScaleKind
from db.model.tree import leaves

NAMES = [template.name for template in list_templates()]


@pytest.fixture(params=NAMES)
def name(request):
    return request.param


@pytest.fixture
def template(name):
    return read_template(name)


def test_the_list_is_what_lies_in_the_folder():
    assert sorted(NAMES) == sorted(path.stem for path in FOLDER.glob("*.json"))
    assert {row.title for row in list_templates()} == {
        read_template(name).decision.title for name in NAMES
    }
    assert all(row.line.endswith(".") and len(row.line) <= 80 for row in list_templates())


def test_what_is_no_template_is_not_looked_for():
    with pytest.raises(KeyError):
        read_template("../samples/afghanistan")


def test_it_is_kept_exactly_as_the_application_would_write_it(name, template):
    assert write_json(template) == (FOLDER / f"{name}.json").read_bytes()


def test_it_asks_one_question_about_four_to_six_options_of_which_one_is_the_baseline(template):
    assert template.decision.question.endswith("?")
    assert 4 <= len(template.options) <= 6
    assert template.decision.baseline in template.option_by_id
    assert all(row.description and row.code for row in template.options)


def test_every_leaf_has_five_ordered_levels_in_words_that_differ(template):
    found = leaves(template)
    assert 5 <= len(found) <= 8
    for leaf in found:
        assert leaf.scale is ScaleKind.CONSTRUCTED
        assert leaf.description
        levels = template.levels_by_criterion[leaf.id]
        assert [level.at for level in levels] == [0.0, 25.0, 50.0, 75.0, 100.0]
        assert len({level.words.casefold() for level in levels} - {""}) == 5


def test_nothing_is_judged(template):
    assert template.scores == template.weights == template.score_changes == ()
    assert template.red_line_judgements == template.sources == template.extracts == ()
    assert {row.rating for row in template.conditions} == {Holds.UNKNOWN}
    assert {row.status for row in template.benchmarks} == {Met.UNKNOWN}
    assert not any(row.likelihood for row in template.scenarios)
    assert template.decision.taken is None
    assert template.brief.recommended is None


def test_actors_are_kinds_of_actor_whose_weights_are_still_to_be_stated(template):
    actors = [row for row in template.perspectives if row.kind is PerspectiveKind.ACTOR]
    assert 3 <= len(actors) <= 5
    for row in actors:
        assert row.elicitation is Elicitation.ASSUMED
        assert "left out of the analysis" in row.reason
    assert find_actors(template) is None


def test_it_names_futures_conditions_benchmarks_and_red_lines(template):
    assert 3 <= len(template.scenarios) <= 4
    assert len(template.benchmarks) >= 3
    assert len(template.red_lines) >= 2
    assert all(row.set_by for row in template.red_lines)
    assert all(row.indicator and row.if_met and row.if_missed for row in template.benchmarks)
    cases = cases_of_all(template)
    assert cases
    assert all(case.conditions for case in cases)
    asked = {condition.id for case in cases for condition in case.conditions}
    assert asked == {row.id for row in template.conditions}
    assert {row.option for row in template.stages} <= {x.option for x in template.option_benchmarks}


def test_no_text_holds_a_year_of_events_or_a_link(template):
    law = re.compile(r"(?:Refugees|States|resolution \d+(?:/\d+)?|resolution 2664) \(\d{4}\)")
    text = law.sub("", msgspec.json.encode(template).decode())
    assert not re.search(r"\b(?:19|20)\d\d\b|https?:", text)


def test_it_is_ranked_as_soon_as_it_is_scored_and_weighed(template):
    mine = start_from(template, "What to do now", "An officer")
    judge = mine.decision.assessor
    entries = [
        scores.Entry(option=row.id, criterion=leaf.id, likely=float(10 * i))
        for i, row in enumerate(mine.options)
        for leaf in leaves(mine)
    ]
    mine = weights.set_equal(scores.set_scores(mine, judge, entries), judge)
    outcome = find_outcome(mine)
    assert outcome.ranked[0] == mine.options[-1].id
    assert mine.decision.title == "What to do now"
    assert mine.perspective_by_id[judge].name == "An officer"


def test_an_assessment_from_a_template_is_a_document_of_its_own(template):
    assert start_from(template).decision.id != start_from(template).decision.id
    assert start_from(template).decision.title == template.decision.title


def test_the_assessor_cannot_be_called_like_an_actor(template):
    actor = next(row for row in template.perspectives if row.kind is PerspectiveKind.ACTOR)
    with pytest.raises(EditRefused, match="already one called"):
        start_from(template, assessor=actor.name)
