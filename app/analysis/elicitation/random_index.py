"""How inconsistent judgements made at random are: what the consistency ratio compares with."""

from __future__ import annotations

from typing import Literal, TypeAlias

RandomIndex: TypeAlias = Literal["saaty", "extended", "alonso_lamata"]

_TABLES = {  # from three criteria on
    "saaty": (0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49),
    "extended": (0.52, 0.89, 1.12, 1.25, 1.35, 1.4, 1.45, 1.49, 1.51, 1.54, 1.56, 1.57, 1.58),
    "alonso_lamata": (),
}


def find_random_index(count: int, table: RandomIndex = "saaty", missing: int = 0) -> float:
    """Return the mean consistency index of random judgements on `count` criteria; 0 below three.

    table: "saaty", Saaty (1980), up to 10 criteria; "extended", the table for up to 15 that newer
    software uses; "alonso_lamata", the regression of Alonso & Lamata (2006), which also continues
    the tables where they end. missing: pairs that were not judged. The index then falls in
    proportion to 0 where the judgements only just connect all criteria (Agoston & Csato 2022). It
    belongs to gaps filled as `completion.fill_gaps` does. Raises ValueError for a number of missing
    pairs that leaves some criteria unconnected.
    """
    spare = (count - 1) * (count - 2) // 2  # judgements beyond those that connect everything
    if not 0 <= missing <= spare:
        raise ValueError("The comparisons must connect every criterion with every other.")
    if count < 3:
        return 0.0
    return _complete(count, table) * (1.0 - missing / spare)


def _complete(count: int, table: RandomIndex) -> float:
    if count - 3 < len(_TABLES[table]):
        return _TABLES[table][count - 3]
    return (2.7699 * count - 4.3513 - count) / (count - 1)
