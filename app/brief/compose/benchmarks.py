"""What conditional options wait for, by which steps they go, and what to watch."""

from app.analysis.policy.reviews import overdue_reviews
from app.brief.blocks import (
    Block,
    Cell,
    Column,
    ListBlock,
    Runs,
    Table,
    said,
    typed,
)
from app.wording import _
from app.wording.conditions import benchmark_sentence, overdue_sentence
from app.wording.dates import long_date
from app.wording.futures import signpost_sentence, watch_sentence
from app.wording.terms import term
from db.model import Benchmark, Stage

from .matter import Matter, told
from .places import located


def benchmarks(matter: Matter) -> list[Block]:
    """How many benchmarks each conditional option waits for; the steps of the one advised."""
    assessment = matter.assessment
    sentences = [
        benchmark_sentence(assessment, row.id)
        for row in assessment.options
        if not row.screened_out and (matter.in_full or row == matter.recommended)
    ]
    late = overdue_sentence(overdue_reviews(assessment, matter.dated))
    return told(*sentences, late, see=matter.see("benchmarks")) + (
        _stages(matter) if matter.in_full else []
    )


def signposts(matter: Matter) -> list[Block]:
    """What to watch for, and when it should reopen the decision."""
    if matter.in_full:
        return signpost_list(matter)
    return told(watch_sentence(matter.assessment.signposts), see=matter.see("signposts"))


def signpost_annex(matter: Matter) -> list[Block]:
    """Annex of a memo: every signpost."""
    return [] if matter.in_full else signpost_list(matter)


def signpost_list(matter: Matter) -> list[Block]:
    """Every signpost with what it would point to and when it is reviewed."""
    rows = matter.assessment.signposts
    items = tuple((said(signpost_sentence(matter.assessment, row)),) for row in rows)
    return [ListBlock(items)] if items else []


def benchmark_table(matter: Matter) -> list[Block]:
    """Annex: each benchmark with its indicator, status and what follows from it."""
    rows: list[tuple[Cell, ...]] = []
    standards = dict.fromkeys(row.standard for row in matter.assessment.benchmarks)
    for standard in standards:
        if standard:
            rows.append((Cell((typed(standard),), header=True, span=3),))
        level = 1 if standard else 0
        rows += [
            _row(row, level) for row in matter.assessment.benchmarks if row.standard == standard
        ]
    columns = (
        Column(_("Benchmark"), width=2),
        Column(_("Status"), width=0.9),
        Column(_("Indicator, review and what follows"), width=4),
    )
    caption = _("Benchmarks with indicator and status")
    tables: list[Block] = [Table(columns, tuple(rows), caption=caption)] if rows else []
    return tables if matter.in_full else [*_stages(matter), *tables]


def _row(row: Benchmark, level: int) -> tuple[Cell, ...]:
    told_of = (row.indicator, located(row.note, row.locator))
    parts: list[Runs] = [(typed(text),) for text in told_of if text]
    if row.review_on is not None:
        date = _("To be reviewed on {date}.").format(date=long_date(row.review_on))
        parts.append((said(date),))
    for label, text in (
        (_("Verified by:"), row.verifier),
        (_("If met:"), row.if_met),
        (_("If missed:"), row.if_missed),
        (_("If reversed:"), row.if_reversed),
    ):
        if text:
            parts.append((said(label + " "), typed(text)))
    runs = tuple(run for part in parts for run in (*part, said(" ")))[:-1]
    return (
        Cell((typed(row.name),), header=True, level=level),
        Cell((said(term(row.status)),)),
        Cell(runs),
    )


def _stages(matter: Matter) -> list[Block]:
    option = matter.recommended
    stages = [row for row in matter.assessment.stages if option and row.option == option.id]
    if option is None or not stages:
        return []
    intro = _("The steps of {option}:").format(option=option.name)
    items = tuple(_stage(matter, row) for row in stages)
    return [*told(intro), ListBlock(items, ordered=True)]


def _stage(matter: Matter, row: Stage) -> Runs:
    runs: Runs = (typed(row.name, bold=True), said(". "))
    names = {benchmark.id: benchmark.name for benchmark in matter.assessment.benchmarks}
    if row.benchmark is not None:
        runs += (said(_("Opened by “{benchmark}”.").format(benchmark=names[row.benchmark]) + " "),)
    return (*runs, typed(row.action))
