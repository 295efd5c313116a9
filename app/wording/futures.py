"""How options fare in named futures, as sentences."""

from collections.abc import Sequence

from app.analysis.policy.scenarios import ScenarioTable
from app.analysis.policy.vulnerabilities import Vulnerability, find_vulnerabilities
from db.model import Assessment, Signpost

from .dates import long_date
from .language import _, ngettext
from .lists import listed, option_names, quoted, series
from .numbers import percent, points

MARGIN = 5.0
"""“Close to the best” where nobody says how close, in points."""


def lead_sentence(assessment: Assessment, table: ScenarioTable, option: str) -> str:
    """In how many scenarios an option leads, and which other leads where it does not."""
    name = assessment.option_by_id[option].name
    led = [s for s in table.scenarios if option in _leaders(table, s)]
    total = len(table.scenarios)
    if len(led) == total:
        return ngettext(
            "{option} leads in the one scenario considered.",
            "{option} leads in all {total} scenarios.",
            total,
        ).format(option=name, total=total)
    if not led:
        text = ngettext(
            "{option} does not lead in the one scenario considered.",
            "{option} leads in none of the {total} scenarios.",
            total,
        ).format(option=name, total=total)
        return " ".join((text, *(_other_leader(assessment, table, s) for s in table.scenarios)))
    text = ngettext(
        "{option} leads in {count} of {total} scenarios.",
        "{option} leads in {count} of {total} scenarios.",
        len(led),
    ).format(option=name, count=len(led), total=total)
    others = [_other_leader(assessment, table, s) for s in table.scenarios if s not in led]
    return f"{text} {' '.join(others)}"


def regret_sentence(assessment: Assessment, table: ScenarioTable) -> str:
    """Which option falls least short of the best in its worst scenario, and which is next."""
    order = sorted(range(len(table.options)), key=lambda i: float(table.worst_regret[i]))
    best = table.least_regret
    least = points(float(table.worst_regret[order[0]]))
    spotless = ngettext(
        "{options} has no regret: it is the best in every scenario.",
        "{options} have no regret: they are the best in every scenario.",
        len(best),
    )
    if len(table.scenarios) == 1:  # the present case is none of them
        spotless = ngettext(
            "{options} has no regret in the one scenario considered: it is the best there.",
            "{options} have no regret in the one scenario considered: they are the best there.",
            len(best),
        )
    text = ngettext(
        "{options} has the least regret: in no scenario is it more than {points} below the best.",
        "{options} have the least regret: in no scenario are they more than {points} below the "
        "best.",
        len(best),
    )
    if least == points(0.0):
        text = spotless
    text = text.format(options=option_names(assessment, best), points=least)
    if len(order) <= len(best):
        return text
    following = order[len(best)]
    return (
        text
        + " "
        + _("Next is {option}, with {points}.").format(
            option=assessment.option_by_id[table.options[following]].name,
            points=points(float(table.worst_regret[following])),
        )
    )


def option_regret_sentence(assessment: Assessment, table: ScenarioTable, option: str) -> str:
    """How far an option falls short of the best at worst, and in which scenario."""
    row = table.options.index(option)
    worst = float(table.worst_regret[row])
    name = assessment.option_by_id[option].name
    if points(worst) == points(0.0):
        return _("{option} is nowhere below the best.").format(option=name)
    at = table.scenarios[int(table.regrets[row].argmax())]
    return _("{option} is at worst {points} below the best, in “{scenario}”.").format(
        option=name, points=points(worst), scenario=scenario_name(assessment, at)
    )


def worst_value_sentence(assessment: Assessment, table: ScenarioTable) -> str:
    """Which option has the best worst value, when only the worst counts."""
    best = table.best_worst
    worst = float(table.values[table.options.index(best[0])].min())
    return ngettext(
        "If only the worst scenario of each option counted (maximin), {options} would be first, "
        "with {points}.",
        "If only the worst scenario of each option counted (maximin), {options} would be first "
        "together, with {points}.",
        len(best),
    ).format(options=option_names(assessment, best), points=points(worst))


def hurwicz_sentence(assessment: Assessment, table: ScenarioTable) -> str:
    """Who is first by Hurwicz's rule, from caring only for the worst to only for the best."""
    spans = table.by_optimism
    names = [option_names(assessment, first) for _start, first in spans]
    if len(spans) == 1:
        return ngettext(
            "However much the best scenario counts beside the worst (Hurwicz), {options} stays "
            "first.",
            "However much the best scenario counts beside the worst (Hurwicz), {options} stay "
            "first together.",
            len(spans[0][1]),
        ).format(options=names[0])
    said = [
        ngettext(
            "If only each option's best and worst scenario counted, {options} would be first "
            "while the best counts for less than {share} (Hurwicz).",
            "If only each option's best and worst scenario counted, {options} would be first "
            "together while the best counts for less than {share} (Hurwicz).",
            len(spans[0][1]),
        ).format(options=names[0], share=percent(spans[1][0], 0))
    ]
    said += [
        ngettext(
            "From {share} on it is {options}.", "From {share} on they are {options}.", len(first)
        ).format(share=percent(start, 0), options=name)
        for (start, first), name in zip(spans[1:], names[1:], strict=True)
    ]
    return " ".join(said)


