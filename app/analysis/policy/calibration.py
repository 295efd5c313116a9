"""How well stated likelihoods fared, once it is known which futures came about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.analysis.arrays import Vector, as_vector, require_length
from app.analysis.policy.likelihoods import BANDS, Band
from db.model import Assessment, Happened, Likelihood


@dataclass(frozen=True, slots=True)
class CalibrationRow:
    """How often the futures that one word was said of came about; band: what the word means."""

    likelihood: Likelihood
    band: Band
    stated: int
    happened: int

    @property
    def share(self) -> float:
        """The share (0-1) that came about."""
        return self.happened / self.stated

    @property
    def within(self) -> bool:
        """Whether the share lies within the band of the word."""
        return self.band.low <= self.share <= self.band.high


@dataclass(frozen=True, slots=True)
class Calibration:
    """Stated likelihoods against what happened.

    rows: the words used, from the least likely; brier: mean squared error of the middles of the
    bands (0 is best, 1 worst); base: the same had the overall share been said of every future.
    """

    rows: tuple[CalibrationRow, ...]
    brier: float
    base: float

    @property
    def count(self) -> int:
        """How many futures are settled."""
        return sum(row.stated for row in self.rows)


def brier_score(probabilities: Vector, happened: Vector) -> float:
    """The mean squared difference between probabilities and what happened (1 yes, 0 no).

    After Brier (1950), who summed over both answers to the same question, which doubles it. 0 is
    a forecaster who always knew, 1 one who was always certain and wrong; always saying a half
    gives 0.25. Raises ValueError for no forecast, for lengths that differ, and outside 0 to 1.
    """
    said = as_vector(probabilities, "Probabilities")
    was = require_length(as_vector(happened, "What happened"), said.size, "What happened")
    if ((said < 0) | (said > 1)).any() or ((was != 0) & (was != 1)).any():
        raise ValueError("Probabilities lie between 0 and 1; what happened is 0 or 1.")
    return float(((said - was) ** 2).mean())


def find_calibration(assessments: Iterable[Assessment]) -> Calibration | None:
    """Calibration over all scenarios with a stated likelihood of which the outcome is known.

    Several assessments may be judged together, as few futures say little. None while no such
    scenario is settled.
    """
    settled = [
        (row.likelihood, row.happened is Happened.YES)
        for assessment in assessments
        for row in assessment.scenarios
        if row.likelihood is not None and row.happened is not None
    ]
    if not settled:
        return None
    was = [float(yes) for _, yes in settled]
    share = sum(was) / len(was)
    rows = tuple(
        CalibrationRow(word, band, len(answers), sum(answers))
        for word, band in BANDS.items()
        if (answers := [yes for said, yes in settled if said is word])
    )
    return Calibration(
        rows=rows,
        brier=brier_score([BANDS[word].middle for word, _ in settled], was),
        base=brier_score([share] * len(was), was),
    )
