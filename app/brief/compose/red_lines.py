"""Obligations outside the weights, and which options cross them."""

from app.analysis.policy.red_lines import Breach, Finding, crossing_options, leaders_without, tried
from app.brief.blocks import Block, Callout, Cell, Column, Paragraph, Runs, Table, said, typed
from app.wording import _
from app.wording.dates import long_date
from app.wording.red_lines import (
    breach_sentence,
    clear_sentence,
    crossed_sentence,
    flag,
    line_sentence,
    without_sentence,
)
from app.wording.terms import term
from app.wording.waivers import choice_phrase, choice_sentence
from db.model import Ground, RedLine, RedLineWaiver

from .matter import Matter, labelled, marked, told
from .places import located


def red_lines(matter: Matter) -> list[Block]:
    """Each line with who set it and who crosses it; then what that does to the ranking."""
    lines = matter.assessment.red_lines
    if not lines:
        return []
    sentences: list[str] = []
    option = matter.weighed
    if option is not None and not _of(matter, option.id):
        sentences.append(clear_sentence(matter.assessment, option.id))
    if matter.outcome is not None:
        crossing = crossing_options(matter.policy.breaches)
        # In a memo, only what changes who leads is worth a line.
        changes = set(leaders_without(matter.outcome, crossing)) != set(matter.outcome.leaders)
        if changes or matter.in_full:
            sentences.append(without_sentence(matter.outcome, crossing))
    blocks = [*told(*sentences, see=matter.see("red lines")), *_waivers(matter)]
    return [*blocks, *_lines_table(matter), *_choices(matter)] if matter.in_full else blocks


def warning_on_advice(matter: Matter) -> list[Block]:
    """A box that says so where the option advised does not clearly keep a red line."""
    option = matter.weighed
    found = () if option is None else _of(matter, option.id)
    if not found:
        return []
    sentences = [(said(breach_sentence(matter.assessment, row)),) for row in found]
    crossed = {row.red_line for row in found}
    chosen = [
        _with_reason(matter, row)
        for row in matter.assessment.red_line_waivers
        if row.red_line in crossed and option is not None and row.option == option.id
    ]
    return [Callout(_("Red line"), (*sentences, *filter(None, chosen)), tone="bad")]


def flagged(matter: Matter, option: str) -> Runs:
    """An option's name with the mark of the red line that it crosses."""
    name: Runs = (typed(matter.assessment.option_by_id[option].name),)
    mark = flag(matter.assessment, tried(matter.assessment, matter.policy.breaches), option)
    return (*name, said(f" – {mark}", italic=True)) if mark else name


def judgements(matter: Matter) -> list[Block]:
    """Annex: what was judged of each option at the lines that are judged, and why."""
    options = matter.assessment.option_by_id
    rows: list[tuple[Cell, ...]] = []
    for line in matter.assessment.red_lines:
        judged = [
            (
                Cell((typed(options[row.option].name),), header=True, level=1),
                Cell((said(term(row.verdict)),)),
                Cell((typed(row.reason),)),
            )
            for row in matter.assessment.red_line_judgements
            if row.red_line == line.id and row.reason
        ]
        if judged:
            rows += [(Cell((typed(line.name),), header=True, span=3),), *judged]
    columns = (
        Column(_("Option"), width=2),
        Column(_("Verdict"), width=0.9),
        Column(_("Reason"), width=4),
    )
    lines = [] if matter.in_full else [*_lines_table(matter), *_choices(matter)]
    if not rows:
        return lines
    return [*lines, Table(columns, tuple(rows), caption=_("Red lines judged for each option"))]


def _waivers(matter: Matter) -> list[Block]:
    """Each waiver that bears on an option in the ranking: who gave it and why."""
    advised = matter.weighed
    boxed = None if advised is None else advised.id  # the box beside the advice names its own
    return [
        Paragraph(marked(runs), numbered=True)
        for row in _chosen(matter)
        if row.ground is Ground.WAIVED and row.option != boxed
        if (runs := _with_reason(matter, row))
    ]


def _choices(matter: Matter) -> list[Block]:
    """Who is kept at a red line on what ground, with the reason given."""
    options = matter.assessment.option_by_id
    names = {row.id: row.name for row in matter.assessment.red_lines}
    rows = tuple(
        (
            Cell((typed(options[row.option].name),), header=True),
            Cell((typed(names[row.red_line]),)),
            Cell((said(words),)),
            Cell((typed(row.reason),) if row.reason else ()),
        )
        for row in _chosen(matter)
        if (words := _ground(matter, row))
    )
    columns = (
        Column(_("Option"), width=1.6),
        Column(_("Red line"), width=1.8),
        Column(_("Why it stays in the ranking"), width=1.6),
        Column(_("Reason"), width=2.6),
    )
    return [Table(columns, rows, caption=_("Kept by choice at a red line"))] if rows else []


def _chosen(matter: Matter) -> list[RedLineWaiver]:
    """The choices about options that do not clearly keep the line they are about."""
    reached = {(row.red_line, row.option) for row in matter.policy.breaches}
    rows = matter.assessment.red_line_waivers
    return [row for row in rows if (row.red_line, row.option) in reached]


def _ground(matter: Matter, row: RedLineWaiver) -> str:
    words = choice_phrase(matter.assessment, _at(matter, row))
    if not words or row.decided_on is None:
        return words
    return _("{choice}, {date}").format(choice=words, date=long_date(row.decided_on))


def _at(matter: Matter, row: RedLineWaiver) -> list[Finding]:
    here = (row.red_line, row.option)
    return [f for f in matter.policy.breaches if (f.red_line, f.option) == here]


def _with_reason(matter: Matter, row: RedLineWaiver) -> Runs:
    """A choice as a sentence, with the reason in its author's words; nothing if it is void."""
    sentence = choice_sentence(matter.assessment, row)
    if not sentence:
        return ()
    if not row.reason:
        return (said(sentence),)
    return said(f"{sentence} " + labelled(_("Reason given")) + " "), typed(row.reason)


def _lines_table(matter: Matter) -> list[Block]:
    rows = tuple(_row(matter, line) for line in matter.assessment.red_lines)
    columns = (
        Column(_("Red line"), width=2),
        Column(_("How it is tested, and whose it is"), width=2.6),
        Column(_("Who crosses it"), width=2.6),
    )
    intro = _(
        "Red lines stand outside the weights: what crosses one is flagged and never traded off."
    )
    table = Table(columns, rows, caption=_("Red lines and who crosses them"))
    return [*told(intro), table] if rows else []


def _of(matter: Matter, option: str) -> tuple[Finding, ...]:
    return tuple(row for row in matter.policy.breaches if row.option == option)


def _row(matter: Matter, line: RedLine) -> tuple[Cell, ...]:
    found = [row for row in matter.policy.breaches if row.red_line == line.id]
    crossed = crossed_sentence(matter.assessment, found, line)
    serious = any(row.breach in (Breach.CROSSES, Breach.CROSSES_MAY_NOT) for row in found)
    return (
        Cell((typed(line.name),), header=True),
        Cell((said(line_sentence(matter.assessment, line)), *_grounds(line))),
        Cell(
            (said(crossed),),
            shade=0.35 if serious else 0.0,
            tone="bad" if serious else "neutral",
        ),
    )


def _grounds(line: RedLine) -> Runs:
    """On what law a line rests and where it comes from, in the officers' words."""
    words = located(line.legal_basis, line.locator)
    if not words:
        return ()
    label = labelled(_("Legal basis")) + " " if line.legal_basis else ""
    return said(" " + label), typed(words if line.legal_basis else f"({words})")
