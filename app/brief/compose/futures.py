"""The options in named futures: who leads where, and what there is to regret."""

from app.analysis.policy.likelihoods import find_expected
from app.analysis.policy.scenarios import ScenarioTable
from app.analysis.policy.vulnerabilities import find_vulnerabilities
from app.brief.blocks import Block, Cell, Column, Heading, ListBlock, Runs, Table, said, typed
from app.wording import _
from app.wording.futures import (
    expected_sentence,
    lead_sentence,
    option_regret_sentence,
    regret_sentence,
    scenario_name,
    vulnerability_sentence,
    worst_value_sentence,
)
from app.wording.lists import option_names
from app.wording.numbers import points
from db.model import Option, Scenario

from .matter import Matter, told


def futures(matter: Matter) -> list[Block]:
    """Who leads in each scenario, and how far the option advised falls short at worst."""
    table = matter.policy.scenarios
    if table is None:
        return _vulnerabilities(matter, title=True)
    option = matter.weighed
    subject = option.id if option is not None else table.options[0]
    expected = find_expected(matter.assessment, table)
    sentences = [lead_sentence(matter.assessment, table, subject)]
    sentences.append(regret_sentence(matter.assessment, table))
    if (subject,) != table.least_regret:
        sentences.append(option_regret_sentence(matter.assessment, table, subject))
    sentences.append(worst_value_sentence(matter.assessment, table))
    if expected is not None:
        sentences.append(expected_sentence(matter.assessment, table, expected.tolist()))
    return [
        Heading(3, _("If the situation changes")),
        *told(*sentences, see=matter.see("scenarios")),
        _leaders_table(matter, table, option),
        *_vulnerabilities(matter, title=False),
    ]


def scenario_values(matter: Matter) -> list[Block]:
    """Annex: every option's value in every scenario, and its worst regret."""
    table = matter.policy.scenarios
    if table is None:
        return []
    names = matter.assessment.option_by_id
    columns = (
        Column(_("Option"), width=2.4),
        *(Column(scenario_name(matter.assessment, s), align="end") for s in table.scenarios),
        Column(_("Worst regret"), align="end"),
    )
    best = table.values.max(axis=0)
    rows = tuple(
        (
            Cell((typed(names[option].code or names[option].name),), header=True),
            *(
                Cell(
                    (said(points(table.values[i, j]), bold=table.values[i, j] == best[j]),),
                    shade=float(table.values[i, j]) / 100,
                    tone="good",
                )
                for j in range(len(table.scenarios))
            ),
            Cell((said(points(table.worst_regret[i], 2)),)),
        )
        for i, option in enumerate(table.options)
    )
    note = _(
        "The first of each scenario is in bold. Regret is what an option falls short of the first; "
        "the last column gives the largest."
    )
    coded = [names[option] for option in table.options if names[option].code]
    legend = "; ".join(f"{row.code}: {row.name}" for row in coded)
    extra: Runs = (said(" "), typed(legend + ".")) if legend else ()
    told_scenarios = [_described(row) for row in matter.assessment.scenarios if row.description]
    blocks: list[Block] = [ListBlock(tuple(told_scenarios))] if told_scenarios else []
    values = Table(columns, rows, caption=_("Values in each scenario"), note=(said(note), *extra))
    return [*blocks, values]


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


def _vulnerabilities(matter: Matter, *, title: bool) -> list[Block]:
    found = find_vulnerabilities(matter.assessment)
    option = matter.recommended
    if option is not None:
        found = tuple(sorted(found, key=lambda row: row.option != option.id))
    if not found:
        return []
    items = tuple((said(vulnerability_sentence(matter.assessment, row)),) for row in found)
    heading: list[Block] = [Heading(3, _("If the situation changes"))] if title else []
    return [*heading, ListBlock(items)]


def _described(row: Scenario) -> Runs:
    return typed(row.name, bold=True), said(". "), typed(row.description)
