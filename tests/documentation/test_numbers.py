"""Numbers that the pages give for the worked example are those that the program finds."""

import contextlib
import io
import re

import numpy as np
import pytest

from app.analysis.elicitation.random_index import find_random_index
from app.cli import main
from app.exchange.samples import read_sample
from db.model import Basis
from tests.documentation.written import DOCS, text_of


def said(name):
    """A page's text in one line."""
    return " ".join(text_of(DOCS / name).split())


@pytest.fixture(scope="module")
def answers(tmp_path_factory):
    """What the commands print on the worked example."""
    path = str(tmp_path_factory.mktemp("numbers") / "a.poise")
    assert main(["new", path, "--sample"]) == 0
    printed = {}
    for command in ("rank", "analyse", "policy"):
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            assert main([command, path]) == 0
        printed[command] = out.getvalue()
    return printed


SAME = (
    ("start", "leads with 53.6, 6.1 ahead of", "rank", "leads with 53.6, 6.1 ahead of"),
    ("start", "take more than 37.2%", "rank", "counter-terrorism takes more than 37.2%"),
    ("start", "now it has 16.0%", "rank", "of the weight (now 16.0%); beyond that Regional"),
    ("start", "comes first in 32.4%", "analyse", "comes first in 32.4%"),
    ("start", "Protection track in 38.3%", "analyse", "does so more often, in 38.3%"),
    ("start", "first in 88.7%", "analyse", "first in 88.7%"),
    ("results", "32.4% of all weightings", "analyse", "comes first in 32.4%"),
    ("results", "in 88.7% of those within 20%", "analyse", "within 20% of the stated one"),
    ("start", "acceptable to all six", "policy", "Conditional membership is acceptable to all 6"),
    ("start", "leads in four of six", "policy", "membership leads in 4 of 6 scenarios"),
    ("start", "never more than 1.5 below", "policy", "in no scenario is it more than 1.5 below"),
    ("policy", "leads in four of six", "policy", "membership leads in 4 of 6 scenarios"),
    ("policy", "never more than 1.5 below", "policy", "in no scenario is it more than 1.5 below"),
    ("policy", "first for two actors of six", "policy", "and EU; Afghan rights activists"),
    ("policy", "Unconditional recognition crosses", "policy", "Unconditional recognition crosses"),
    (
        "evidence",
        "49 of 56 scores rest on one",
        "policy",
        "Scores that rest on one document alone: 49 of 56",
    ),
    ("evidence", "and 19 have sources", "policy", "with sources for and against them: 19"),
    ("scores", "21 are marked as information", "policy", "21 scores are marked as information"),
    ("scores", "and 35 as assumption", "policy", "and 35 as assumption"),
)
"""A page of the guide, what it says, a command, and what that prints."""


@pytest.mark.parametrize(("page", "words", "command", "found"), SAME)
def test_a_sentence_of_the_guide_is_what_the_program_says(answers, page, words, command, found):
    assert words in said(f"guide/{page}.md")
    assert found in answers[command]


def test_the_ranking_printed_on_a_page_is_the_ranking(answers):
    printed = re.search(r"```text\n(.*?)```", text_of(DOCS / "guide/scripts.md"), re.DOTALL)[1]

    assert printed.rstrip() in answers["rank"]


def test_the_weights_of_the_example_are_those_on_the_page():
    value = read_sample()
    raw = [w.swing for w in value.weights if w.perspective == value.decision.assessor]
    stated = re.search(r"worked example ([\d, and]+) add up to (\d+)", said("guide/weights.md"))
    numbers = [float(number) for number in re.findall(r"\d+", stated[1])]

    assert sorted(numbers) == sorted(raw)
    assert sum(numbers) == float(stated[2]) == 100.0


def test_the_range_of_the_named_score_is_that_on_the_pages():
    value = read_sample()
    (score,) = [
        s
        for s in value.scores
        if (s.option, s.criterion) == ("CM", _criterion(value, "Norm change in the regime"))
        and s.assessor == value.decision.assessor
    ]

    assert (score.low, score.likely, score.high) == (30, 58, 78)
    assert "30 – 58 – 78" in said("guide/scores.md")
    assert "the range from 30 to 78" in said("guide/start.md")