def margin_sentence(assessment: Assessment, table: ScenarioTable, margin: float) -> str:
    """Which options are in no scenario more than a margin below the best."""
    close = table.never_worse(margin)
    values = {"margin": points(margin)}
    if not close:
        return _("Every option is in some scenario more than {margin} below the best.").format(
            **values
        )
    if len(close) == len(table.options):
        return _("No option is in any scenario more than {margin} below the best.").format(**values)
    return ngettext(
        "Only {options} is in no scenario more than {margin} below the best.",
        "In no scenario are {options} more than {margin} below the best.",
        len(close),
    ).format(options=option_names(assessment, close), **values)


def expected_sentence(
    assessment: Assessment, table: ScenarioTable, expected: Sequence[float]
) -> str:
    """Which option has the greatest mean value when the scenarios' stated bands are applied."""
    best = max(range(len(table.options)), key=lambda i: float(expected[i]))
    return _(
        "Weighing the scenarios by the middles of their stated bands, scaled to 100%, {option} has "
        "the greatest mean value, {points}."
    ).format(
        option=assessment.option_by_id[table.options[best]].name,
        points=points(float(expected[best])),
    )


def vulnerability_sentence(assessment: Assessment, found: Vulnerability) -> str:
    """Where an option fails, and which of its assumptions is broken there."""
    names = {row.id: row.name for row in assessment.assumptions}
    return ngettext(
        "{option} fails where “{scenario}” comes about: it rests on the assumption {assumptions}.",
        "{option} fails where “{scenario}” comes about: it rests on the assumptions {assumptions}.",
        len(found.assumptions),
    ).format(
        option=assessment.option_by_id[found.option].name,
        scenario=scenario_name(assessment, found.scenario),
        assumptions=listed([quoted(names[row]) for row in found.assumptions]),
    )


def broken_sentence(assessment: Assessment, option: str | None) -> str:
    """In which scenarios an assumption breaks on which an option rests; empty for none."""
    found = [row.scenario for row in find_vulnerabilities(assessment) if row.option == option]
    if option is None or not found:
        return ""
    names = [quoted(scenario_name(assessment, scenario)) for scenario in dict.fromkeys(found)]
    return _("{option} rests on assumptions that break in {scenarios}.").format(
        option=assessment.option_by_id[option].name, scenarios=listed(names)
    )


def overdue_signposts_sentence(rows: Sequence[Signpost]) -> str:
    """Which signposts should have been looked at, and when; empty when none is overdue."""
    named = [
        _("“{name}” on {date}").format(name=row.name, date=long_date(row.review_on))
        for row in rows
        if row.review_on is not None
    ]
    if not named:
        return ""
    return ngettext(
        "A review of a signpost is overdue: {named}.",
        "Reviews of signposts are overdue: {named}.",
        len(named),
    ).format(named=series(named))


def watch_sentence(rows: Sequence[Signpost]) -> str:
    """How many signposts are watched, and when the next is due; empty for none."""
    if not rows:
        return ""
    text = ngettext(
        "{count} signpost is watched.", "{count} signposts are watched.", len(rows)
    ).format(count=len(rows))
    due = min((row.review_on for row in rows if row.review_on is not None), default=None)
    if due is None:
        return text
    return f"{text} {_('The next review is due on {date}.').format(date=long_date(due))}"


def signpost_sentence(assessment: Assessment, row: Signpost) -> str:
    """What is watched for, for which scenario, and until when."""
    said = [_("Watch for: {name}.").format(name=row.name.rstrip("."))]
    if row.scenario is not None:
        said.append(
            _("It would point to “{scenario}”.").format(
                scenario=scenario_name(assessment, row.scenario)
            )
        )
    if row.reopen_if:
        said.append(_("Reopens the decision: {what}.").format(what=row.reopen_if.rstrip(".")))
    if row.review_on is not None:
        said.append(_("To be reviewed on {date}.").format(date=long_date(row.review_on)))
    return " ".join(said)


def scenario_name(assessment: Assessment, scenario: str) -> str:
    """The name of a scenario."""
    return next(row.name for row in assessment.scenarios if row.id == scenario)


def _leaders(table: ScenarioTable, scenario: str) -> tuple[str, ...]:
    return table.outcomes[table.scenarios.index(scenario)].leaders


def _other_leader(assessment: Assessment, table: ScenarioTable, scenario: str) -> str:
    outcome = table.outcomes[table.scenarios.index(scenario)]
    leaders = outcome.leaders
    return ngettext(
        "In “{scenario}” {options} leads, with {points}.",
        "In “{scenario}” {options} lead together, with {points}.",
        len(leaders),
    ).format(
        scenario=scenario_name(assessment, scenario),
        options=option_names(assessment, leaders),
        points=points(outcome.total(leaders[0])),
    )
