"""A disk that is full at every step of a save: nothing is lost, and work goes on when it is not.

A real file system of a few megabytes is mounted for this in a name space of its own; this module,
run as a program on it, prints what it saw.
"""

import json
import os
import random
import subprocess
import sys
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from db.errors import PublishFailed, StoreFailed
from db.gate import document_in
from db.publish import publish, stamp_of
from db.store import Store
from tests.reliability.kills import number_in, numbered
from tests.strategies import edited, grown

FINE, COARSE = 4 * 1024, 64 * 1024
FINE_STEPS = 24
NOW = datetime(2026, 11, 22, tzinfo=UTC)
ROOT = Path(__file__).parents[2]
SCRIPT = (
    'mount -t tmpfs -o size=24m none "$1" && exec "$0" -m tests.reliability.full_disks "$1" "$2"'
)


@dataclass
class Outcome:
    """What was seen over all steps."""

    steps: int = 0
    refused_edits: int = 0
    refused_publishes: int = 0
    edits: int = 0
    troubles: list[str] = field(default_factory=list)


def fill_disks(folder: Path, steps: int) -> Outcome | None:
    """Work on a disk with ever more room; None where nothing can be mounted."""
    command = ["unshare", "--mount", "--map-root-user", "sh", "-c", SCRIPT]
    command += [sys.executable, str(folder), str(steps)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    except FileNotFoundError:
        return None
    if "unshare" in done.stderr or "mount" in done.stderr:
        return None
    if done.returncode:
        raise RuntimeError(done.stderr)
    return msgspec.convert(json.loads(done.stdout), Outcome)


def work(disk: Path, steps: int) -> Outcome:
    """Edit and publish on the disk, full at each of so many steps and then not full any more."""
    outcome = Outcome()
    chance = random.Random(20261122)
    store = Store.create(disk / "work", numbered(grown(7, 12), 0))
    path, keep = disk / "a.poise", disk / "kept"
    publish(store.document(), path, None, keep=keep)
    for step in range(steps):
        _fill(disk / "filler", disk, free=_free(step))
        _edit(store, chance, outcome)
        _publish(store, path, keep, outcome)
        (disk / "filler").unlink()
        store = _reopened(store, outcome)
        if not _publish(store, path, keep, outcome):
            outcome.troubles.append(f"step {step}: there was room and it was not published")
        _edit(store, chance, outcome)
        outcome.steps += 1
        left = {one.name for one in disk.iterdir()} - {"a.poise", "kept", "work"}
        outcome.troubles += [f"step {step}: {name} is left" for name in left]
    store.close()
    return outcome


def _free(step: int) -> int:
    """How much room there is at a step: page by page at first, then in larger steps."""
    return step * FINE if step < FINE_STEPS else (step - FINE_STEPS + 2) * COARSE


def _fill(filler: Path, disk: Path, free: int) -> None:
    """Leave so many bytes free."""
    status = os.statvfs(disk)
    room = status.f_bavail * status.f_frsize
    with filler.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(room - free, 1))


def _edit(store: Store, chance: random.Random, outcome: Outcome) -> None:
    """Some edits, each acknowledged or refused in a sentence."""
    for _ in range(3):
        before = store.document().assessment
        after = numbered(edited(before, chance), store.revision + 1)
        try:
            store.commit("Edit", before, after, author="Rosa", when=NOW)
            outcome.edits += 1
        except StoreFailed:
            outcome.refused_edits += 1
            if store.document().assessment != before:
                outcome.troubles.append("an edit that was refused is there")


def _reopened(store: Store, outcome: Outcome) -> Store:
    """The working copy as the next start finds it."""
    promised = store.document()
    store.close()
    store = Store.open(store.path)
    if store.document() != promised:
        outcome.troubles.append(f"{promised.head} was promised, {store.document().head} is there")
    return store


def _publish(store: Store, path: Path, keep: Path, outcome: Outcome) -> bool:
    before = path.read_bytes()
    try:
        publish(store.document(), path, stamp_of(path), keep=keep)
    except PublishFailed as error:
        outcome.refused_publishes += 1
        if "is full" not in str(error):
            outcome.troubles.append(f"the cause is not in “{error}”")
        if path.read_bytes() != before:
            outcome.troubles.append("the file is not as it was")
        return False
    if number_in(document_in(path.read_bytes(), path).assessment) != store.revision:
        outcome.troubles.append("what was published is not what was edited")
    return True


if __name__ == "__main__":
    seen = work(Path(sys.argv[1]), int(sys.argv[2]))
    sys.stdout.write(msgspec.json.encode(seen).decode())
