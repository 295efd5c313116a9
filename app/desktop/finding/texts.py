"""Every text of an assessment with the place where it can be read and changed."""

from __future__ import annotations

import typing
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, NamedTuple

from app.desktop.finding.matching import find_passage, fold
from app.desktop.finding.places import Place
from app.desktop.steps import STEPS
from app.wording.changes.nouns import column_noun, table_noun
from db.model import Assessment, PerspectiveKind
from db.model.fields import Code, Line, Name, Prose

_CONTEXT = 36
_MOST_FOUND = 500
_TEXT_KINDS = (Name, Prose, Line, Code)

_CHALLENGED = {
    "strongest_case_against": "red_team",
    "pre_mortem": "red_team",
    "taken_because": "outcome",
    "happened": "outcome",
}
"""The decision's texts that stand under Challenge, and in which tab."""
_CODES = frozenset({"language"})
"""What is kept as a text and never read as one."""


Target = tuple[str, object]
"""A step and what its page's `go_to` takes."""


class Text(NamedTuple):
    """One text: whose it is, which of its texts in words and by its field, and what it says."""

    place: Place
    words: str
    field: str = ""


def every_text(assessment: Assessment) -> tuple[Text, ...]:
    """Every text that is not empty, step by step; of a step, table by table."""
    order = [step.id for step in STEPS]
    return tuple(sorted(_texts(assessment), key=lambda text: order.index(text.place.step)))


def _texts(assessment: Assessment) -> Iterator[Text]:
    for table in type(assessment).__struct_fields__:
        content = getattr(assessment, table)
        for row in content if isinstance(content, tuple) else (content,):
            for field in _text_fields(type(row)):
                words = getattr(row, field)
                if words:
                    yield Text(_place(assessment, table, row, field), words, field)


def find_texts(texts: tuple[Text, ...], typed: str) -> list[Text]:
    """Return the texts in which all that was typed stands, whatever its case and accents."""
    wanted = fold(typed)
    if not wanted:
        return []
    found = (text for text in texts if wanted in fold(text.words))
    return [text for text, _number in zip(found, range(_MOST_FOUND), strict=False)]


def excerpt(words: str, typed: str) -> str:
    """The part of a text around what was typed, on one line."""
    flat = " ".join(words.split())
    found = find_passage(flat, typed) or (0, 0)
    start, end = max(0, found[0] - _CONTEXT), found[1] + 2 * _CONTEXT
    if start:  # at the beginning of a word, if one begins before what was typed
        start = flat.find(" ", start, found[0]) + 1 or start
    if end < len(flat):
        end = max(flat.rfind(" ", found[1], end), found[1])
    before = "… " if start else ""
    after = " …" if end < len(flat) else ""
    return f"{before}{flat[start:end].strip()}{after}"


@cache
def _text_fields(kind: type[Any]) -> tuple[str, ...]:
    hints = typing.get_type_hints(kind, include_extras=True)
    return tuple(
        name for name in kind.__struct_fields__ if hints[name] in _TEXT_KINDS and name not in _CODES
    )


def _place(assessment: Assessment, table: str, row: Any, field: str) -> Place:
    step, target = _target(table, row, field)
    return Place(table_noun(table), _name(assessment, row), column_noun(field), step, target)


def _target(table: str, row: Any, field: str) -> Target:
    if table == "decision" and field in _CHALLENGED:
        return "challenge", (_CHALLENGED[field], "")
    find = _TARGETS.get(table)
    return ("brief", None) if find is None else find(row)


def _name(assessment: Assessment, row: Any) -> str:
    """What a row is called: its own name, or the names of what it connects."""
    own = getattr(row, "name", "") or getattr(row, "title", "")
    if own:
        return str(own)
    tables = (("option", "option_by_id"), ("criterion", "criterion_by_id"))
    named = [
        getattr(assessment, table)[key].name
        for column, table in tables
        if (key := getattr(row, column, None)) is not None
    ]
    return " · ".join(named)


def _perspective_target(row: Any) -> Target:
    if row.kind is PerspectiveKind.ACTOR:
        return "actors", ("actors", row.id)
    return "weights", row.id


def _on(step: str, tab: str, column: str = "id") -> Callable[[Any], Target]:
    return lambda row: (step, (tab, getattr(row, column)))


_TARGETS: dict[str, Callable[[Any], Target]] = {
    "decision": lambda _row: ("decision", None),
    "options": lambda row: ("options", row.id),
    "criteria": lambda row: ("criteria", row.id),
    "levels": lambda row: ("criteria", row.criterion),
    "perspectives": _perspective_target,
    "weights": lambda row: ("weights", row.perspective),
    "scores": lambda row: ("scores", (row.option, row.criterion)),
    "scenarios": _on("scenarios", "scenarios"),
    "score_changes": _on("scenarios", "scenarios", "scenario"),
    "assumptions": _on("scenarios", "assumptions"),
    "assumption_breaks": _on("scenarios", "assumptions", "assumption"),
    "signposts": _on("scenarios", "signposts"),
    "mechanisms": _on("conditions", "mechanisms"),
    "conditions": _on("conditions", "conditions"),
    "condition_exemptions": _on("conditions", "conditions", "condition"),
    "benchmarks": _on("conditions", "benchmarks"),
    "red_lines": _on("conditions", "red_lines"),
    "red_line_judgements": _on("conditions", "red_lines", "red_line"),
    "red_line_waivers": _on("conditions", "red_lines", "red_line"),
    "precedents": _on("conditions", "precedents"),
    "precedent_conditions": _on("conditions", "precedents", "precedent"),
    "stages": _on("conditions", "steps"),
    "sources": _on("evidence", "sources"),
    "extracts": _on("evidence", "extracts"),
    "dissents": _on("challenge", "dissent"),
}
"""Where the rows of each table are edited; all others belong to the brief."""
