"""The options in named futures: who leads where, and what there is to regret."""

from app.analysis.policy.scenarios import ScenarioTable
from app.brief.blocks import Block, Cell, Column, Figure, ListBlock, Runs, Table, said, typed
from app.charts.heat_pictures import heat_text, regret_picture, scenario_picture
from app.wording import _
from app.wording.futures import (
    broken_sentence,
    lead_sentence,
    option_regret_sentence,
    regret_sentence,
    scenario_name,
)
from app.wording.lists import option_names
from app.wording.numbers import points
from app.wording.policy import scenario_sentences, vulnerability_sentences
from db.model import Option, Scenario

from .matter import Matter, told
from .places import located


def futures(matter: Matter) -> list[Block]:
    """Who leads in each scenario, and how far the option advised falls short at worst."""
    table, option = matter.policy.scenarios, matter.weighed
    advised = None if option is None else option.id
    sentences = scenario_sentences(matter.assessment, matter.policy, advised)
    if not matter.in_full:
        sentences = (*_short(matter, advised), broken_sentence(matter.assessment, advised))
    blocks = told(*sentences, see=matter.see("scenarios"))
    if table is not None and matter.in_full:
        blocks.append(_leaders_table(matter, table, option))
    broken = vulnerability_sentences(matter.assessment, advised)
    if broken and matter.in_full:
        blocks.append(ListBlock(tuple((said(sentence),) for sentence in broken)))
    return blocks


def scenario_values(matter: Matter) -> list[Block]:
    """Annex: every option's value in every scenario, and its worst regret."""
    table = matter.policy.scenarios
    if table is None:
        return []
    described = tuple(_described(row) for row in matter.assessment.scenarios if row.description)
    broken = tuple((said(sentence),) for sentence in vulnerability_sentences(matter.assessment))
    lists: list[Block] = [ListBlock(items) for items in (described, broken) if items]
    picture = scenario_picture(matter.assessment, table, matter.outcome)
    values = Figure(picture, heat_text(picture), caption=_("Values in each scenario"))
    if matter.in_full:
        return [*lists, values]
    advised = None if matter.weighed is None else matter.weighed.id
    further = scenario_sentences(matter.assessment, matter.policy, advised)[1:]
    leaders = _leaders_table(matter, table, matter.weighed)
    return [*told(*further), leaders, *lists, values]


def regrets(matter: Matter) -> list[Block]:
    """Annex: how far every option falls short of the best of each scenario."""
    table = matter.policy.scenarios
    if table is None or len(table.options) < 2:
        return []
    picture = regret_picture(matter.assessment, table)
    caption = _("Regret: points below the best of the scenario")
    figure = Figure(picture, heat_text(picture), caption=caption)
    return [*told(regret_sentence(matter.assessment, table)), figure]


def _short(matter: Matter, advised: str | None) -> tuple[str, ...]:
    """Who leads where, and what there is to regret: what a memo says of scenarios in its body."""
    table = matter.policy.scenarios
    if table is None:
        return ()
    if advised is None:
        return scenario_sentences(matter.assessment, matter.policy, None)[:2]
    return (
        lead_sentence(matter.assessment, table, advised),
        option_regret_sentence(matter.assessment, table, advised),
    )


def _leaders_table(matter: Matter, table: ScenarioTable, option: Option | None) -> Table:
    columns = [
        Column(_("Scenario"), width=2),
        Column(_("First"), width=3),
        Column(_("Value"), align="end"),
    ]
    if option is not None:
        columns.append(Column(_("Option advised"), align="end", width=1.3))
        columns.append(Column(_("Below the first"), align="end", width=1.3))
    rows = []
    for j, scenario in enumerate(table.scenarios):
        outcome = table.outcomes[j]
        row = [
            Cell((typed(scenario_name(matter.assessment, scenario)),), header=True),
            Cell((said(option_names(matter.assessment, outcome.leaders)),)),
            Cell((said(points(outcome.total(outcome.leaders[0]))),)),
        ]
        if option is not None:
            behind = points(float(table.regrets[table.options.index(option.id), j]))
            row.append(Cell((said(points(outcome.total(option.id))),)))
            row.append(Cell((said("–" if option.id in outcome.leaders else behind),)))
        rows.append(tuple(row))
    return Table(tuple(columns), tuple(rows), caption=_("Who leads in each scenario"))


def _described(row: Scenario) -> Runs:
    return typed(row.name, bold=True), said(". "), typed(located(row.description, row.locator))
