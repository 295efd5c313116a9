"""What XMCDA documents say, made into an assessment."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from app.edits import EditRefused
from app.edits.start import new_assessment
from app.edits.texts import line, name, prose
from app.edits.weights import change_elicitation
from app.exchange.tables.mapping import Scale
from app.exchange.tables.scaling import Column, find_scales
from app.wording import _, refusal
from db.model import (
    Assessment,
    Elicitation,
    InvalidAssessment,
    Level,
    Option,
    Score,
    Weight,
    check,
    new_id,
)
from db.model import Criterion as CriterionRow
from db.model.fields import ID_PATTERN
from db.model.rows import canonical

from .content import Content, Criterion
from .refused import XmcdaRefused

_ID = re.compile(ID_PATTERN)


@dataclass(frozen=True, slots=True)
class Built:
    """An assessment, and sentences on what was assumed or passed over."""

    assessment: Assessment
    remarks: tuple[str, ...]


def make_assessment(content: Content, title: str, assessor: str, source: str) -> Built:
    """A new assessment that says what the documents say; ids are kept where they can be.

    title: where the documents have none; source: what they are called. Raises `XmcdaRefused`
    with every value that is not a number, or with what else is in the way.
    """
    if content.problems:
        raise XmcdaRefused(" ".join(content.problems))
    try:
        assessment = new_assessment(content.title or title, assessor)
        built = _with_rows(assessment, content, source)
        check(built.assessment)
    except EditRefused as refused:
        raise XmcdaRefused(refusal(refused)) from refused
    except InvalidAssessment as invalid:
        raise XmcdaRefused(str(invalid)) from invalid
    return built


def _with_rows(assessment: Assessment, content: Content, source: str) -> Built:
    options = _ids(content.alternatives)
    criteria = _ids(content.criteria)
    branches = {row.parent for row in content.criteria.values()} - {None}
    leaves = {key: row for key, row in content.criteria.items() if key not in branches}
    found = find_scales(_columns(leaves, content))
    for _place, sentence in found.problems:
        raise XmcdaRefused(sentence)
    scales = {key: found.found[place] for place, key in enumerate(leaves)}
    judge = assessment.decision.assessor or ""
    filled = msgspec.structs.replace(
        assessment,
        options=tuple(_options(content, options)),
        criteria=tuple(_criteria(content, criteria, scales)),
        levels=tuple(_levels(leaves, criteria, scales)),
        weights=tuple(
            Weight(perspective=judge, criterion=criteria[key], swing=row.weight + 0.0)
            for key, row in leaves.items()
            if row.weight is not None
        ),
        scores=tuple(_scores(content, judge, options, {k: criteria[k] for k in leaves})),
    )
    if filled.weights:
        reason = _("Taken from {source}.").format(source=source)
        filled = change_elicitation(filled, judge, Elicitation.DIRECT, reason=reason)
    return Built(canonical(filled), tuple(dict.fromkeys((*content.remarks, *found.remarks))))


def _ids(rows: Iterable[str]) -> dict[str, str]:
    """Ids for rows: their own where they are fit to be kept."""
    return {key: key if _ID.fullmatch(key) else new_id() for key in rows}


def _columns(leaves: dict[str, Criterion], content: Content) -> list[Column]:
    values: dict[str, list[float]] = {}
    for (_option, criterion), number in content.scores["likely"].items():
        values.setdefault(criterion, []).append(number)
    return [
        Column(
            place=place,
            name=row.name,
            unit=line(row.unit),
            worst=row.maximum if row.direction == -1 else row.minimum,
            best=row.minimum if row.direction == -1 else row.maximum,
            direction=row.direction,
            percent=False,
            values=tuple(values.get(key, ())),
        )
        for place, (key, row) in enumerate(leaves.items())
    ]


def _options(content: Content, ids: dict[str, str]) -> Iterable[Option]:
    taken: list[str] = []
    for key, row in content.alternatives.items():
        taken.append(_unique(row.name, key, taken))
        yield Option(
            id=ids[key],
            name=taken[-1],
            description=prose(row.description),
            screened_out="" if row.active else _("Not active in the XMCDA document."),
        )


def _criteria(
    content: Content, ids: dict[str, str], scales: dict[str, Scale]
) -> Iterable[CriterionRow]:
    taken: dict[str | None, list[str]] = {}
    for key, row in content.criteria.items():
        siblings = taken.setdefault(row.parent, [])
        siblings.append(_unique(row.name, key, siblings))
        scale = scales.get(key)
        plain = CriterionRow(
            id=ids[key],
            name=siblings[-1],
            description=prose(row.description),
            parent=None if row.parent is None else ids[row.parent],
        )
        if scale is None:
            yield plain
        else:
            yield msgspec.structs.replace(
                plain, scale=scale.kind, unit=scale.unit, worst=scale.worst, best=scale.best
            )


def _unique(text: str, key: str, taken: list[str]) -> str:
    """A name that no sibling has: with its id behind it where one has."""
    try:
        return name(text, taken)
    except EditRefused:
        return name(f"{text} ({key})", taken)


def _levels(
    leaves: dict[str, Criterion], ids: dict[str, str], scales: dict[str, Scale]
) -> Iterable[Level]:
    """The bends of value functions; a function that does not run from 0 to the top has none."""
    for key, row in leaves.items():
        scale = scales[key]
        if not row.points:
            continue
        top = max(y for _x, y in row.points)
        worth = {x: y * (100.0 if top == 1.0 else 1.0) for x, y in row.points}
        if worth.get(scale.worst) != 0.0 or worth.get(scale.best) != 100.0:
            sentence = _("The value function of “{name}” does not fit its scale.")
            raise XmcdaRefused(sentence.format(name=row.name[:80]))
        for at, value in worth.items():
            if at not in (scale.worst, scale.best):
                yield Level(criterion=ids[key], at=at, value=value)


def _scores(
    content: Content, judge: str, options: dict[str, str], criteria: dict[str, str]
) -> Iterable[Score]:
    low, high = content.scores.get("low", {}), content.scores.get("high", {})
    for (option, criterion), likely in content.scores["likely"].items():
        if option in options and criterion in criteria:
            yield Score(
                assessor=judge,
                option=options[option],
                criterion=criteria[criterion],
                likely=likely + 0.0,
                low=low.get((option, criterion)),
                high=high.get((option, criterion)),
            )
