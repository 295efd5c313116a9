"""What has to give way where changes that are right by themselves do not go together."""

from collections.abc import Iterator
from typing import Final

from db.model.tables import tables

from .joining import Joint
from .registers import RowKey
from .scales import revert_unfit_scales

_TREES: Final = (("criteria", "parent"), ("sources", "cited_in"))


def repair(joint: Joint) -> None:
    """Make the joint assessment whole, losing nothing that somebody changed."""
    _keep_what_is_needed(joint)
    _open_circles(joint)
    _lift_children_of_judged(joint)
    _keep_assessors(joint)
    revert_unfit_scales(joint)


def _keep_what_is_needed(joint: Joint) -> None:
    """Bring back every removed row that a row still there points at."""
    while needed := set(_missing(joint)):
        joint.present |= needed
        joint.notes |= {("kept", row) for row in needed}
        joint.derived |= {(*row, None) for row in needed}


def _missing(joint: Joint) -> Iterator[RowKey]:
    """Rows that are gone and that others point at."""
    gone = {*joint.base, *joint.registers.added} - joint.present
    homes = {table for table, _ in gone}
    if not gone:
        return
    for table in tables().values():
        pointing = [column for column in table.columns if column.references in homes]
        rows = (
            [(table.name, ())] if table.single else [r for r in joint.present if r[0] == table.name]
        )
        for name, key in rows:
            for column in pointing:
                target = (
                    key[table.key.index(column.name)]
                    if column.name in table.key
                    else joint.read((name, key, column.name))
                )
                if (column.references, (target,)) in gone:
                    yield (str(column.references), (target,))
            if name == "score_evidence" and ("scores", key[:3]) in gone:
                yield ("scores", key[:3])


def _open_circles(joint: Joint) -> None:
    """Take rows that were put below each other back to where they were."""
    for table, column in _TREES:
        while circle := _circle(_links(joint, table, column)):
            cells = [(table, (row_id,), column) for row_id in sorted(circle)]
            moved = [cell for cell in cells if cell in joint.registers.cells]
            joint.revert("tree", moved)
            for cell in moved:
                if (table, (joint.values[cell],)) not in joint.present:
                    joint.values[cell] = None


def _lift_children_of_judged(joint: Joint) -> None:
    """A criterion that somebody scores, weighs or scales stays a leaf: children go beside it."""
    judged = {key[2] for name, key in joint.present if name == "scores"}
    judged |= {key[1] for name, key in joint.present if name == "weights"}
    judged |= {key[0] for name, key in joint.present if name == "levels"}
    while True:
        parents = _links(joint, "criteria", "parent")
        lifted = sorted(child for child, parent in parents.items() if parent in judged)
        if not lifted:
            return
        for child in lifted:
            above = parents[str(parents[child])]
            joint.force("lifted", ("criteria", (child,), "parent"), above)


def _keep_assessors(joint: Joint) -> None:
    """Somebody whose scores are there, or who is the assessor of record, is an assessor."""
    judging = {str(key[0]) for name, key in joint.present if name == "scores"}
    record = joint.read(("decision", (), "assessor"))
    for row_id in judging | ({record} if record else set()):
        cell = ("perspectives", (row_id,), "kind")
        waits = any(cell in conflict.places for conflict in joint.conflicts)
        if waits or joint.read(cell) != "assessor":
            joint.force("assessor", cell, "assessor")


def _links(joint: Joint, table: str, column: str) -> dict[str, str | None]:
    """What each row of a table points at in the same table."""
    return {
        str(key[0]): joint.read((table, key, column))
        for name, key in joint.present
        if name == table
    }


def _circle(links: dict[str, str | None]) -> set[str]:
    """The rows of one circle; empty where there is none."""
    for start in sorted(links):
        way: list[str] = []
        node: str | None = start
        while node is not None and node not in way:
            way.append(node)
            node = links.get(node)
        if node is not None:
            return set(way[way.index(node) :])
    return set()
