"""What the numbers of an analysis depend on, and what they do not."""

from __future__ import annotations

from app.analysis.outcome import Outcome

Content = tuple[object, ...]


def content_of(outcome: Outcome) -> Content:
    """What the numbers of an examination depend on: equal content, equal numbers.

    Names, texts and evidence are no part of it, so that a rename examines nothing anew.
    """
    problem = outcome.problem
    tables = (problem.low, problem.likely, problem.high, problem.shares, problem.below)
    ids = (problem.options, problem.criteria, problem.nodes, top_branches(outcome))
    return (*ids, *(table.tobytes() for table in tables))


def top_branches(outcome: Outcome) -> tuple[str, ...]:
    """Ids of the criteria at the top of the tree, in its order."""
    rows = outcome.assessment.criterion_by_id
    return tuple(node for node in outcome.problem.nodes if rows[node].parent is None)


def heaviest(outcome: Outcome, count: int) -> tuple[str, ...]:
    """The `count` heaviest branches in the order of the tree; criteria where branches are fewer."""
    tops = top_branches(outcome)
    nodes = tops if len(tops) >= count else outcome.problem.criteria
    chosen = sorted(nodes, key=outcome.problem.share_of, reverse=True)[:count]
    return tuple(node for node in nodes if node in chosen)
