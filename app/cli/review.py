"""`counterpoise review`: what was decided, what came of it, and how likelihoods fared."""

import argparse

from app.analysis.policy.calibration import find_calibration
from app.wording import _
from app.wording.review import calibration_sentences, outcome_sentences

from . import files


def run(arguments: argparse.Namespace) -> None:
    """Print the review of one assessment or several together."""
    assessments = [files.read(path) for path in arguments.files]
    lines = []
    for assessment in assessments:
        said = outcome_sentences(assessment) or (_("Nothing is decided yet."),)
        lines += [assessment.decision.title, *(f"- {sentence}" for sentence in said), ""]
    found = find_calibration(assessments)
    lines.append(_("Likelihoods"))
    if found is None:
        told: tuple[str, ...] = (
            _("No scenario with a likelihood is marked as having happened or not."),
        )
    else:
        told = calibration_sentences(found)
    lines += [f"- {sentence}" for sentence in told]
    print("\n".join(lines))
