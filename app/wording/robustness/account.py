"""All that is known about a ranking's robustness, under the questions that an officer asks."""

from typing import NamedTuple

from app.analysis.examination import Examination
from app.analysis.verdict import find_verdict
from app.wording.language import _
from app.wording.verdicts import (
    flip_sentence,
    no_flip_sentence,
    provisional_sentence,
    verdict_sentence,
)

from . import learning, methods, model_findings, score_moves, weight_moves, weightings

Sentences = tuple[str, ...]

MOST = 3
"""So many sentences of one kind are said; tables and pictures have the rest."""


class Part(NamedTuple):
    """Answers of one kind; the caption is empty where the question says it all."""

    caption: str
    sentences: Sentences


class Section(NamedTuple):
    """A question and its answers; `id` is the same in every language."""

    id: str
    question: str
    parts: tuple[Part, ...]

    @property
    def sentences(self) -> Sentences:
        """All answers, one below the other."""
        return tuple(said for part in self.parts for said in part.sentences)


def give_account(examination: Examination) -> tuple[Section, ...]:
    """Every question with its answers, in the order in which they are read."""
    return (
        Section("first_place", _("How firm is the first place?"), _first_place(examination)),
        Section("change", _("What would change your mind?"), _change(examination)),
        Section("scores", _("How sure are the scores?"), _scores(examination)),
        Section("methods", _("Do other methods agree?"), _methods(examination)),
        Section("learning", _("What should we find out next?"), _learning(examination)),
        Section("model", _("Does the model say what we meant?"), _model(examination)),
    )


def _first_place(examination: Examination) -> tuple[Part, ...]:
    outcome, found = examination.outcome, examination.found
    others = weightings.central_weights_sentences(outcome, found.any_weights)
    return _kept(
        Part(
            "",
            (
                verdict_sentence(outcome, find_verdict(outcome)),
                provisional_sentence(outcome),
                weightings.any_weights_sentence(outcome, found.any_weights),
                weightings.near_weights_sentence(outcome, found.near_weights),
                weight_moves.joint_stability_sentence(outcome, found.by_swings),
            ),
        ),
        Part(
            _("Who would choose otherwise"),
            (*others[:MOST], weight_moves.never_first_sentence(outcome, found.potentials)),
        ),
    )


def _change(examination: Examination) -> tuple[Part, ...]:
    outcome, found = examination.outcome, examination.found
    if len(outcome.problem.options) < 2:
        return ()
    leader, assessment = outcome.ranked[0], outcome.assessment
    flips = [flip_sentence(assessment, leader, flip) for flip in examination.flips[:MOST]]
    if not flips and len(outcome.leaders) == 1:
        flips = [no_flip_sentence(assessment, leader)]
    cells = score_moves.nearest_flips(found.flips, MOST)
    scores = [score_moves.score_flip_sentence(outcome, found.flips, cell) for cell in cells]
    return _kept(
        Part(_("One weight"), tuple(flips)),
        Part(
            _("Several weights together"),
            weight_moves.weight_change_sentences(outcome, found.by_sum)[:MOST],
        ),
        Part(_("One score"), tuple(scores) or (score_moves.no_score_flip_sentence(outcome),)),
        Part(
            _("All scores of an option"),
            score_moves.effort_sentences(outcome, found.efforts)[:MOST],
        ),
    )


def _scores(examination: Examination) -> tuple[Part, ...]:
    outcome, found = examination.outcome, examination.found
    if len(outcome.problem.options) < 2:
        return ()
    bars = score_moves.widest_bars(found.tornado, MOST)
    return _kept(
        Part(
            "",
            (
                weightings.stated_weights_sentence(outcome, found.stated_weights),
                score_moves.score_tolerance_sentence(outcome, found.score_tolerance),
                learning.mean_winner_sentence(outcome, found.learning),
            ),
        ),
        Part(
            _("One range at a time"),
            (
                score_moves.unseating_sentence(outcome, found.tornado) if bars else "",
                *(score_moves.tornado_sentence(outcome, found.tornado, cell) for cell in bars),
            ),
        ),
    )


def _methods(examination: Examination) -> tuple[Part, ...]:
    outcome, found = examination.outcome, examination.found.crosschecks
    return _kept(
        Part("", (methods.agreement_sentence(outcome, found),)),
        Part(_("Why they may differ"), methods.departure_sentences(outcome, found)),
    )


def _learning(examination: Examination) -> tuple[Part, ...]:
    outcome, found = examination.outcome, examination.found.learning
    rows = learning.lessons(found, MOST)
    if not rows:
        return _kept(Part("", (learning.nothing_to_learn_sentence(outcome),)))
    return _kept(Part("", tuple(learning.lesson_sentence(outcome, row) for row in rows)))


def _model(examination: Examination) -> tuple[Part, ...]:
    outcome, found = examination.outcome, examination.found.findings
    if not found:
        return (Part("", (model_findings.no_finding_sentence(),)),)
    said = (
        f"{model_findings.finding_sentence(outcome, row)} {model_findings.remedy_sentence(row)}"
        for row in found
    )
    return (Part("", tuple(said)),)


def _kept(*parts: Part) -> tuple[Part, ...]:
    """The parts that say something, without empty sentences."""
    said = (Part(part.caption, tuple(filter(None, part.sentences))) for part in parts)
    return tuple(part for part in said if part.sentences)
