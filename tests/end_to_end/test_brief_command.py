"""Briefs from the command line: every format, every kind, and the proof that one is unaltered."""

import subprocess
import sys

import pypdf
import pytest

from app.edits import decision, weights
from app.exchange.samples import read_sample
from db.document import Document
from db.gate import read
from db.image import build_image


def counterpoise(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "app", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """The worked example, and a later state of it."""
    folder = tmp_path_factory.mktemp("briefs")
    sample = read_sample()
    later = weights.set_swing(sample, sample.decision.assessor, "security", 300.0)
    for name, assessment in (("before", sample), ("after", later)):
        (folder / f"{name}.poise").write_bytes(build_image(Document(assessment=assessment)))
    return folder


@pytest.mark.parametrize("kind", ["memo", "note", "report"])
def test_a_brief_with_the_assessment_attached_is_true_to_its_file(files, kind):
    brief = files / f"{kind}.pdf"
    made = counterpoise("brief", files / "before.poise", "-o", brief, "--kind", kind, "--attach")
    assert made.returncode == 0, made.stderr
    checked = counterpoise("check", files / "before.poise", "--brief", brief)
    assert checked.returncode == 0, checked.stderr
    assert "byte for byte" in checked.stdout


def test_the_attached_file_is_the_assessment_without_history(files):
    brief = files / "attached.pdf"
    counterpoise("brief", files / "before.poise", "-o", brief, "--attach")
    attached = pypdf.PdfReader(brief).attachments
    assert list(attached) == ["before.poise"]
    copy = files / "copy.poise"
    copy.write_bytes(attached["before.poise"][0])
    document = read(copy)
    assert document.assessment == read_sample()
    assert document.document.sessions == ()


def test_a_brief_of_another_state_or_an_altered_one_is_told_from_a_true_one(files):
    brief = files / "note.pdf"
    counterpoise("brief", files / "before.poise", "-o", brief, "--kind", "note")
    other = counterpoise("check", files / "after.poise", "--brief", brief)
    assert other.returncode == 1
    assert "was not made from" in other.stderr
    altered = files / "altered.pdf"
    altered.write_bytes(brief.read_bytes() + b"\n")
    told = counterpoise("check", files / "before.poise", "--brief", altered)
    assert told.returncode == 1
    assert "it was altered after it was made" in told.stderr


def test_what_is_no_brief_is_refused_in_a_sentence(files):
    told = counterpoise("check", files / "before.poise", "--brief", files / "after.poise")
    assert told.returncode == 1
    assert "is no brief" in told.stderr
    assert "Traceback" not in told.stderr


def test_a_brief_about_changes_is_made_and_checked_with_both_states(files):
    brief = files / "since.pdf"
    pair = ("--since", files / "before.poise")
    made = counterpoise("brief", files / "after.poise", "-o", brief, *pair)
    assert made.returncode == 0, made.stderr
    assert counterpoise("check", files / "after.poise", "--brief", brief, *pair).returncode == 0
    alone = counterpoise("check", files / "after.poise", "--brief", brief)
    assert "Say with --since" in alone.stderr


@pytest.mark.parametrize(("suffix", "start"), [(".docx", b"PK"), (".md", b"**TLP")])
def test_the_name_chooses_the_format(files, suffix, start):
    output = files / f"brief{suffix}"
    assert counterpoise("brief", files / "before.poise", "-o", output).returncode == 0
    assert output.read_bytes().startswith(start)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("-o", "brief.odt"), "a brief is written as .pdf, .docx, .md"),
        (("-o", "brief.md", "--attach"), "only a PDF can carry the assessment"),
        (("-o", "before.poise"), "would replace the assessment"),
        (("-o", "b.pdf", "--since", "after.poise", "--kind", "note"), "Leave out --kind"),
    ],
)
def test_what_cannot_be_done_is_said_before_anything_is_written(files, arguments, sentence):
    given = [files / a if "." in a and not a.startswith("-") else a for a in arguments]
    told = counterpoise("brief", files / "before.poise", *given)
    assert told.returncode == 1
    assert sentence in told.stderr


def test_words_of_likelihood_get_a_suggestion(files):
    doubtful = decision.change_brief(read_sample(), bottom_line="It will probably hold.")
    path = files / "doubtful.poise"
    path.write_bytes(build_image(Document(assessment=doubtful)))
    told = counterpoise("brief", path, "-o", files / "doubtful.pdf")
    assert told.returncode == 0
    assert "Bottom line: “probably”" in told.stderr
    assert "“probably”" in counterpoise("check", path).stdout