def test_the_table_worked_by_hand_is_the_example_and_adds_up():
    value = read_sample()
    names = {row.id: row.name for row in value.criteria}
    likely = {(s.option, s.criterion): s.likely for s in value.scores
              if s.assessor == value.decision.assessor}  # fmt: skip
    swings = {names[w.criterion]: w.swing for w in value.weights
              if w.perspective == value.decision.assessor}  # fmt: skip
    rows = [line.strip("| ").split(" | ") for line in text_of(DOCS / "methods.md").splitlines()
            if line.startswith("|") and line.strip("| ").split(" | ")[0] in swings]  # fmt: skip
    ids = {name: key for key, name in names.items()}

    assert len(rows) == len(swings)
    for name, swing, share, leader, its, second, whose in rows:
        assert float(swing) == swings[name]
        assert float(share) == pytest.approx(swings[name] / sum(swings.values()))
        assert float(leader) == likely["CM", ids[name]]
        assert float(second) == likely["RE", ids[name]]
        assert float(its) == pytest.approx(float(share) * float(leader))
        assert float(whose) == pytest.approx(float(share) * float(second))
    assert f"{sum(float(row[4]) for row in rows):.2f}" == "53.62"
    assert f"{sum(float(row[6]) for row in rows):.2f}" == "47.54"


def test_what_is_worked_by_hand_is_what_the_program_prints(answers):
    page = said("methods.md")
    assert "53.62 − 47.54 = 6.08" in page
    assert "10.67 ÷ 28.67 = 0.372" in page
    assert "58 − 25.33 = 32.67" in page
    assert round((6.08 + 0.16 * 18) / 0.84, 2) == 10.67
    assert "takes more than 37.2% of the weight" in answers["rank"]
    assert "fall from 58.0 to 32.7 for Regional engagement" in answers["analyse"]


def test_the_python_on_the_page_runs(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["new", "afghanistan.poise", "--sample"]) == 0
    code = re.search(r"```python\n(.*?)```", text_of(DOCS / "guide/scripts.md"), re.DOTALL)[1]
    capsys.readouterr()

    exec(compile(code, "scripts.md", "exec"), {})  # noqa: S102 - our own page

    assert "Regional engagement without recognition" in capsys.readouterr().out.splitlines()[-1]


def test_the_counts_on_the_pages_are_those_of_the_example():
    value = read_sample()
    parents = {row.parent for row in value.criteria if row.parent}

    assert len(value.options) == 8  # "eight courses of action, one of them screened out"
    assert sum(bool(option.screened_out) for option in value.options) == 1
    assert (len(parents), len(value.criteria) - len(parents)) == (5, 8)
    assert "Five branches hold eight criteria" in said("guide/criteria.md")
    assert sum(score.basis is Basis.INFORMATION for score in value.scores) == 21


def test_the_gains_named_at_the_start_are_the_largest():
    value = read_sample()
    likely = {
        (s.option, s.criterion): s.likely
        for s in value.scores
        if s.assessor == value.decision.assessor
    }
    swings = {
        w.criterion: w.swing for w in value.weights if w.perspective == value.decision.assessor
    }
    gains = {
        c: (likely["CM", c] - likely["RE", c]) * swings[c] / sum(swings.values()) for c in swings
    }

    assert max(gains, key=gains.get) == _criterion(value, "Norm change in the regime")
    assert min(gains, key=gains.get) == _criterion(value, "Security and counter-terrorism")
    assert round(max(gains.values()), 1) == 7.2
    assert round(min(gains.values()), 1) == -2.9
    assert "norms (+7.2)" in said("guide/start.md")
    assert "security (2.9)" in said("guide/start.md")


def test_the_random_indices_on_the_page_are_those_that_are_used():
    listed = re.search(r"random indices \((.*?) for 10\)", said("methods.md"))[1]
    numbers = [float(number) for number in re.findall(r"\d\.\d\d", listed)]

    assert numbers == [round(float(find_random_index(n)), 2) for n in range(3, 11)]


def test_always_saying_a_half_has_the_brier_score_on_the_pages():
    happened = np.array([0.0, 1.0, 1.0, 0.0])

    assert np.mean((0.5 - happened) ** 2) == 0.25
    assert "0.25" in said("methods.md")
    assert "0.25" in said("guide/challenge.md")


def test_the_steps_of_the_start_take_fifteen_minutes():
    minutes = re.findall(
        r"^## .*\((\d+) minutes?\)$", text_of(DOCS / "guide/start.md"), re.MULTILINE
    )

    assert sum(int(number) for number in minutes) == 15


def test_the_grain_on_the_page_is_below_what_it_says():
    assert 2.0**-44 < 1e-13


def _criterion(value, name):
    return next(row.id for row in value.criteria if row.name == name)
