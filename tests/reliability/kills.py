"""A writer that is killed at random moments, again and again, and what is left each time.

The writer edits and publishes as fast as it can. It says so over a pipe only after the edit (or
the published file) is safe; what was said must be there after the kill.
"""

import multiprocessing
import random
from dataclasses import dataclass, field
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path

import msgspec

from db.difference import apply, inverse
from db.document import Document
from db.gate import document_in
from db.model import Assessment
from db.publish import publish, stamp_of
from db.store import SUFFIX, Store
from tests.strategies import edited, grown

SERVER = multiprocessing.get_context("forkserver")
"""A process that has imported everything and forks a writer in milliseconds."""

PUBLISH_EVERY = 5


@dataclass
class Outcome:
    """What was seen over all kills."""

    kills: int = 0
    acknowledged: int = 0
    published: int = 0
    troubles: list[str] = field(default_factory=list)


def kill_often(folder: Path, kills: int, seed: int) -> Outcome:
    """Kill a writer so many times and check after each what it left in `folder`."""
    chance = random.Random(seed)
    SERVER.set_forkserver_preload(["tests.reliability.kills"])
    outcome = Outcome()
    start = grown(seed, 4)
    work, file = folder / "work", folder / "shared" / "a.poise"
    file.parent.mkdir()
    store = Store.create(work, numbered(start, 0))
    store.close()
    for _ in range(kills):
        said = _kill_once(store.path, file, chance)
        outcome.kills += 1
        outcome.acknowledged += len([number for kind, number in said if kind == "edit"])
        outcome.published += len([number for kind, number in said if kind == "file"])
        outcome.troubles += _troubles(store.path, file, numbered(start, 0), said)
    return outcome


def numbered(assessment: Assessment, number: int) -> Assessment:
    """The assessment with a number written into it."""
    decision = msgspec.structs.replace(assessment.decision, background=str(number))
    return msgspec.structs.replace(assessment, decision=decision)


def number_in(assessment: Assessment) -> int:
    """The number that was written into it."""
    return int(assessment.decision.background)


def write_until_killed(path: Path, file: Path, seed: int, report: Connection) -> None:
    """Edit and publish without end."""
    chance = random.Random(seed)
    store = Store.open(path)
    value = store.document().assessment
    report.send(("open", store.revision))
    while True:
        number = store.revision + 1
        following = numbered(edited(value, chance), number)
        now = datetime.now(UTC)
        store.commit("Edit", value, following, author="Rosa", when=now)
        report.send(("edit", number))
        value = following
        if number % PUBLISH_EVERY == 0:
            document = store.document()
            stamp = publish(document, file, stamp_of(file), keep=path.parent / "kept")
            store.note_published(file, stamp, number)
            report.send(("file", number))


def _kill_once(path: Path, file: Path, chance: random.Random) -> list[tuple[str, int]]:
    """Let a writer run for a random while, kill it, and return all that it said."""
    ours, theirs = SERVER.Pipe(duplex=False)
    seed = chance.getrandbits(32)
    writer = SERVER.Process(target=write_until_killed, args=(path, file, seed, theirs), daemon=True)
    writer.start()
    theirs.close()
    said: list[tuple[str, int]] = []
    try:
        said.extend(ours.recv() for _ in range(chance.randint(1, 12)))
        writer.join(chance.random() * 0.02)
        writer.kill()
        while True:
            said.append(ours.recv())
    except EOFError:
        pass
    finally:
        writer.kill()
        writer.join()
        ours.close()
    return said


def _troubles(path: Path, file: Path, start: Assessment, said: list[tuple[str, int]]) -> list[str]:
    """Everything that is not as it was said to be."""
    troubles = []
    edits = [number for kind, number in said if kind in ("edit", "open")]
    files = [number for kind, number in said if kind == "file"]
    if not edits:
        return ["the writer died by itself before it had opened its working copy"]
    store = Store.open(path)
    document = store.document()
    store.close()
    head = number_in(document.assessment)
    if head != document.head:
        troubles.append(f"value {head} and history {document.head} do not belong together")
    if head < edits[-1]:
        troubles.append(f"edit {edits[-1]} was acknowledged, {head} is the last there")
    if rewound(document) != start:
        troubles.append("the history does not lead back to the start")
    if list(path.parent.glob(f"*{SUFFIX}")) != [path]:
        troubles.append("there is more than one working copy")
    if file.exists():
        shared = document_in(file.read_bytes(), file)
        if number_in(shared.assessment) != shared.head:
            troubles.append("the published file is torn")
        if files and shared.head < files[-1]:
            troubles.append(f"published {files[-1]}, but {shared.head} is there")
    elif files:
        troubles.append("the published file is gone")
    foreign = [one.name for one in file.parent.iterdir() if one.suffix not in (".poise", ".tmp")]
    return troubles + [f"left beside the published file: {name}" for name in foreign]


def rewound(document: Document) -> Assessment:
    """The assessment before the first revision."""
    value = document.assessment
    for revision in reversed(document.revisions):
        value = apply(inverse(revision.changes), value)
    return value
