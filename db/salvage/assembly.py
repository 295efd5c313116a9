"""From rows that may be wrong to an assessment that is whole, and what it took to get there.

A row is kept as it stands or left out; nothing is made up. The one exception is a row that may
stand without what it pointed at: it is kept without the pointer, and that is told.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from db.model import Assessment, Decision, InvalidAssessment, check, new_id
from db.model.characters import is_plain
from db.model.rows import canonical
from db.model.tables import Table, tables

from .rows import Fields, Found

STRICTEST = "TLP:RED"
"""The marking of what was recovered where its own cannot be read."""


class Loss(msgspec.Struct, frozen=True, kw_only=True):
    """What could not be kept of one table."""

    table: str
    kept: int
    """0 for the decision and the brief means that nothing of them could be kept."""
    left_out: int = 0
    """Rows that were seen but do not hold together."""
    names: tuple[str, ...] = ()
    """What those of them are called whose names could be read."""
    released: int = 0
    """Rows that were kept without something they pointed at."""
    unread: int = 0
    """Pages that could not be read; how many rows were on them is not known."""
    reordered: bool = False
    """Whether the order of the rows may be another."""


class _Ledger(msgspec.Struct):
    """What becomes of one table's rows."""

    rows: list[Fields]
    left_out: int = 0
    names: list[str] = msgspec.field(default_factory=list)
    released: int = 0

    def leave_out(self, rows: list[Fields]) -> None:
        gone = set(map(id, rows))  # not by value: to compare thousands with thousands takes long
        self.rows = [fields for fields in self.rows if id(fields) not in gone]
        self.left_out += len(rows)
        names = (fields.get("name") or fields.get("title") for fields in rows)
        self.names += [name for name in names if isinstance(name, str)]


def assemble(found: Mapping[str, Found], title: str) -> tuple[Assessment | None, tuple[Loss, ...]]:
    """The assessment that these rows still make, and what is not in it.

    `title` stands in for a decision that cannot be read. There is no assessment where nothing but
    that title would be in it.
    """
    ledgers = {name: _Ledger(list(one.rows), one.torn) for name, one in found.items()}
    _drop_unfit(ledgers)
    assessment = _joined(ledgers, title)
    kept = {name: _count(assessment, tables()[name]) for name in ledgers}
    nothing = not ledgers["decision"].rows and not any(
        count for name, count in kept.items() if not tables()[name].single
    )
    losses = tuple(_losses(found, ledgers, kept))
    return (None if nothing else assessment), losses


def _losses(
    found: Mapping[str, Found], ledgers: Mapping[str, _Ledger], kept: Mapping[str, int]
) -> Iterable[Loss]:
    for name, ledger in ledgers.items():
        table = tables()[name]
        single_lost = table.single and not ledger.rows
        loss = Loss(
            table=name,
            kept=0 if single_lost else kept[name],
            left_out=ledger.left_out,
            names=tuple(ledger.names),
            released=ledger.released,
            unread=found[name].broken,
            reordered=table.ordered and not _in_order(found[name].rows),
        )
        if single_lost or loss != Loss(table=name, kept=loss.kept):
            yield loss


def _in_order(rows: Iterable[Fields]) -> bool:
    positions = sorted(row["position"] for row in rows if isinstance(row["position"], int))
    return positions == list(range(len(positions)))


def _count(assessment: Assessment, table: Table) -> int:
    return 1 if table.single else len(getattr(assessment, table.name))


def _drop_unfit(ledgers: Mapping[str, _Ledger]) -> None:
    """Leave out rows with values out of bounds, then those that pointed at them, and so on."""
    again = True
    while again:
        again = False
        ids = _ids(ledgers)
        judged = {_judged(fields) for fields in ledgers["scores"].rows}
        for name, ledger in ledgers.items():
            unfit = []
            for fields in ledger.rows:
                released = _release(tables()[name], fields, ids)
                astray = name == "score_evidence" and _judged(fields) not in judged
                if astray or _typed(tables()[name], fields, ids) is None:
                    unfit.append(fields)
                elif released:
                    ledger.released += 1
            if unfit:
                ledger.leave_out(unfit)
                again = True


def _ids(ledgers: Mapping[str, _Ledger]) -> dict[str, dict[int, str]]:
    return {
        table.name: {fields["key"]: fields["id"] for fields in ledgers[table.name].rows}
        for table in tables().values()
        if table.ordered
    }


def _judged(fields: Fields) -> tuple[Any, ...]:
    """Which score a row is, or is about."""
    return (fields["assessor"], fields["option"], fields["criterion"])


def _release(table: Table, fields: Fields, ids: Mapping[str, Mapping[int, str]]) -> bool:
    """Empty what points at a row that is not there, where it may be empty."""
    released = False
    for column in table.columns:
        value = fields[column.name]
        if column.references is None or not column.optional or value is None:
            continue
        if value not in ids[column.references]:
            fields[column.name] = None
            released = True
    return released


