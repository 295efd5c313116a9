"""A disk that forgets what was not synced: the states that a loss of power may leave.

The statements of a real working copy are repeated on an SQLite whose file system writes down
every write, cut, sync and deletion. From the record one can build the disk as it may be after the
power went at any moment: of everything that was not synced by then, each 512-byte sector is there
or not, at random.
"""

import random
import shutil
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import apsw

from db.engine import PRIVATE_PRAGMAS
from db.errors import Trouble
from db.store import Store
from tests.reliability.kills import number_in, numbered
from tests.strategies import edited, grown

NOW = datetime(2026, 11, 22, tzinfo=UTC)
SECTOR = 512


@dataclass
class Disk:
    """What happened to files, in order: (name, kind, offset, bytes or size)."""

    events: list[tuple[str, str, int, bytes]] = field(default_factory=list)

    def note(self, name: str, kind: str, offset: int = 0, data: bytes = b"") -> None:
        """Write one event down."""
        self.events.append((Path(name).name, kind, offset, data))

    def after_power_loss(
        self, moment: int, start: bytes, first: str, chance: random.Random
    ) -> dict[str, bytes]:
        """The files as they may be when the power goes after so many events.

        In the beginning there is one file, safely on the disk.
        """
        safe = {first: bytearray(start)}
        pending: dict[str, list[tuple[str, int, bytes]]] = {}
        for name, kind, offset, data in self.events[:moment]:
            if kind == "sync":
                for one in pending.pop(name, []):
                    _do(safe, name, *one)
            elif kind == "delete":
                pending.pop(name, None)
                if chance.random() < 0.5:  # the removal of a name may not have reached the disk
                    safe.pop(name, None)
            else:
                pending.setdefault(name, []).append((kind, offset, data))
        for name, waiting in pending.items():
            for kind, offset, data in waiting:
                for at in range(0, max(len(data), 1), SECTOR):
                    if chance.random() < 0.5:
                        _do(safe, name, kind, offset + at, data[at : at + SECTOR])
        return {name: bytes(data) for name, data in safe.items()}


def _do(files: dict[str, bytearray], name: str, kind: str, offset: int, data: bytes) -> None:
    content = files.setdefault(name, bytearray())
    if kind == "cut":
        del content[offset:]
        return
    if len(content) < offset + len(data):
        content.extend(bytes(offset + len(data) - len(content)))
    content[offset : offset + len(data)] = data


class RecordingSystem(apsw.VFS):
    """The system's own files, with every change of them written down."""

    def __init__(self, name: str, disk: Disk) -> None:
        self.disk = disk
        super().__init__(name, "")

    def xOpen(self, name, flags):
        return RecordingFile(name, flags, self.disk)

    def xDelete(self, name, sync_folder):
        super().xDelete(name, sync_folder)
        self.disk.note(name, "delete")


class RecordingFile(apsw.VFSFile):
    """One file of it."""

    def __init__(self, name, flags, disk: Disk) -> None:
        self.name = name.filename() if isinstance(name, apsw.URIFilename) else str(name)
        self.disk = disk
        super().__init__("", name, flags)

    def xWrite(self, data, offset):
        super().xWrite(data, offset)
        self.disk.note(self.name, "write", offset, bytes(data))

    def xTruncate(self, size):
        super().xTruncate(size)
        self.disk.note(self.name, "cut", size)

    def xSync(self, flags):
        super().xSync(flags)
        self.disk.note(self.name, "sync")


def lose_power(folder: Path, states: int, seed: int, edits: int = 60) -> list[str]:
    """Troubles found in so many states of a working copy that was edited until the power went."""
    chance = random.Random(seed)
    path, start, statements = _edited_copy(folder / "edited", edits, chance)
    disk, said = _repeat(folder / "recorded" / path.name, start, statements)
    troubles = []
    for at in range(states):
        moment = chance.randrange(len(disk.events) + 1)
        files = disk.after_power_loss(moment, start, path.name, chance)
        place = folder / f"state{at}"
        place.mkdir()
        for name, content in files.items():
            (place / name).write_bytes(content)
        acknowledged = max((number for number, when in said if when <= moment), default=0)
        troubles += _troubles(place / path.name, acknowledged, moment)
        shutil.rmtree(place)
    return troubles


def _edited_copy(folder: Path, edits: int, chance: random.Random) -> tuple[Path, bytes, list[str]]:
    """A working copy, its bytes before it was edited, and the statements that edited it."""
    value = numbered(grown(chance.getrandbits(32), 4), 0)
    store = Store.create(folder, value)
    store.close()
    start = store.path.read_bytes()
    store = Store.open(store.path)
    statements: list[str] = []
    driver = store._database._connection.connection.driver_connection
    driver.set_trace_callback(statements.append)
    for number in range(1, edits + 1):
        following = numbered(edited(value, chance), number)
        store.commit("Edit", value, following, author="Rosa", when=NOW)
        value = following
    driver.set_trace_callback(None)
    store.close()
    return store.path, start, statements


def _repeat(path: Path, start: bytes, statements: list[str]) -> tuple[Disk, list[tuple[int, int]]]:
    """Run the statements on the recording disk; when each revision was acknowledged."""
    path.parent.mkdir()
    path.write_bytes(start)
    disk = Disk()
    system = RecordingSystem("recording", disk)
    connection = apsw.Connection(str(path), vfs="recording")
    for pragma in PRIVATE_PRAGMAS:
        connection.execute(pragma)
    said = []
    for statement in statements:
        connection.execute(statement)
        if statement == "COMMIT":
            ((number,),) = connection.execute("SELECT max(number) FROM revision")
            said.append((number, len(disk.events)))
    moment = len(disk.events)
    connection.close()
    del disk.events[moment:]
    system.unregister()
    return disk, said


def _troubles(path: Path, acknowledged: int, moment: int) -> list[str]:
    try:
        store = Store.open(path)
    except Trouble as error:
        return [f"after {moment} events it cannot be opened: {error}"]
    driver = store._database._connection.connection.driver_connection
    sound = driver.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    number, head = number_in(store.document().assessment), store.revision
    store.close()
    troubles = [] if sound else [f"after {moment} events it is corrupt"]
    if number != head:
        troubles.append(f"after {moment} events value {number} and history {head} are torn")
    if head < acknowledged:
        troubles.append(f"after {moment} events {head} is there and {acknowledged} was promised")
    return troubles
