"""What each heat map shows of other eyes and other futures: the same for window and brief."""

from app.analysis.outcome import Outcome
from app.analysis.policy.actors import ActorTable
from app.analysis.policy.scenarios import ScenarioTable
from app.wording import _
from app.wording.futures import scenario_name
from app.wording.lists import in_a_row, series
from app.wording.numbers import points
from db.model import Assessment

from .specs import HeatCell, HeatMap


def actor_picture(assessment: Assessment, table: ActorTable) -> HeatMap:
    """Every option's value by each actor's own weights, the first framed, the acceptable ticked."""
    known = assessment.perspective_by_id
    firsts = [table.leaders(actor) for actor in table.actors]
    return HeatMap(
        corner=_("Option"),
        columns=tuple(known[actor].name for actor in table.actors),
        rows=_option_names(assessment, table),
        cells=tuple(
            tuple(
                _actor_cell(
                    (assessment.option_by_id[option].name, known[actor].name),
                    float(table.values[i, j]),
                    leads=option in firsts[j],
                    accepts=bool(table.acceptable[i, j]),
                )
                for j, actor in enumerate(table.actors)
            )
            for i, option in enumerate(table.options)
        ),
        legend=_("The more it is worth, the deeper the colour. Framed: first; ticked: acceptable."),
    )


def scenario_picture(assessment: Assessment, table: ScenarioTable, now: Outcome | None) -> HeatMap:
    """Every option's value now and in each scenario, and its worst regret in the last column."""
    names = tuple(scenario_name(assessment, scenario) for scenario in table.scenarios)
    today = () if now is None else (_("Now"),)
    return HeatMap(
        corner=_("Option"),
        columns=(*today, *names, _("Worst regret")),
        rows=_option_names(assessment, table),
        cells=tuple(
            (
                *(() if now is None else (_cell_now(now, option),)),
                *(
                    _cell_then(outcome, option, name)
                    for name, outcome in zip(names, table.outcomes, strict=True)
                ),
                _regret_cell(assessment, table, option),
            )
            for option in table.options
        ),
        legend=_(
            "The more it is worth, the deeper the colour. Framed: first, and least to regret."
        ),
    )


def regret_picture(assessment: Assessment, table: ScenarioTable) -> HeatMap:
    """How far every option falls short of the best of each scenario, and at worst."""
    names = tuple(scenario_name(assessment, scenario) for scenario in table.scenarios)
    return HeatMap(
        corner=_("Option"),
        columns=(*names, _("At worst")),
        rows=_option_names(assessment, table),
        cells=tuple(
            (
                *(
                    _shortfall_cell(
                        (assessment.option_by_id[option].name, name), float(table.regrets[i, j])
                    )
                    for j, name in enumerate(names)
                ),
                _regret_cell(assessment, table, option),
            )
            for i, option in enumerate(table.options)
        ),
        legend=_("Framed: least to regret."),
    )


def heat_text(picture: HeatMap) -> str:
    """All numbers of a heat map as a text that stands for it, column by column."""
    said = (
        _("{column}: {values}").format(
            column=column,
            values=in_a_row(
                f"{row} {cells[place].text}"
                for row, cells in zip(picture.rows, picture.cells, strict=True)
            ),
        )
        for place, column in enumerate(picture.columns)
    )
    return series(said) + "."


def _option_names(assessment: Assessment, table: ActorTable | ScenarioTable) -> tuple[str, ...]:
    return tuple(assessment.option_by_id[option].name for option in table.options)


def _actor_cell(names: tuple[str, str], value: float, *, leads: bool, accepts: bool) -> HeatCell:
    marks = [_("first")] if leads else []
    marks.append(_("acceptable") if accepts else _("not acceptable"))
    said = _("{option} for {actor}: {value}, {marks}").format(
        option=names[0], actor=names[1], value=points(value), marks=in_a_row(marks)
    )
    return HeatCell(points(value), value, leads, accepts, said)


def _cell_now(outcome: Outcome, option: str) -> HeatCell:
    leads = option in outcome.leaders
    text = _("{option} now: {value}, first") if leads else _("{option} now: {value}")
    return _value_cell(outcome, option, text)


def _cell_then(outcome: Outcome, option: str, scenario: str) -> HeatCell:
    leads = option in outcome.leaders
    text = (
        _("{option} in {scenario}: {value}, first")
        if leads
        else _("{option} in {scenario}: {value}")
    )
    return _value_cell(outcome, option, text, scenario)


def _value_cell(outcome: Outcome, option: str, text: str, scenario: str = "") -> HeatCell:
    name, value = outcome.assessment.option_by_id[option].name, outcome.total(option)
    said = text.format(option=name, scenario=scenario, value=points(value))
    return HeatCell(points(value), value, option in outcome.leaders, said=said)


def _shortfall_cell(names: tuple[str, str], regret: float) -> HeatCell:
    told = points(regret, 2)  # as in the column of the worst beside it
    said = _("{option} in {scenario}: {regret} below the best").format(
        option=names[0], scenario=names[1], regret=told
    )
    return HeatCell(told, said=said)


def _regret_cell(assessment: Assessment, table: ScenarioTable, option: str) -> HeatCell:
    regret = points(float(table.worst_regret[table.options.index(option)]), 2)
    said = _("{option} at worst: {regret} below the best").format(
        option=assessment.option_by_id[option].name, regret=regret
    )
    return HeatCell(regret, first=option in table.least_regret, said=said)