def _typed(table: Table, fields: Fields, ids: Mapping[str, Mapping[int, str]]) -> Any:
    """A row with types, bounds and characters checked; None where it does not keep them."""
    if not all(is_plain(value) for value in fields.values() if isinstance(value, str)):
        return None
    plain = {column.name: fields[column.name] for column in table.columns}
    try:
        for column in table.columns:
            if column.references is not None and plain[column.name] is not None:
                plain[column.name] = ids[column.references][plain[column.name]]
        return msgspec.convert(plain, table.row)
    except (msgspec.ValidationError, LookupError, TypeError):
        return None


def _joined(ledgers: Mapping[str, _Ledger], title: str) -> Assessment:
    """An assessment of all rows if they make one, else of as many as go together."""
    ids = _ids(ledgers)
    lost = Decision(id=new_id(), title=title, marking=STRICTEST)
    everything: dict[str, Any] = {"decision": lost}
    for table in tables().values():
        rows = ledgers[table.name].rows
        if table.ordered:
            rows.sort(key=_position)
        typed = [_typed(table, fields, ids) for fields in rows]
        if not table.single:
            everything[table.name] = tuple(typed)
        elif typed:
            everything[table.name] = typed[0]
    whole = canonical(Assessment(**everything))
    if _holds(whole):
        return whole
    return _built_up(whole, ledgers, ids)


def _position(fields: Fields) -> tuple[int, int]:
    position = fields["position"]
    return (position if isinstance(position, int) else 0, fields["key"])


def _holds(assessment: Assessment) -> bool:
    try:
        check(assessment)
    except InvalidAssessment:
        return False
    return True


def _built_up(
    whole: Assessment, ledgers: Mapping[str, _Ledger], ids: Mapping[str, Mapping[int, str]]
) -> Assessment:
    """As much of `whole` as keeps the rules, added table by table, what is pointed at first."""
    built = Assessment(decision=Decision(id=new_id(), title="–"))
    for table in _pointed_at_first():
        rows = getattr(whole, table.name)
        built = _with_rows(built, table, tuple(rows))
        kept = set(getattr(built, table.name))
        ledger = ledgers[table.name]
        ledger.leave_out([row for row in ledger.rows if _typed(table, row, ids) not in kept])
    for table in tables().values():
        if table.single:
            built = _with_single(built, table, getattr(whole, table.name), ledgers[table.name])
    return canonical(built)


def _pointed_at_first() -> list[Table]:
    """The tables of many rows, each after those at which its rows point."""
    order: list[Table] = []
    left = [table for table in tables().values() if not table.single]
    while left:
        known = {table.name for table in order}
        ready = [t for t in left if _targets(t) <= known | {t.name}] or left[:1]
        order += ready
        left = [table for table in left if table not in ready]
    return order


def _targets(table: Table) -> set[str]:
    return {column.references for column in table.columns if column.references is not None}


def _with_rows(built: Assessment, table: Table, rows: tuple[Any, ...]) -> Assessment:
    """The assessment with those of the rows that go together, in their order."""
    kept: set[Any] = set()
    left = rows
    while left:  # a row may wait for one of the same table that comes later
        before = len(kept)
        kept |= set(_addable(built, table, rows, kept, left))
        left = tuple(row for row in left if row not in kept)
        if len(kept) == before:
            break
    return _with(built, table, rows, kept)


def _with(built: Assessment, table: Table, rows: tuple[Any, ...], kept: set[Any]) -> Assessment:
    chosen = tuple(row for row in rows if row in kept)
    return canonical(msgspec.structs.replace(built, **{table.name: chosen}))


def _addable(
    built: Assessment, table: Table, rows: tuple[Any, ...], kept: set[Any], more: tuple[Any, ...]
) -> tuple[Any, ...]:
    """Those of `more` that can stand beside `kept`, found by halving."""
    if _holds(_with(built, table, rows, kept | set(more))):
        return more
    if len(more) == 1:
        return ()
    half = len(more) // 2
    first = _addable(built, table, rows, kept, more[:half])
    return first + _addable(built, table, rows, kept | set(first), more[half:])


def _with_single(built: Assessment, table: Table, row: Any, ledger: _Ledger) -> Assessment:
    """The assessment with a single row, without pointers at what was left out."""
    ids: dict[str | None, set[str]] = {
        t.name: {r.id for r in getattr(built, t.name)} for t in tables().values() if t.ordered
    }
    pointing = [c for c in table.columns if c.references is not None]
    lost = {
        c.name: None for c in pointing if getattr(row, c.name) not in {*ids[c.references], None}
    }
    row = msgspec.structs.replace(row, **lost)
    for attempt in (row, msgspec.structs.replace(row, **{c.name: None for c in pointing})):
        candidate = msgspec.structs.replace(built, **{table.name: attempt})
        if _holds(candidate):
            ledger.released += attempt != row or bool(lost)
            return candidate
    ledger.leave_out(ledger.rows)
    if table.name == "decision":
        lost_decision = Decision(id=new_id(), title=built.decision.title, marking=STRICTEST)
        return msgspec.structs.replace(built, decision=lost_decision)
    return built
