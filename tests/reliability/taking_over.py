"""A program that is killed while it takes over a file of an earlier time."""

import multiprocessing.synchronize
import random
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from db.document import Document
from db.errors import Trouble
from db.gate import document_in, read
from db.gate.entrance import stamp_of
from db.kept import versions_of
from db.publish import publish
from db.store import SUFFIX, Store
from tests.kept_formats import FOLDER, retitled
from tests.reliability.kills import SERVER

NOW = datetime(2026, 11, 22, tzinfo=UTC)


@dataclass
class Outcome:
    """What was seen over all kills."""

    kills: int = 0
    finished: int = 0
    troubles: list[str] = field(default_factory=list)


def kill_while_taking_over(folder: Path, kills: int, seed: int) -> Outcome:
    """Kill it so many times; the old file must be whole, in its place or among the kept."""
    SERVER.set_forkserver_preload(["tests.reliability.taking_over"])
    chance = random.Random(seed)
    outcome = Outcome()
    originals = sorted(FOLDER.glob("*.poise"))
    takes = []
    for number in range(kills):
        original = originals[number % len(originals)].read_bytes()
        place = folder / str(number)
        place.mkdir()
        path = place / "a.poise"
        path.write_bytes(original)
        # Now and then one is let through, to know how long it takes on this machine just now.
        killed, took = _kill_once(path, chance.random() * 1.1 * takes[-1] if number % 10 else None)
        takes += [] if number % 10 else [took]
        outcome.finished += not killed
        outcome.kills += 1
        outcome.troubles += [f"{number}: {one}" for one in _troubles(path, original)]
    return outcome


def take_over(path: Path, started: "multiprocessing.synchronize.Event") -> None:
    """Read a file, make a working copy of it, edit it and publish it in its place."""
    started.set()
    reading = read(path)
    store = Store.create(path.parent / "work", reading.document, source=path, stamp=reading.stamp)
    before = reading.assessment
    store.commit("Edit", before, retitled(before, "Taken over"), author="Rosa", when=NOW)
    publish(store.document(), path, reading.stamp, keep=path.parent / "kept")


def _kill_once(path: Path, after: float | None) -> tuple[bool, float]:
    """Whether it was killed before it came to its end, and how long it was at work."""
    started = SERVER.Event()
    process = SERVER.Process(target=take_over, args=(path, started))
    process.start()
    started.wait()
    start = time.monotonic()
    process.join(after)
    process.kill()
    process.join()
    return process.exitcode != 0, time.monotonic() - start


def _troubles(path: Path, original: bytes) -> list[str]:
    troubles = []
    present = path.read_bytes()
    if present != original:
        kept = [version.read_bytes() for version in versions_of(path.parent / "kept", path)]
        if original not in kept:
            troubles.append("the old file is nowhere")
        if not _continues(document_in(present, path), document_in(original, path)):
            troubles.append("the new file does not continue the old one")
    for working in (path.parent / "work").glob(f"*{SUFFIX}"):
        try:
            Store.open(working).close()
        except Trouble:
            if stamp_of(present) != stamp_of(original):
                troubles.append("it published before its working copy was whole")
    return troubles


def _continues(new: Document, old: Document) -> bool:
    return new.revisions[: old.head] == old.revisions
