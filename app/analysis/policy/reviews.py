"""Benchmarks: how many an option waits for, and which are due to be looked at again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from db.model import Assessment, Benchmark, Met, Signpost
from db.model.fields import Date


def overdue_reviews(assessment: Assessment, today: Date) -> tuple[Benchmark, ...]:
    """The benchmarks whose day of review lies before `today`, the longest overdue first."""
    if today is None:
        return ()
    late = [(row.review_on, row) for row in assessment.benchmarks if row.review_on is not None]
    return tuple(row for day, row in sorted(late, key=lambda pair: pair[0]) if day < today)


def overdue_signposts(signposts: Iterable[Signpost], today: Date) -> tuple[Signpost, ...]:
    """Those of some signposts that should have been looked at before `today`."""
    if today is None:
        return ()
    return tuple(row for row in signposts if row.review_on is not None and row.review_on < today)


def benchmarks_of(assessment: Assessment, option: str) -> tuple[Benchmark, ...]:
    """What an option is conditional on, in the order of the benchmarks."""
    linked = {row.benchmark for row in assessment.option_benchmarks if row.option == option}
    return tuple(row for row in assessment.benchmarks if row.id in linked)


def count_statuses(benchmarks: tuple[Benchmark, ...]) -> Counter[Met]:
    """How many of the benchmarks stand at each status."""
    return Counter(row.status for row in benchmarks)
