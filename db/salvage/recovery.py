"""A labelled copy of what is left of a file; the file itself is only read."""

from functools import cache
from pathlib import Path

import apsw
import msgspec

from db.errors import FileRefused, NewerVersion, PasswordNeeded, SalvageRefused
from db.gate import read
from db.gate.container import TooBusy, read_bytes, shown, too_busy
from db.gate.process import Overdue, ask_worker
from db.gate.seal import opened
from db.gate.tasks import SALVAGE
from db.image import create_tables
from db.model import NAME_LIMIT, Assessment, InvalidAssessment, check, new_id

from .assembly import Loss
from .remains import Remains, Request

LABEL = "Recovered: {title}"


class Recovery(msgspec.Struct, frozen=True, kw_only=True):
    """What was recovered of a file, as an assessment of its own and without a history.

    What was kept is as it stands in the file. Whether it stood so before the file was damaged is
    told table by table, as far as the file's own checksums tell it, and whoever shows this says so.
    """

    assessment: Assessment
    losses: tuple[Loss, ...]
    uncertain: tuple[str, ...] = ()
    """Tables of which something was kept that may be other than it was written."""


def salvage(path: Path, label: str = LABEL, password: str | None = None) -> Recovery:
    """Recover what is readable of a file that the gate refuses, in the gate's worker process.

    The title is put into `label`; the assessment gets an identity of its own, so that it is never
    taken for another copy of the same.

    Raises:
        PasswordNeeded: it is under a password, and this is not the one.
        FileRefused: it cannot be read at all, or needs a newer Counterpoise.
        SalvageRefused: it is whole, or nothing in it can be recovered.
    """
    image = opened(path, read_bytes(path, beside_others=True), password)
    _require_damage(path, password)
    request = Request(image, _roots(), path.stem[:NAME_LIMIT] or "–")
    try:
        answer = ask_worker(msgspec.msgpack.encode(request), SALVAGE)
    except Overdue as error:
        raise too_busy(path) from error
    try:
        remains = msgspec.msgpack.decode(answer or b"", type=Remains)
        if remains.assessment is None:
            raise _nothing(path)
        labelled = _labelled(remains.assessment, label)
        check(labelled)
    except (msgspec.DecodeError, InvalidAssessment, RecursionError) as error:
        raise _nothing(path) from error
    return Recovery(assessment=labelled, losses=remains.losses, uncertain=remains.uncertain)


def _require_damage(path: Path, password: str | None) -> None:
    try:
        read(path, password)
    except (NewerVersion, PasswordNeeded, TooBusy):
        raise
    except FileRefused:
        return
    raise SalvageRefused(
        "“{name}” is whole, so there is nothing to recover: open it as it is.", name=shown(path)
    )


def _nothing(path: Path) -> SalvageRefused:
    return SalvageRefused(
        "Nothing of an assessment could be recovered from “{name}”. Ask the sender for a new copy,"
        " or open an earlier version.",
        name=shown(path),
    )


def _labelled(assessment: Assessment, label: str) -> Assessment:
    decision = assessment.decision
    title = label.format(title=decision.title)[:NAME_LIMIT].rstrip()
    decision = msgspec.structs.replace(decision, id=new_id(), title=title)
    return msgspec.structs.replace(assessment, decision=decision)


@cache
def _roots() -> dict[str, int]:
    """The page on which each table begins: the same in every file of a format, being made alike."""
    connection = apsw.Connection(":memory:")
    try:
        create_tables(connection)
        query = "SELECT name, rootpage FROM sqlite_schema WHERE type = 'table'"
        return dict(connection.execute(query))
    finally:
        connection.close()
