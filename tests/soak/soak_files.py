"""Files under load: kills, lost power, damage, races and officers who never met."""

import multiprocessing
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from db.document import Document
from db.errors import FileRefused, PublishConflict
from db.gate import document_in, read
from db.image import build_image
from db.model import Assessment, Decision
from db.publish import publish, stamp_of
from tests.benchmarks.figures import Figure
from tests.reliability import sequences
from tests.reliability.hostile import MAKERS
from tests.reliability.kills import kill_often
from tests.reliability.mutants import try_mutants
from tests.reliability.officers import live_through
from tests.reliability.power import lose_power
from tests.reliability.scenes import genuine_document

SEED = 20261122
SCALE = float(os.environ.get("SOAK_SCALE", "1"))
"""A tenth of everything is enough to see that the campaigns themselves still work."""


def measure() -> list[Figure]:
    """Run every campaign in a folder of its own."""
    campaigns: list[Callable[[Path], list[Figure]]] = [
        _kills,
        _power,
        _races,
        _copies,
        _hostile,
        _mutants,
        _officers,
        _sequences,
    ]
    figures = []
    for campaign in campaigns:
        with tempfile.TemporaryDirectory(prefix="counterpoise-soak-") as folder:
            figures += campaign(Path(folder))
    return figures


def _times(number: int) -> int:
    return max(1, round(number * SCALE))


def _none(name: str, troubles: int) -> Figure:
    """A figure that must be nought."""
    return Figure(name=name, value=troubles, unit="", aim="value <= 0")


def _kills(folder: Path) -> list[Figure]:
    outcome = kill_often(folder, kills=_times(500), seed=SEED)
    name = f"{outcome.kills} kills, {outcome.acknowledged} edits, {outcome.published} publishes"
    return [_none(f"{name}: lost or torn", len(outcome.troubles))]


def _power(folder: Path) -> list[Figure]:
    states = _times(5000)
    troubles = lose_power(folder, states=states, seed=SEED)
    return [_none(f"{states} losses of power: lost, torn or corrupt", len(troubles))]


def _mutants(_: Path) -> list[Figure]:
    outcome = try_mutants(_times(10_000), SEED)
    name = f"{outcome.refused} mutants refused, {outcome.harmless} harmless"
    return [_none(f"{name}: read wrongly", len(outcome.troubles))]


def _officers(_: Path) -> list[Figure]:
    outcome = live_through(_times(2000), SEED)
    name = f"{outcome.histories} histories, {outcome.edits} edits, {outcome.merges} merges"
    return [_none(f"{name}: lost or out of order", outcome.troubles.total())]


def _sequences(folder: Path) -> list[Figure]:
    number = _times(1000)
    troubles = sequences.live_through(folder, sequences=number, seed=SEED)
    return [_none(f"{number} sequences of edit, undo, redo and kill: astray", len(troubles))]


def _hostile(folder: Path) -> list[Figure]:
    image = build_image(genuine_document())
    accepted, slowest = 0, 0.0
    for name, make in MAKERS.items():
        path = folder / name / "a.poise"
        path.parent.mkdir()
        path.write_bytes(image)
        make(path)
        start = time.perf_counter()
        try:
            read(path)
            accepted += 1
        except FileRefused:
            slowest = max(slowest, time.perf_counter() - start)
    return [
        _none(f"{len(MAKERS)} hostile files: let in", accepted),
        Figure(name="slowest refusal", value=slowest, unit="s", aim="value <= 5"),
    ]


def _noted(notes: set[str]) -> Document:
    text = "\n".join(sorted(notes))
    return Document(assessment=Assessment(decision=Decision(id="D", title="Race", background=text)))


def _notes_at(path: Path) -> set[str]:
    return set(document_in(path.read_bytes(), path).assessment.decision.background.split())


def race(path: Path, who: int, number: int) -> None:
    """Publish so many notes, each time merging whatever is in the way."""
    known: set[str] = set()
    stamp = stamp_of(path)
    for note in range(number):
        known.add(f"{who}-{note}")
        while True:
            try:
                stamp = publish(_noted(known), path, stamp, keep=path.parent / f"kept{who}")
                break
            except PublishConflict as conflict:
                known |= _notes_at(conflict.theirs)
                stamp = stamp_of(conflict.theirs)


def _races(folder: Path) -> list[Figure]:
    number = _times(1000)
    path = folder / "a.poise"
    publish(_noted(set()), path, None)
    racers = [multiprocessing.Process(target=race, args=(path, who, number)) for who in range(2)]
    for racer in racers:
        racer.start()
    for racer in racers:
        racer.join()
    expected = {f"{who}-{note}" for who in range(2) for note in range(number)}
    return [_none(f"2 × {number} racing publishes: lost", len(expected - _notes_at(path)))]


def _copies(folder: Path) -> list[Figure]:
    """Copies of a file taken as a mail program takes them, while it is published over."""
    path, number = folder / "a.poise", _times(400)
    publish(_noted(set()), path, None)
    racer = multiprocessing.Process(target=race, args=(path, 0, number))
    racer.start()
    broken = 0
    for _ in range(number):
        try:
            document_in(path.read_bytes(), path)
        except (FileRefused, FileNotFoundError):
            broken += 1
    racer.join()
    return [_none(f"{number} copies taken meanwhile: broken", broken)]
