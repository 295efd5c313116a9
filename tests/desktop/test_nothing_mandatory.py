"""An officer who uses nothing of the policy layer sees nothing of it but quiet invitations."""

import contextlib
import datetime
import io

import msgspec
import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from app.analysis.outcome import find_outcome
from app.analysis.policy.findings import find_policy
from app.brief.compose import compose
from app.brief.markdown import write_markdown
from app.cli import main
from app.exchange.samples import read_sample
from app.wording.policy import (
    actor_sentences,
    assessor_sentences,
    challenge_sentences,
    condition_sentences,
    red_line_sentences,
    scenario_sentences,
    vulnerability_sentences,
)
from db.model import Assessment, BriefKind, BriefSettings, PerspectiveKind
from db.model.rows import canonical

POLICY = ("evidence", "actors", "scenarios", "conditions", "challenge")
TODAY = datetime.date(2026, 3, 1)
OF_POLICY = (
    "actor",
    "scenario",
    "red line",
    "benchmark",
    "signpost",
    "mechanism",
    "precedent",
    "dissent",
    "coalition",
    "unity",
    "pre-mortem",
    "case against",
    "evidence",
    "source",
    "least regret",
    "Borda",
    "Hurwicz",
)


def plain_work():
    """The worked example with its options, criteria, scores and weights, and nothing else."""
    sample = read_sample()
    people = tuple(p for p in sample.perspectives if p.kind is PerspectiveKind.ASSESSOR)
    decision = msgspec.structs.replace(
        sample.decision,
        cohesion=None,
        strongest_case_against="",
        pre_mortem="",
        background="",
        state_of_affairs="",
        illustrative="",
        question="Which policy does most at a cost that we can accept?",
    )
    return canonical(
        Assessment(
            decision=decision,
            options=tuple(
                msgspec.structs.replace(
                    row, name=row.name.replace("Benchmarked", "Staged"), description=""
                )
                for row in sample.options
                if not row.screened_out
            ),
            criteria=tuple(
                msgspec.structs.replace(
                    row,
                    code="",
                    description="",
                    name=row.name.replace("Unity", "Line").replace("Coalition", "Common"),
                )
                for row in sample.criteria
            ),
            perspectives=tuple(
                msgspec.structs.replace(row, reason="", description="") for row in people
            ),
            weights=tuple(w for w in sample.weights if w.perspective == sample.decision.assessor),
            scores=tuple(
                msgspec.structs.replace(row, rationale="", basis=None, confidence=None)
                for row in sample.scores
            ),
            brief=BriefSettings(to="The Minister"),
        )
    )


@pytest.mark.parametrize("kind", list(BriefKind))
def test_no_brief_of_any_kind_shows_any_of_it(kind):
    printed = write_markdown(compose(plain_work(), TODAY, kind)).casefold()
    assert "conditional membership" in printed
    for word in OF_POLICY:
        assert word.casefold() not in printed, word


def test_the_command_says_once_that_nothing_is_said(tmp_path):
    path = tmp_path / "plain.json"
    from app.exchange.json_document import write_json

    path.write_bytes(write_json(plain_work()))
    made = tmp_path / "plain.poise"
    with contextlib.redirect_stdout(io.StringIO()) as out:
        assert main(["import", str(path), str(made)]) == 0
        assert main(["policy", str(made)]) == 0
    assert "Nothing is said yet about actors, scenarios" in out.getvalue()


def test_no_sentence_is_made_of_what_is_not_there():
    case = plain_work()
    outcome = find_outcome(case)
    findings = find_policy(case, outcome)
    assert actor_sentences(case, findings, "CM") == ()
    assert assessor_sentences(case, findings) == ()
    assert scenario_sentences(case, findings, "CM") == ()
    assert vulnerability_sentences(case) == ()
    assert condition_sentences(case, findings) == ()
    assert red_line_sentences(case, findings, outcome) == ()
    assert challenge_sentences(case) == ()


def test_the_screens_hold_quiet_invitations_only(window):
    window.workspace.new(plain_work())
    for step in POLICY:
        window.show_step(step)
        page = window.page(step)
        for tab in page.tabs():
            page.show_tab(tab.id)
            content = page.tab(tab.id)
            seen = [label for label in content.findChildren(QLabel) if label.isVisible()]
            assert not [label.text() for label in seen if label.property("role") == "problem"]
            loud = [
                button.text()
                for button in content.findChildren(QPushButton)
                if button.isVisible() and button.property("role") == "primary"
            ]
            assert len(loud) <= 1, (step, tab.id, loud)
            assert sum(len(label.text()) for label in seen) < 900, (step, tab.id)
    assert window.notices.isHidden()
    assert not window.document.ranking.red_lines
