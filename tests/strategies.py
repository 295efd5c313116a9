"""Whole random assessments, and random steps from one to the next.

Everything is read off the tables of the model, so a new table or field is covered by itself. An
assessment grows from a seed and a size: thousands a second, and Hypothesis shrinks the size.
"""

import datetime
import random
from collections.abc import Callable
from typing import Any

import msgspec
from hypothesis import strategies as st
from msgspec import inspect

from db.model import (
    Assessment,
    Criterion,
    Perspective,
    PerspectiveKind,
    ScaleKind,
    Source,
    check,
)
from db.model.fields import PROSE_LIMIT
from db.model.rows import canonical, without
from db.model.tables import Column, Table, key_of, tables

TEXTS = (
    "Conditional membership",
    "تقدم خطوة بخطوة",
    "<b>bold</b> & <img src='file:///etc/passwd'>",
    "Ünïcode – “quoted”, 'single', \\ back",
    "Robert'); DROP TABLE options;--",
    "=HYPERLINK(0)",
    "🕊 👩🏽‍🔬 ﷽",
    "100 % {name} %s %(x)s",
    "…",
    "x" * 24,
)
NUMBERS = (0.0, 1.0, 37.2, 50.0, 99.99999999999999, 100.0, 1 / 3)


def assessments(largest: int = 5) -> st.SearchStrategy[Assessment]:
    """Valid assessments with up to `largest` rows in each ordered table, and what joins them."""
    return st.builds(grown, st.integers(0, 2**32), st.integers(0, largest))


def pairs(largest: int = 5, steps: int = 6) -> st.SearchStrategy[tuple[Assessment, Assessment]]:
    """Two assessments, of which the second came from the first by up to so many edits."""

    def pair(seed: int, size: int, edits: int) -> tuple[Assessment, Assessment]:
        before = grown(seed, size)
        after, chance = before, random.Random(seed)
        for _ in range(edits):
            after = edited(after, chance)
        return before, after

    return st.builds(pair, st.integers(0, 2**32), st.integers(0, largest), st.integers(0, steps))


def grown(seed: int, size: int) -> Assessment:
    """The valid assessment that this seed and this number of rows lead to."""
    return _Gardener(random.Random(seed), size).assessment()


def edited(assessment: Assessment, chance: random.Random) -> Assessment:
    """A valid assessment one random edit away: a cell, a row more or fewer, or another order."""
    for _ in range(20):
        step = chance.choice((_change_cell, _change_cell, _change_cell, _add, _remove, _reorder))
        found = step(assessment, chance)
        try:
            check(found)
        except ValueError:
            continue
        return found
    return assessment


