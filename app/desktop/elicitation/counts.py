"""How many questions the ways of asking come to."""

MOST_PAIRS = 66
"""All pairs of twelve criteria; with more criteria only the first so many are asked."""
QUESTIONS_EACH = 3
"""So many questions a criterion it often takes until nothing can change the first place.

With the worked example and twelve random sets of weights it took 21 to 38 for eight criteria.
"""


def pairs_asked(criteria: int) -> int:
    """How many pairs are asked about at most: enough to connect all criteria, in any case."""
    return max(criteria - 1, min(criteria * (criteria - 1) // 2, MOST_PAIRS))
