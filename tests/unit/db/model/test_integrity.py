"""What must be true of a whole assessment."""

import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.model import (
    Assessment,
    Criterion,
    Decision,
    InvalidAssessment,
    Level,
    PerspectiveKind,
    ScaleKind,
    Score,
    ScoreEvidence,
    Weight,
    check,
)
from db.model.characters import is_plain
from db.model.integrity import problems
from db.model.rows import canonical
from tests.strategies import assessments


def replaced(assessment, **tables):
    return msgspec.structs.replace(assessment, **tables)


def more(assessment, **rows):
    """Return the assessment with one more row in a table."""
    return canonical(
        replaced(
            assessment, **{name: (*getattr(assessment, name), row) for name, row in rows.items()}
        )
    )


def with_row(assessment, table, at, **fields):
    rows = list(getattr(assessment, table))
    rows[at] = msgspec.structs.replace(rows[at], **fields)
    return replaced(assessment, **{table: tuple(rows)})


def numeric(**ends):
    return Criterion(id="cost", name="Cost", scale=ScaleKind.NUMERIC, **ends)


COST = numeric(worst=900.0, best=100.0)


@given(assessments())
def test_a_sound_assessment_has_no_problems(assessment):
    assert list(problems(assessment)) == []


WRONG = {
    "have the same key": lambda a: more(a, options=a.options[0]),
    "not in the order": lambda a: replaced(a, scores=tuple(reversed(a.scores))),
    "points at something": lambda a: with_row(a, "scores", 0, option="gone"),
    r"points at .*“cited_in”": lambda a: with_row(a, "sources", 0, cited_in="gone"),
    r"points at .*“baseline”": lambda a: replaced(
        a, decision=msgspec.structs.replace(a.decision, baseline="gone")
    ),
    r"points at .*“parent”": lambda a: with_row(a, "criteria", 3, parent="gone"),
    "circle": lambda a: with_row(a, "criteria", 0, parent="peace"),
    "cited in one another": lambda a: with_row(a, "sources", 0, cited_in=a.sources[0].id),
    "level stands on a branch": lambda a: more(
        a, levels=Level(criterion=a.criteria[0].id, at=50.0, words="half")
    ),
    "control characters": lambda a: with_row(a, "options", 0, description="a\x07b"),
    "control characters .*“title”": lambda a: replaced(
        a, decision=msgspec.structs.replace(a.decision, title="a\u202eb")
    ),
    "on one line": lambda a: with_row(a, "options", 0, name="a\nb"),
    "on one line .*“marking”": lambda a: replaced(
        a, decision=msgspec.structs.replace(a.decision, marking="a\u2028b")
    ),
    "is empty": lambda a: with_row(a, "options", 0, name=" \u00a0"),
    "same worst and best": lambda a: more(a, criteria=numeric(worst=5.0, best=5.0)),
    "from 0 to 100": lambda a: with_row(a, "criteria", 3, best=10.0),
    "outside its scale": lambda a: more(a, levels=Level(criterion="aid", at=100.5)),
    "worth 0 and its best 100": lambda a: more(a, levels=Level(criterion="aid", at=0.0, value=1.0)),
    "goes up and down": lambda a: more(
        more(a, levels=Level(criterion="aid", at=20.0, value=80.0)),
        levels=Level(criterion="aid", at=40.0, value=60.0),
    ),
    "assessor of record is not": lambda a: replaced(
        a, decision=msgspec.structs.replace(a.decision, assessor="them")
    ),
    "not an assessor": lambda a: with_row(a, "perspectives", 0, kind=PerspectiveKind.ACTOR),
    "score stands on a branch": lambda a: more(
        a, scores=Score(assessor="me", option="talk", criterion="safety", likely=1.0)
    ),
    "weight stands on a branch": lambda a: more(
        a, weights=Weight(perspective="me", criterion="safety", swing=1.0)
    ),
    "linked to a score that is not there": lambda a: more(
        a,
        score_evidence=ScoreEvidence(
            assessor="me", option="fight", criterion="aid", extract="page"
        ),
    ),
    "wrong order": lambda a: with_row(a, "scores", 0, low=90.0),
    "no likely value": lambda a: with_row(a, "scores", 0, likely=None, low=1.0),
    "outside 0 to 100": lambda a: with_row(a, "scores", 0, likely=100.5),
}


@pytest.mark.parametrize("why", WRONG)
def test_what_is_wrong_is_said_in_a_sentence(case, why):
    assert list(problems(case)) == []
    wrong = WRONG[why](case)
    assert all(sentence.endswith(".") for sentence in problems(wrong))
    assert any(re.search(why, sentence) for sentence in problems(wrong))
    with pytest.raises(InvalidAssessment):
        check(wrong)


def test_a_falling_value_function_may_bend_one_way(case):
    bent = more(more(case, criteria=COST), levels=Level(criterion="cost", at=500.0, value=80.0))
    assert list(problems(bent)) == []


def test_a_score_on_a_numeric_scale_may_lie_beyond_its_ends(case):
    scored = more(
        more(case, criteria=COST),
        scores=Score(assessor="me", option="talk", criterion="cost", likely=950.0),
    )
    assert list(problems(scored)) == []


def test_prose_may_have_many_lines(case):
    assert list(problems(with_row(case, "options", 0, description="One.\n\nTwo.\t3"))) == []


def test_everything_wrong_with_the_tables_is_told_at_once(case):
    wrong = with_row(with_row(case, "scores", 0, option="gone"), "options", 1, name="a\nb")
    assert len(list(problems(wrong))) == 2


@pytest.mark.parametrize(
    "text",
    ["", "plain", "two\nlines\t", "é", "كلمة", "می\u200cخواهم", "👩🏽\u200d🔬", "\u2066a\u2069"],
)
def test_text_of_any_script_is_plain(text):
    assert is_plain(text)


@pytest.mark.parametrize(
    "text",
    [
        "\x00",
        "a\x1b[0m",
        "a\rb",
        "\x7f",
        "\x85",
        "\u202e",
        "\u202a",
        "e\u0301",
        "\ud800",
        "Safe\u2067",
        "a\u2069b",
        "\u2066one\ntwo\u2069",
    ],
)
def test_what_could_deceive_is_not_plain(text):
    assert not is_plain(text)


@pytest.mark.parametrize("text", ["\u2067Safe\u2069", "\u2068a \u2066b\u2069\u2069\nc"])
def test_isolates_that_are_closed_where_they_were_opened_are_plain(text):
    assert is_plain(text)


@pytest.mark.parametrize("text", ["\u200b", "\u00ad\u200d", "\u3164", "\ufe0f \u2060"])
def test_what_cannot_be_seen_is_neither_a_name_nor_a_text(text):
    nameless = Assessment(decision=Decision(id="d", title=text))
    assert [said for said in problems(nameless) if "is empty" in said]
    unseen = Assessment(decision=Decision(id="d", title="D", question=text))
    assert [said for said in problems(unseen) if "cannot be seen" in said]


@given(st.integers(0, 20))
def test_a_long_chain_of_branches_is_a_tree(length):
    rows = tuple(
        Criterion(id=f"c{i}", name="Link", parent=f"c{i - 1}" if i else None) for i in range(length)
    )
    chain = Assessment(decision=Decision(id="d", title="D"), criteria=rows)
    assert list(problems(chain)) == []