class _Gardener:
    def __init__(self, chance: random.Random, size: int) -> None:
        self.chance = chance
        self.size = size
        self.ids = {
            table.name: [_row_id(chance) for _ in range(size)]
            for table in tables().values()
            if table.ordered
        }
        self.fields: dict[str, Any] = {}

    def assessment(self) -> Assessment:
        self.fields["criteria"] = self._criteria()
        parents = {row.parent for row in self.fields["criteria"]}
        self.leaves = [row.id for row in self.fields["criteria"] if row.id not in parents]
        self.fields["perspectives"] = tuple(
            self._row(tables()["perspectives"], id=row_id) for row_id in self.ids["perspectives"]
        )
        self.assessors = [
            row.id for row in self.fields["perspectives"] if row.kind is PerspectiveKind.ASSESSOR
        ]
        for table in tables().values():
            if table.name not in self.fields:
                self.fields[table.name] = self._table(table)
        return canonical(Assessment(**self.fields))

    def _criteria(self) -> tuple[Criterion, ...]:
        rows: list[Criterion] = []
        for row_id in self.ids["criteria"]:
            parent = self.chance.choice([None, *(row.id for row in rows)])
            row = self._row(tables()["criteria"], id=row_id, parent=parent)
            ends = {"worst": 0.0, "best": 100.0}
            if row.scale is ScaleKind.NUMERIC:
                ends = {"worst": self.chance.choice((-5.5, 1e6)), "best": 12.0}
            rows.append(msgspec.structs.replace(row, **ends))
        return tuple(rows)

    def _table(self, table: Table) -> Any:
        if table.single:
            assessor = self.chance.choice([None, *self.assessors])
            extra = {"assessor": assessor} if table.name == "decision" else {}
            return self._row(table, **extra)
        if table.name == "sources":
            return self._sources(table)
        if table.ordered:
            return tuple(self._row(table, id=row_id) for row_id in self.ids[table.name])
        special: Callable[[], list[Any]] | None = getattr(self, f"_{table.name}", None)
        rows = special() if special else [self._relation(table) for _ in range(self.size)]
        return tuple({key_of(row): row for row in rows if row is not None}.values())

    def _sources(self, table: Table) -> tuple[Source, ...]:
        rows: list[Source] = []
        for row_id in self.ids["sources"]:
            through = self.chance.choice([None, *(row.id for row in rows)])
            rows.append(self._row(table, id=row_id, cited_in=through))
        return tuple(rows)

    def _relation(self, table: Table, **fixed: Any) -> Any:
        """A random row; None where there is nothing that it could be about."""
        needed = {c.references for c in table.columns if c.references and not c.optional}
        if any(not self.ids[name] for name in needed):
            return None
        return self._row(table, **fixed)

    def _levels(self) -> list[Any]:
        rows = [
            self._relation(tables()["levels"], criterion=row.id, at=at, value=None)
            for row in self.fields["criteria"]
            if row.id in self.leaves
            for at in (row.worst, (row.worst + row.best) / 2)
        ]
        return self.chance.sample(rows, len(rows) // 2)

    def _weights(self) -> list[Any]:
        return [
            self._relation(tables()["weights"], perspective=who, criterion=leaf)
            for who in self.ids["perspectives"]
            for leaf in self.leaves
            if self.chance.random() < 0.8
        ]

    def _scores(self) -> list[Any]:
        scores = []
        for key in (
            (w, o, c) for w in self.assessors for o in self.ids["options"] for c in self.leaves
        ):
            stated = sorted(self.chance.choice(NUMBERS) for _ in range(3))
            low, likely, high = self.chance.choice(
                (stated, (None, stated[1], None), (stated[0], stated[1], None), (None,) * 3)
            )
            known = {"low": low, "likely": likely, "high": high}
            known |= dict(zip(("assessor", "option", "criterion"), key, strict=True))
            if self.chance.random() < 0.8:
                scores.append(self._relation(tables()["scores"], **known))
        return scores

    def _score_evidence(self) -> list[Any]:
        self.fields.setdefault("scores", self._table(tables()["scores"]))
        links = self.chance.sample(
            self.fields["scores"], min(self.size, len(self.fields["scores"]))
        )
        return [
            self._relation(
                tables()["score_evidence"],
                assessor=score.assessor,
                option=score.option,
                criterion=score.criterion,
            )
            for score in links
        ]

    def _row(self, table: Table, **fixed: Any) -> Any:
        fields = {
            column.name: random_value(column, self.chance, self.ids)
            for column in table.columns
            if column.name not in fixed
        }
        return table.row(**fields, **fixed)


def random_value(column: Column, chance: random.Random, ids: dict[str, list[str]]) -> Any:
    """A value that may stand in a column, given the rows that it can point at."""
    if column.optional and (chance.random() < 0.3 or not ids.get(column.references or "", [0])):
        return None
    if column.references is not None:
        return chance.choice(ids[column.references])
    kind = column.type
    if isinstance(kind, inspect.EnumType):
        return chance.choice(list(kind.cls))
    if isinstance(kind, inspect.FloatType):
        return chance.choice(NUMBERS)
    if isinstance(kind, inspect.DateType):
        return datetime.date(2021, 8, 15) + datetime.timedelta(days=chance.randrange(-999, 9999))
    return _random_text(kind, chance)


def _random_text(kind: Any, chance: random.Random) -> str:
    if kind.pattern is not None:
        return _row_id(chance)
    text = chance.choice(TEXTS)
    if kind.max_length == PROSE_LIMIT:
        text = "\n\n".join((text, *chance.sample(TEXTS, 2)))
    elif not kind.min_length and chance.random() < 0.3:
        text = ""
    return text[: kind.max_length]


def _row_id(chance: random.Random) -> str:
    if chance.random() < 0.3:
        return f"K{chance.randrange(10**6)}"
    return f"{chance.getrandbits(128):032x}"[:22]


def _ids(assessment: Assessment) -> dict[str, list[str]]:
    return {
        table.name: [row.id for row in getattr(assessment, table.name)]
        for table in tables().values()
        if table.ordered
    }


def _filled_tables(assessment: Assessment) -> list[Table]:
    return [table for table in tables().values() if table.single or getattr(assessment, table.name)]


def _change_cell(assessment: Assessment, chance: random.Random) -> Assessment:
    table = chance.choice(_filled_tables(assessment))
    free = [c for c in table.columns if c.name not in (*table.key, "id")]
    if not free:
        return assessment
    column = chance.choice(free)
    value = random_value(column, chance, _ids(assessment))
    rows = getattr(assessment, table.name)
    if table.single:
        row = msgspec.structs.replace(rows, **{column.name: value})
        return msgspec.structs.replace(assessment, **{table.name: row})
    at = chance.randrange(len(rows))
    row = msgspec.structs.replace(rows[at], **{column.name: value})
    return msgspec.structs.replace(assessment, **{table.name: (*rows[:at], row, *rows[at + 1 :])})


def _add(assessment: Assessment, chance: random.Random) -> Assessment:
    table = chance.choice([table for table in tables().values() if not table.single])
    ids = _ids(assessment)
    needed = {c.references for c in table.columns if c.references and not c.optional}
    if any(not ids[name] for name in needed):
        return assessment
    fields = {column.name: random_value(column, chance, ids) for column in table.columns}
    if table.name == "criteria":
        fields |= {"worst": 0.0, "best": 100.0, "scale": ScaleKind.DIRECT}
    row = table.row(**fields)
    rows = getattr(assessment, table.name)
    at = chance.randint(0, len(rows))
    return canonical(
        msgspec.structs.replace(assessment, **{table.name: (*rows[:at], row, *rows[at:])})
    )


def _remove(assessment: Assessment, chance: random.Random) -> Assessment:
    table = chance.choice(_filled_tables(assessment))
    if table.single:
        return assessment
    rows = getattr(assessment, table.name)
    row = chance.choice(rows)
    if isinstance(row, Perspective | Criterion) or table.ordered:
        return without(assessment, table.name, [row.id])
    kept = tuple(other for other in rows if other is not row)
    return msgspec.structs.replace(assessment, **{table.name: kept})


def _reorder(assessment: Assessment, chance: random.Random) -> Assessment:
    table = chance.choice([table for table in tables().values() if table.ordered])
    rows = getattr(assessment, table.name)
    return msgspec.structs.replace(
        assessment, **{table.name: tuple(chance.sample(rows, len(rows)))}
    )
