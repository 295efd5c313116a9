"""`counterpoise policy`: actors, futures, conditions, red lines and evidence, as text or JSON."""

import argparse
import datetime

import msgspec

from app.analysis.outcome import find_outcome
from app.analysis.policy.findings import find_policy
from app.analysis.policy.reviews import overdue_reviews, overdue_signposts
from app.wording import _
from app.wording.conditions import overdue_sentence
from app.wording.futures import overdue_signposts_sentence
from app.wording.policy import (
    Sentences,
    actor_sentences,
    assessor_sentences,
    challenge_sentences,
    condition_sentences,
    coverage_sentences,
    red_line_sentences,
    scenario_sentences,
    vulnerability_sentences,
)
from db.model import Assessment

from . import files
from .policy_document import policy_document
from .progress import announcing


def run(arguments: argparse.Namespace) -> None:
    """Print what the policy layer finds."""
    assessment = files.read(arguments.file)
    outcome = find_outcome(assessment)
    with announcing(_("Analysing …")):
        findings = find_policy(assessment, outcome)
    option = assessment.brief.recommended
    if option is None and outcome is not None:
        option = outcome.ranked[0]
    today = datetime.date.today()  # noqa: DTZ011 - the desk's own day
    late = overdue_sentence(overdue_reviews(assessment, today))
    unwatched = overdue_signposts_sentence(overdue_signposts(assessment.signposts, today))
    scenarios = scenario_sentences(assessment, findings, option)
    conditions = condition_sentences(assessment, findings)
    sections = {
        "actors": actor_sentences(assessment, findings, option),
        "assessors": assessor_sentences(assessment, findings),
        "scenarios": (
            *scenarios,
            *vulnerability_sentences(assessment),
            *filter(None, [unwatched]),
        ),
        "conditions": (*conditions, *filter(None, [late])),
        "red_lines": red_line_sentences(assessment, findings, outcome),
        "evidence": coverage_sentences(assessment, findings, outcome, option),
        "challenge": challenge_sentences(assessment),
    }
    if arguments.json:
        answer = policy_document(assessment, findings, outcome, option)
        answer["sentences"] = {name: list(said) for name, said in sections.items()}
        print(msgspec.json.format(msgspec.json.encode(answer), indent=2).decode())
    else:
        print(_as_text(assessment, sections))


def _as_text(assessment: Assessment, sections: dict[str, Sentences]) -> str:
    titles = {
        "actors": _("Actors"),
        "assessors": _("Assessors"),
        "scenarios": _("Scenarios"),
        "conditions": _("Conditions and benchmarks"),
        "red_lines": _("Red lines"),
        "evidence": _("Evidence"),
        "challenge": _("Challenge"),
    }
    lines = [assessment.decision.title]
    for name, said in sections.items():
        if said:
            lines += ["", titles[name], *(f"- {sentence}" for sentence in said)]
    if len(lines) == 1:
        lines += [
            "",
            _("Nothing is said yet about actors, scenarios, conditions, red lines or evidence."),
        ]
    return "\n".join(lines)
