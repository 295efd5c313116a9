"""Conflicts as an officer reads them, whatever they are about."""

from typing import Any, NamedTuple

import pytest

from app.analysis.outcome import find_outcome
from app.edits.scores import set_score
from app.wording.conflicts import conflict_title, conflict_values
from app.wording.contests import Claim, contest_lines, put_contest
from app.wording.counts import open_conflicts
from app.wording.merges import arrival_sentence, merge_report, note_sentence
from app.wording.sharing import learns, typed_by_somebody

PEACE = ("me", "talk", "peace")


class Dispute(NamedTuple):
    """Stands for a conflict."""

    kind: str
    places: tuple[Any, ...]
    before: tuple[Any, ...]


@pytest.mark.parametrize(
    ("kind", "places", "title"),
    [
        ("score", [("scores", PEACE, "likely")], "Peace of Talk"),
        ("cell", [("scores", PEACE, "rationale")], "Peace of Talk: rationale"),
        ("cell", [("options", ("hold",), "name")], "Option “Hold back”: name"),
        ("cell", [("decision", (), "title")], "Decision: title"),
        ("order", [("options", (), "position")], "Option: the order"),
        ("scale", [("criteria", ("aid",), "best")], "Criterion “Aid”: the scale"),
        ("tree", [("criteria", ("aid",), "parent")], "Criteria moved in the tree"),
        (
            "weights",
            [("weights", ("me", "peace"), "swing"), ("weights", ("me", "borders"), "swing")],
            "Weights of Me within Safety",
        ),
        (
            "weights",
            [("weights", ("me", "peace"), "swing"), ("weights", ("me", "aid"), "swing")],
            "Weights of Me",
        ),
    ],
)
def test_a_conflict_says_what_it_is_about(case, kind, places, title):
    assert conflict_title(case, kind, places) == title


@pytest.mark.parametrize(
    ("kind", "places", "values", "words"),
    [
        ("score", [("scores", PEACE, "likely")], (10.0,), "10 (40–80)"),
        ("score", [("scores", PEACE, "low"), ("scores", PEACE, "high")], (None, None), "70"),
        ("score", [("scores", PEACE, "likely")], (None,), "not judged"),
        ("cell", [("scores", PEACE, "basis")], ("information",), "information"),
        ("cell", [("decision", (), "baseline")], ("hold",), "“Hold back”"),
        ("cell", [("decision", (), "taken_on")], ("2026-03-01",), "1 March 2026"),
        ("cell", [("decision", (), "question")], ("",), "nothing"),
        ("cell", [("options", ("gone",), None)], (None,), "not there"),
        ("order", [("options", (), "position")], (["talk", "hold"],), "Talk, Hold back"),
        ("tree", [("criteria", ("aid",), "parent")], ("safety",), "“Safety”"),
        (
            "weights",
            [("weights", ("me", "peace"), "swing"), ("weights", ("me", "aid"), "swing")],
            (50.0, None),
            "Peace 50.0%, Aid 0.0%",
        ),
    ],
)
def test_a_side_says_what_it_holds(case, kind, places, values, words):
    assert conflict_values(case, kind, places, values) == words


def test_a_set_of_weights_is_told_by_what_one_side_made_of_it(case):
    places = [("weights", ("me", leaf), "swing") for leaf in ("aid", "borders", "peace")]
    said = conflict_values(case, "weights", places, (50.0, 150.0, 100.0), (50.0, 50.0, 100.0))

    assert said == "Borders 25.0% → 50.0%, Peace 50.0% → 33.3%, Aid 25.0% → 16.7%"


def test_a_contest_tells_before_and_each_side_with_its_effect(case):
    dispute = Dispute("score", (("scores", PEACE, "likely"),), (70.0,))
    theirs = set_score(case, "me", "talk", "peace", 0)
    claims = [Claim(True, "Anna", 0, (60.0,), None), Claim(False, "Rosa", 0, (0.0,), theirs)]

    contest = put_contest(case, dispute, claims, find_outcome(case))

    assert contest.before.effect.startswith("Talk is first with 65.0")
    mine, other = contest.offers
    assert (mine.whose, mine.possible) == ("Mine (Anna)", False)
    assert other.whose == "Theirs (Rosa)"
    assert other.effect.startswith("The first place goes from Talk to Hold back.")
    assert contest.weight == 2
    assert contest_lines(contest)[0] == "Peace of Talk"


def test_an_arrival_counts_changes_and_decisions():
    assert arrival_sentence(("Rosa", "Wei"), 3, 1) == (
        "Rosa and Wei made 3 changes. 1 place was changed on both sides and needs a decision."
    )
    assert arrival_sentence(("",), 1, 0) == (
        "Somebody made 1 change. Nothing was changed on both sides."
    )
    assert "nothing that yours does not" in arrival_sentence((), 0, 0)
    assert open_conflicts(2) == "2 open conflicts"


@pytest.mark.parametrize("reason", ["kept", "lifted", "assessor", "something new"])
def test_a_note_names_its_row_and_the_reason(case, reason):
    said = note_sentence(case, (reason, ("options", ("hold",))))

    assert said.startswith("Option “Hold back” ")


def test_a_report_escapes_what_users_typed():
    report = merge_report([("Heading", ["*bold* <b> [link](x)"]), ("Empty", [])], "T #1")

    assert report == "# T \\#1\n\n## Heading\n\n- \\*bold\\* \\<b\\> \\[link\\](x)\n"


def test_what_a_reader_learns_depends_on_what_the_copy_holds():
    assert learns((), 0, None, 0) == ("It tells nothing of how the assessment came about.",)
    full = " ".join(learns(("Anna",), 2, 1_700_000_000, 1))
    assert "names Anna" in full
    assert "since 2023-11-1" in full
    assert "1 text that is no longer" in full
    assert "names nobody" in " ".join(learns((), 2, None, 0))


def test_words_that_the_program_keeps_by_itself_are_nobodys_text():
    kept = ("judged", "en", "They insisted.", "Untitled decision", "", "15", "2026-03-01")
    assert typed_by_somebody(kept) == ("They insisted.",)
