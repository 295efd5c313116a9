"""Files without a window: what changed, two copies into one, history, and copies to give away."""

from datetime import UTC, datetime

import pytest

from app.cli import main
from app.edits.decision import change_decision
from app.edits.options import rename_option
from app.edits.scores import set_score
from db import gate
from db.digest import content_digest
from db.merge import standing
from db.publish import publish
from db.store import Store

DESK = "policy-desk"
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def sample(tmp_path, capsys):
    path = tmp_path / "afghanistan.poise"
    assert main(["new", str(path), "--sample"]) == 0
    capsys.readouterr()
    return path


@pytest.fixture
def copy(tmp_path, sample):
    """Make a copy of the sample that somebody has edited."""

    def make(name, author, *edits):
        store = Store.create(tmp_path / "work", gate.read(sample).document)
        for label, edit in edits:
            before = store.document().assessment
            store.commit(label, before, edit(before), author=author, when=NOON)
        path = tmp_path / name
        publish(store.document(), path, None)
        store.discard()
        return path

    return make


def scored(option, criterion, likely):
    return ("Score", lambda a: set_score(a, DESK, option, criterion, likely))


def retitled(title):
    return ("Title", lambda a: change_decision(a, title=title))


def renamed(option, name):
    return ("Name", lambda a: rename_option(a, option, name))


def run(*arguments):
    return main([str(argument) for argument in arguments])


# --- check


def test_check_tells_format_fingerprint_history_and_that_nothing_is_open(copy, capsys):
    path = copy("a.poise", "Anna", retitled("T"))

    assert run("check", path) == 0

    said = capsys.readouterr().out
    assert f"Fingerprint: {content_digest(gate.read(path).document)}" in said
    assert "Format: 1.0" in said
    assert "History: 1 change by Anna." in said
    assert "No open conflicts." in said


def test_check_names_what_is_open(copy, tmp_path, capsys):
    mine, theirs = copy("a.poise", "Anna", retitled("A")), copy("b.poise", "Rosa", retitled("B"))
    assert run("merge", mine, theirs, "-o", tmp_path / "m.poise") == 0
    capsys.readouterr()

    assert run("check", tmp_path / "m.poise") == 0

    said = capsys.readouterr().out
    assert "1 open conflict:\n- Decision: title" in said


# --- diff


def test_diff_tells_changes_and_their_effect(copy, sample, capsys):
    changed = copy("a.poise", "Anna", scored("CM", "security", 0), renamed("HP", "Protection"))

    assert run("diff", sample, changed) == 0

    said = capsys.readouterr().out
    assert "- Option “Protection track”: renamed “Protection”." in said
    assert "Security and counter-terrorism of Conditional membership: 54 (44–64) → 0." in said
    assert "What it does to the ranking:" in said


def test_diff_of_equal_files_says_so(sample, capsys):
    assert run("diff", sample, sample) == 0

    assert capsys.readouterr().out == "The two files say the same.\n"


def test_diff_of_a_file_that_is_not_there_fails_in_a_sentence(sample, tmp_path, capsys):
    assert run("diff", sample, tmp_path / "none.poise") == 1

    assert "none.poise" in capsys.readouterr().err


# --- merge


def test_merge_joins_two_copies_and_reports(copy, tmp_path, capsys):
    mine = copy("a.poise", "Anna", scored("CM", "norm", 33), retitled("A"))
    theirs = copy("b.poise", "Rosa", renamed("HP", "Protection first"), retitled("*B*"))
    out, report = tmp_path / "m.poise", tmp_path / "report.md"

    assert run("merge", mine, theirs, "-o", out, "--report", report, "--author", "Anna") == 0

    document = gate.read(out).document
    assert document.assessment.score_by_key[DESK, "CM", "norm"].likely == 33
    assert document.assessment.option_by_id["HP"].name == "Protection first"
    assert len(standing(document).conflicts) == 1
    said = capsys.readouterr().out
    assert "Rosa made 2 changes. 1 place was changed on both sides" in said
    assert "It holds 1 open conflict" in said
    text = report.read_text(encoding="utf-8")
    assert text.startswith("# Merge of b.poise")
    assert "Theirs (Rosa" in text
    assert "\\*B\\*" in text


def test_merge_may_write_into_mine_but_never_over_another_file(copy, tmp_path, capsys):
    mine, theirs = copy("a.poise", "Anna", retitled("A")), copy("b.poise", "Rosa")
    other = copy("c.poise", "Wei", retitled("C"))
    before = other.read_bytes()

    assert run("merge", mine, theirs, "-o", other) == 1
    assert "exists already" in capsys.readouterr().err
    assert other.read_bytes() == before
    assert run("merge", mine, theirs, "-o", mine) == 0
    assert run("merge", mine, theirs, "-o", other, "--force") == 0


