"""How actors see the options, whom the advice can carry, and who dissents."""

from app.analysis.outcome import find_outcome
from app.analysis.policy.actors import ActorTable, blocking
from app.analysis.policy.alignment import find_pairs
from app.analysis.policy.concessions import find_concession
from app.brief.blocks import (
    Block,
    Cell,
    Column,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Runs,
    Table,
    said,
    typed,
)
from app.charts.heat_pictures import actor_picture, heat_text
from app.wording import _, ngettext
from app.wording.actors import (
    acceptance_sentence,
    agreement_sentence,
    assumed_weights_sentence,
    common_sentences,
    concession_sentence,
    distance_sentence,
    leader_sentences,
)
from app.wording.lists import listed, option_names
from app.wording.numbers import points
from app.wording.policy import assessor_sentences
from app.wording.review import cohesion_sentences
from db.model import Dissent, Option

from .matter import Matter, is_short, marked, told, typed_paragraphs
from .places import located


def views(matter: Matter) -> list[Block]:
    """The actors' orders and what they could settle on; in a report dissent too.

    A memo tells of dissent beside the recommendation.
    """
    blocks = [*_actors(matter), *told(*assessor_sentences(matter.assessment, matter.policy))]
    return [*blocks, *dissent(matter)] if matter.in_full else blocks


def dissent_sentence(matter: Matter) -> str:
    """Who dissents from the advice; empty where nobody does."""
    names = [row.name for row in matter.assessment.dissents]
    if not names:
        return ""
    text = ngettext("{names} dissents.", "{names} dissent.", len(names))
    return text.format(names=listed(names))


def actor_values(matter: Matter) -> list[Block]:
    """Annex: every option's value for every actor, and which of them are acceptable."""
    table = matter.policy.actors
    if table is None:
        return []
    known = matter.assessment.perspective_by_id
    picture = actor_picture(matter.assessment, table)
    reasons = tuple(
        (
            typed(known[actor].name, bold=True),
            said(". "),
            typed(located(known[actor].reason, known[actor].locator)),
        )
        for actor in table.actors
        if known[actor].reason
    )
    blocks: list[Block] = [] if matter.in_full else _actor_detail(matter)
    blocks.append(Figure(picture, heat_text(picture), caption=_("Values for each actor")))
    blocks += told(
        agreement_sentence(table), distance_sentence(matter.assessment, find_pairs(table))
    )
    return [*blocks, ListBlock(reasons)] if reasons else blocks


def _actors(matter: Matter) -> list[Block]:
    table, common = matter.policy.actors, matter.policy.common
    if table is None or common is None:
        return []
    assessment, option = matter.assessment, matter.weighed
    sentences = list(leader_sentences(assessment, table))
    if option is not None:
        sentences.append(acceptance_sentence(assessment, table, option.id))
    blocks = told(assumed_weights_sentence(assessment, table), *sentences, see=matter.see("actors"))
    return blocks + (_actor_detail(matter) if matter.in_full else [])


def _actor_detail(matter: Matter) -> list[Block]:
    """What the actors could settle on, each one's view, and what would bring in who objects."""
    table, common = matter.policy.actors, matter.policy.common
    if table is None or common is None:
        return []
    blocks = told(*common_sentences(matter.assessment, common)) if len(table.actors) > 1 else []
    blocks.append(_table(matter, table, matter.weighed))
    blocks += _concessions(matter, table, matter.weighed)
    advised = None if matter.weighed is None else matter.weighed.id
    blocks += told(*cohesion_sentences(matter.assessment, matter.policy.cohesion, advised))
    return blocks


def _concessions(matter: Matter, table: ActorTable, option: Option | None) -> list[Block]:
    """What would bring in each actor who does not accept the option advised."""
    if option is None:
        return []
    lacking = (find_concession(table, option.id, actor) for actor in blocking(table, option.id))
    items = tuple(
        (said(concession_sentence(matter.assessment, row)),) for row in lacking if row is not None
    )
    return [ListBlock(items)] if items else []


def _table(matter: Matter, table: ActorTable, option: Option | None) -> Table:
    columns = [Column(_("Actor"), width=2.6), Column(_("First choice"), width=2.6)]
    if option is not None:
        columns += [
            Column(_("Rank of the option advised"), align="end", width=1.2),
            Column(_("Its value"), align="end", width=0.8),
            Column(_("Acceptable"), width=1),
        ]
    rows = []
    for j, actor in enumerate(table.actors):
        first = option_names(matter.assessment, table.leaders(actor))
        name = matter.assessment.perspective_by_id[actor].name
        row = [Cell((typed(name),), header=True), Cell((said(first),))]
        if option is not None:
            i = table.options.index(option.id)
            accepted = bool(table.acceptable[i, j])
            row.append(Cell((said(str(int(table.ranks[i, j]))),)))
            row.append(Cell((said(points(table.values[i, j])),)))
            row.append(Cell((said(_("yes") if accepted else _("no")),)))
        rows.append(tuple(row))
    return Table(tuple(columns), tuple(rows), caption=_("The actors' view"))


def dissent(matter: Matter) -> list[Block]:
    """Each dissenter with the ranking on their weights, and their own words."""
    blocks: list[Block] = []
    for row in matter.assessment.dissents:
        own = typed_paragraphs(row.text) if is_short(row.text, matter) else []
        see = () if own or not row.text else matter.see("against")
        blocks.append(Paragraph(marked((*_dissenter(matter, row), *see)), numbered=True))
        blocks += own
    return [Heading(3, _("Dissent")), *blocks] if blocks and matter.in_full else blocks


def _dissenter(matter: Matter, row: Dissent) -> Runs:
    """Who dissents, what they prefer, and what leads on their weights."""
    runs: Runs = (typed(row.name, bold=True), said(" " + _("dissents.")))
    if row.prefers is not None:
        option = matter.assessment.option_by_id[row.prefers]
        runs += (said(" " + _("Option preferred:") + " "), typed(option.name), said("."))
    outcome = None
    if row.perspective is not None:
        outcome = find_outcome(matter.assessment, row.perspective)
    if outcome is not None:
        text = _("On the dissenter's weights {options} leads, with {points}.").format(
            options=option_names(matter.assessment, outcome.leaders),
            points=points(outcome.total(outcome.leaders[0])),
        )
        runs += (said(" " + text),)
    return runs
