"""An assessment as an XMCDA 3.1.1 document: what it decides with, and what comes out."""

from collections.abc import Callable, Iterable, Iterator
from html import escape
from itertools import pairwise

from app.analysis.outcome import Outcome, find_outcome
from app.exchange.sheets.csv_text import plain_number
from db.model import Assessment, Criterion, Score
from db.model.tree import children, leaves

NAMESPACE = "http://www.decision-deck.org/2019/XMCDA-3.1.1"
_NEVER = Score(assessor="", option="", criterion="")


def write_xmcda(assessment: Assessment) -> bytes:
    """Alternatives, criteria, scales, value functions, weights, performances and results.

    Scores and weights are those of the assessor of record. Ranges stand in two further
    performance tables, whose concept is “low” and “high”. Equal assessments give equal bytes.
    """
    outcome = find_outcome(assessment)
    parts = [
        *_alternatives(assessment),
        *_criteria(assessment),
        *_hierarchy(assessment),
        *_scales(assessment),
        *_functions(assessment),
        *_weights(assessment),
        *_performances(assessment),
        *(_results(outcome) if outcome is not None else ()),
    ]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<xmcda:XMCDA xmlns:xmcda="{NAMESPACE}">',
        *(f" {part}" for part in parts),
        "</xmcda:XMCDA>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _alternatives(assessment: Assessment) -> Iterator[str]:
    yield f'<alternatives name="{escape(assessment.decision.title)}">'
    for row in assessment.options:
        active = "false" if row.screened_out else "true"
        yield (
            f' <alternative id="{row.id}" name="{escape(row.name)}">{_comment(row.description)}'
            f"<active>{active}</active></alternative>"
        )
    yield "</alternatives>"


def _criteria(assessment: Assessment) -> Iterator[str]:
    yield "<criteria>"
    for row in assessment.criteria:
        yield (
            f' <criterion id="{row.id}" name="{escape(row.name)}">{_comment(row.description)}'
            "<active>true</active></criterion>"
        )
    yield "</criteria>"


def _comment(text: str) -> str:
    said = escape(text, quote=False)
    return f"<description><comment>{said}</comment></description>" if text else ""


def _hierarchy(assessment: Assessment) -> Iterator[str]:
    if all(row.parent is None for row in assessment.criteria):
        return
    yield f"<criteriaHierarchy>{_nodes(assessment, None)}</criteriaHierarchy>"


def _nodes(assessment: Assessment, parent: str | None) -> str:
    below = children(assessment, parent)
    inner = (
        f"<node><criterionID>{row.id}</criterionID>{_nodes(assessment, row.id)}</node>"
        for row in below
    )
    return f"<nodes>{''.join(inner)}</nodes>" if below else ""


def _scales(assessment: Assessment) -> Iterator[str]:
    yield "<criteriaScales>"
    for leaf in leaves(assessment):
        unit = f' name="{escape(leaf.unit)}"' if leaf.unit else ""
        direction = "max" if leaf.best > leaf.worst else "min"
        low, high = sorted((leaf.worst, leaf.best))
        yield (
            f" <criterionScale><criterionID>{leaf.id}</criterionID><scales><scale{unit}>"
            f"<quantitative><preferenceDirection>{direction}</preferenceDirection>"
            f"<minimum>{_real(low)}</minimum><maximum>{_real(high)}</maximum>"
            "</quantitative></scale></scales></criterionScale>"
        )
    yield "</criteriaScales>"


def _functions(assessment: Assessment) -> Iterator[str]:
    """The value functions that are not straight lines."""
    bent = [(leaf, points) for leaf in leaves(assessment) if (points := _bends(assessment, leaf))]
    if not bent:
        return
    yield "<criteriaFunctions>"
    for leaf, points in bent:
        segments = "".join(
            f"<segment><head>{_point(*start)}</head><tail>{_point(*end)}</tail></segment>"
            for start, end in pairwise(points)
        )
        yield (
            f" <criterionFunction><criterionID>{leaf.id}</criterionID><functions><function>"
            f"<piecewiseLinear>{segments}</piecewiseLinear></function></functions>"
            "</criterionFunction>"
        )
    yield "</criteriaFunctions>"


def _bends(assessment: Assessment, leaf: Criterion) -> list[tuple[float, float]]:
    levels = assessment.levels_by_criterion.get(leaf.id, ())
    stated = {level.at: level.value for level in levels if level.value is not None}
    points = stated | {leaf.worst: 0.0, leaf.best: 100.0}
    return sorted(points.items()) if len(points) > 2 else []


def _point(x: float, y: float) -> str:
    return f"<abscissa>{_real(x)}</abscissa><ordinate>{_real(y)}</ordinate>"


def _weights(assessment: Assessment) -> Iterator[str]:
    whose = assessment.decision.assessor
    rows = [row for row in assessment.weights if row.perspective == whose]
    if rows:
        yield '<criteriaValues mcdaConcept="weights">'
        yield from (f" {_value('criterion', row.criterion, _real(row.swing))}" for row in rows)
        yield "</criteriaValues>"


def _performances(assessment: Assessment) -> Iterator[str]:
    yield from _table(assessment, "", lambda score: score.likely)
    whose = assessment.decision.assessor
    own = [row for row in assessment.scores if row.assessor == whose]
    if any(row.low is not None or row.high is not None for row in own):
        yield from _table(assessment, "low", lambda score: score.low)
        yield from _table(assessment, "high", lambda score: score.high)


def _table(
    assessment: Assessment, concept: str, number: Callable[[Score], float | None]
) -> Iterator[str]:
    whose = assessment.decision.assessor or ""
    yield f'<performanceTable mcdaConcept="{concept}">' if concept else "<performanceTable>"
    for option in assessment.options:
        cells = []
        for leaf in leaves(assessment):
            found = number(assessment.score_by_key.get((whose, option.id, leaf.id), _NEVER))
            if found is not None:
                cells.append(
                    f"<performance><criterionID>{leaf.id}</criterionID><values><value>"
                    f"{_real(found)}</value></values></performance>"
                )
        if cells:
            yield (
                f" <alternativePerformances><alternativeID>{option.id}</alternativeID>"
                f"{''.join(cells)}</alternativePerformances>"
            )
    yield "</performanceTable>"


def _results(outcome: Outcome) -> Iterator[str]:
    """Every option's value and rank, best first."""
    yield from _result("overall values", outcome.ranked, lambda o: _real(outcome.total(o)))
    yield from _result("ranks", outcome.ranked, lambda o: f"<integer>{outcome.rank(o)}</integer>")


def _result(concept: str, options: Iterable[str], number: Callable[[str], str]) -> Iterator[str]:
    yield f'<alternativesValues mcdaConcept="{concept}">'
    yield from (f" {_value('alternative', option, number(option))}" for option in options)
    yield "</alternativesValues>"


def _value(kind: str, key: str, number: str) -> str:
    return (
        f"<{kind}Value><{kind}ID>{key}</{kind}ID><values><value>{number}</value></values>"
        f"</{kind}Value>"
    )


def _real(number: float) -> str:
    return f"<real>{plain_number(number)}</real>"