def test_merge_is_the_same_from_either_side(copy, tmp_path):
    mine = copy("a.poise", "Anna", scored("CM", "norm", 33))
    theirs = copy("b.poise", "Rosa", scored("RE", "norm", 44))

    run("merge", mine, theirs, "-o", tmp_path / "1.poise")
    run("merge", theirs, mine, "-o", tmp_path / "2.poise")

    one, two = (gate.read(tmp_path / f"{n}.poise").assessment for n in (1, 2))
    assert one == two


def test_merge_of_different_assessments_is_refused(sample, tmp_path, capsys):
    other = tmp_path / "other.poise"
    assert run("new", other, "--title", "Other") == 0

    assert run("merge", sample, other, "-o", tmp_path / "m.poise") == 1

    assert "not copies of the same assessment" in capsys.readouterr().err
    assert not (tmp_path / "m.poise").exists()


# --- history


def test_history_lists_changes_with_authors(copy, capsys):
    path = copy("a.poise", "Anna", retitled("A"), scored("CM", "norm", 33))

    assert run("history", path) == 0

    lines = capsys.readouterr().out.splitlines()
    assert lines[0].endswith("2 changes.")
    assert lines[1].endswith("Anna  Score")
    assert lines[2].endswith("Anna  Title")


def test_history_says_what_each_change_did(copy, capsys):
    path = copy("a.poise", "Anna", retitled("A title of mine"))

    assert run("history", path, "--changes") == 0

    assert "“A title of mine”" in capsys.readouterr().out


def test_a_file_without_history_says_so(sample, capsys):
    assert run("history", sample) == 0

    assert "holds no history" in capsys.readouterr().out


# --- share


@pytest.mark.parametrize(
    ("option", "gone", "kept"),
    [
        ((), (), (b"Rosamunde", b"Colonel Azimi")),
        (("--no-names",), (b"Rosamunde",), (b"Colonel Azimi",)),
        (("--no-history",), (b"Rosamunde", b"Colonel Azimi"), ()),
        (("--no-names", "--no-history"), (b"Rosamunde", b"Colonel Azimi"), ()),
    ],
)
def test_a_shared_copy_holds_what_it_says_and_nothing_else(
    copy, tmp_path, capsys, option, gone, kept
):
    path = copy("a.poise", "Rosamunde", retitled("Talk to Colonel Azimi"), retitled("Talk to them"))
    out = tmp_path / "out.poise"

    assert run("share", path, "-o", out, *option) == 0

    image = out.read_bytes()
    assert not any(text in image for text in gone)
    assert all(text in image for text in kept)
    names = [row.name for row in gate.read(out).assessment.perspectives]
    assert ("Assessor 1" in names) == ("--no-names" in option)
    assert gate.read(out).assessment.scores == gate.read(path).assessment.scores
    said = capsys.readouterr().out
    assert ("Checked:" in said) == bool(option)
    assert ("It names who judges: Policy desk" in said) == ("--no-names" not in option)


def test_a_shared_copy_tells_what_its_reader_learns(copy, tmp_path, capsys):
    path = copy("a.poise", "Rosamunde", retitled("Once"), retitled("Now"))

    run("share", path, "-o", tmp_path / "1.poise")
    said = capsys.readouterr().out
    assert "It tells 2 past changes." in said
    assert "It names Rosamunde." in said
    run("share", path, "-o", tmp_path / "2.poise", "--no-history")
    said = capsys.readouterr().out
    assert "nothing of how the assessment came about" in said


def test_a_name_that_the_assessment_says_is_told(copy, tmp_path, capsys):
    path = copy("a.poise", "Rosamunde", retitled("Rosamunde's case"))

    assert run("share", path, "-o", tmp_path / "1.poise", "--no-history") == 0

    assert "Still said in the assessment itself: “Rosamunde”" in capsys.readouterr().out


def test_sharing_never_covers_a_file_unasked(copy, sample, tmp_path, capsys):
    path = copy("a.poise", "Rosa", retitled("A"))
    before = sample.read_bytes()

    assert run("share", path, "-o", sample) == 1

    assert sample.read_bytes() == before
    assert "exists already" in capsys.readouterr().err


def test_a_copy_without_history_is_refused_while_something_is_open(copy, tmp_path, capsys):
    mine, theirs = copy("a.poise", "Anna", retitled("A")), copy("b.poise", "Rosa", retitled("B"))
    merged = tmp_path / "m.poise"
    run("merge", mine, theirs, "-o", merged)

    assert run("share", merged, "-o", tmp_path / "s.poise", "--no-history") == 1

    assert "wait for a decision" in capsys.readouterr().err
