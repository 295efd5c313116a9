"""Evidence against options: what speaks against each, and what tells them apart.

After the analysis of competing hypotheses (Heuer 1999, ch. 8): options are compared by the
evidence against them, because evidence for one option often fits the others as well. Ratings are
(evidence, options): 1 speaks for, -1 against, 0 for neither.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from app.analysis.arrays import FloatArray, IntArray, Matrix, as_matrix, freeze
from app.analysis.outcome import Outcome
from db.model import Stance


@dataclass(frozen=True, slots=True, eq=False)
class EvidenceGrid:
    """The extracts that bear on scores, rated against every option.

    extracts, options: ids; ratings: (extracts, options); diagnosticity: (extracts,); against:
    (options,) counts of extracts that speak against an option.
    """

    extracts: tuple[str, ...]
    options: tuple[str, ...]
    ratings: FloatArray
    diagnosticity: FloatArray
    against: IntArray


def count_against(ratings: Matrix) -> IntArray:
    """How many pieces of evidence speak against each option (options,); the fewest is best."""
    counts: IntArray = (as_matrix(ratings, "Ratings") < 0).sum(axis=0)
    return counts


def diagnosticity(ratings: Matrix) -> FloatArray:
    """The share (0-1) of pairs of options that each piece of evidence tells apart (evidence,).

    Evidence that fits every option alike says nothing about which is best: 0.
    """
    signs = np.sign(as_matrix(ratings, "Ratings"))
    options = signs.shape[1]
    if options < 2:
        return np.zeros(signs.shape[0])
    apart = (signs[:, :, np.newaxis] != signs[:, np.newaxis, :]).sum(axis=(1, 2))
    shares: FloatArray = apart / (options * (options - 1))
    return shares


def find_grid(outcome: Outcome) -> EvidenceGrid | None:
    """Rate the evidence linked to scores against every ranked option.

    An extract that supports a score above the options' mean on its criterion speaks for the
    option, one that supports a score below it speaks against; contradicting turns this round.
    Where it bears on several scores of an option, the majority decides. None without evidence.
    """
    problem, assessment = outcome.problem, outcome.assessment
    row_of = {option: i for i, option in enumerate(problem.options)}
    column_of = {leaf: j for j, leaf in enumerate(problem.criteria)}
    values = outcome.prepared.values
    above = np.sign(values - values.mean(axis=0))
    tally: dict[str, FloatArray] = {}
    for link in assessment.score_evidence:
        if link.assessor == problem.assessor and link.option in row_of:
            i, j = row_of[link.option], column_of[link.criterion]
            if outcome.prepared.missing[i, j]:
                continue
            signs = tally.setdefault(link.extract, np.zeros(len(row_of)))
            signs[i] += above[i, j] if link.stance is Stance.SUPPORTS else -above[i, j]
    extracts = tuple(row.id for row in assessment.extracts if row.id in tally)
    if not extracts:
        return None
    ratings: FloatArray = np.sign(np.stack([tally[extract] for extract in extracts]))
    return EvidenceGrid(
        extracts,
        problem.options,
        freeze(ratings),
        freeze(diagnosticity(ratings)),
        freeze(count_against(ratings)),
    )
