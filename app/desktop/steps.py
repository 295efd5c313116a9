"""The steps of the work, in the order of the rail."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from app.wording import _

if TYPE_CHECKING:
    from app.desktop.pages.page import Page


class StepSpec(NamedTuple):
    """One entry of the rail and the page behind it, which is imported when it is first shown."""

    id: str
    module: str
    page: str


STEPS = (
    StepSpec("decision", "decision_page", "DecisionPage"),
    StepSpec("options", "options_page", "OptionsPage"),
    StepSpec("criteria", "criteria_page", "CriteriaPage"),
    StepSpec("evidence", "evidence_page", "EvidencePage"),
    StepSpec("scores", "scores_page", "ScoresPage"),
    StepSpec("weights", "weights_page", "WeightsPage"),
    StepSpec("results", "results_page", "ResultsPage"),
    StepSpec("robustness", "robustness_page", "RobustnessPage"),
    StepSpec("actors", "actors_page", "ActorsPage"),
    StepSpec("scenarios", "scenarios_page", "ScenariosPage"),
    StepSpec("conditions", "conditions_page", "ConditionsPage"),
    StepSpec("challenge", "challenge_page", "ChallengePage"),
    StepSpec("history", "history_page", "HistoryPage"),
    StepSpec("brief", "brief_page", "BriefPage"),
)


def step_title(step: str) -> str:
    """What the rail calls a step."""
    titles = {
        "decision": _("Decision"),
        "options": _("Options"),
        "criteria": _("Criteria"),
        "evidence": _("Evidence"),
        "scores": _("Scores"),
        "weights": _("Weights"),
        "results": _("Results"),
        "robustness": _("Robustness"),
        "actors": _("Actors"),
        "scenarios": _("Scenarios"),
        "conditions": _("Conditions"),
        "challenge": _("Challenge"),
        "history": _("History"),
        "brief": _("Brief"),
    }
    return titles[step]


def page_class(spec: StepSpec) -> type[Page]:
    """The class of a step's page."""
    module = import_module(f"app.desktop.pages.{spec.module}")
    found: type[Page] = getattr(module, spec.page)
    return found
