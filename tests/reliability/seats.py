"""Who may write: two programs with one working copy, and locks of programs that are gone."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from unittest import mock

from db import exchange, temporary
from db.errors import PublishFailed, StoreBusy
from db.publish import publish, stamp_of
from db.store import Store
from tests.reliability.kills import SERVER
from tests.reliability.steps import titled

YEARS = 10 * 365 * 86_400
FRESH = 60.0


@dataclass
class Outcome:
    """What was seen."""

    cases: int = 0
    troubles: list[str] = field(default_factory=list)


def take_seats(folder: Path, programs: int = 10) -> Outcome:
    """Try every case."""
    outcome = Outcome()
    for number in range(programs):
        outcome.troubles += _second_program(folder / f"second{number}")
        outcome.cases += 1
    for years in (-YEARS, 0, YEARS):
        for age in (0.0, 30.0, 290.0):
            place = folder / f"lock{years}-{age}"
            outcome.troubles += _lock_of_the_gone(place, years, age)
            outcome.cases += 1
    return outcome


def hold(path: Path, report: Connection) -> None:
    """Open a working copy and hold it until the end."""
    store = Store.open(path)
    report.send(store.revision)
    time.sleep(60)


def _second_program(folder: Path) -> list[str]:
    """A second program is told, and goes on at once when the first is gone."""
    store = Store.create(folder, titled("One"))
    store.close()
    ours, theirs = SERVER.Pipe(duplex=False)
    process = SERVER.Process(target=hold, args=(store.path, theirs))
    process.start()
    ours.recv()
    troubles = []
    try:
        Store.open(store.path).close()
        troubles.append("two programs have one working copy open")
    except StoreBusy:
        pass
    process.kill()
    process.join()
    try:
        Store.open(store.path).close()
    except StoreBusy:
        troubles.append("a program that was killed still keeps others out")
    return troubles


def _lock_of_the_gone(folder: Path, years: int, age: float) -> list[str]:
    """A lock on a share that only knows locks, under a wrong clock: fresh, or of a dead program."""
    folder.mkdir()
    path = folder / "a.poise"
    stamp = publish(titled("One"), path, None)
    lock = folder / f"{temporary._prefix(path)}lock"
    lock.touch()
    written = lock.stat().st_mtime - age
    os.utime(lock, (written, written))
    said = None
    now = time.time()
    with _only_locks(), mock.patch("time.time", return_value=now + years):
        try:
            publish(titled("Two"), path, stamp)
        except PublishFailed as error:
            said = str(error)
    if age < FRESH:
        refused = said is not None and "at this moment" in said and stamp_of(path) == stamp
        return [] if refused else [f"a fresh lock does not hold ({years=})"]
    left = [one.name for one in folder.iterdir()]
    published = said is None and stamp_of(path) != stamp and left == ["a.poise"]
    return [] if published else [f"a dead lock holds ({years=}): {said} {left}"]


@contextmanager
def _only_locks() -> Iterator[None]:
    def unsupported(*_: object) -> None:
        raise exchange.Unsupported(22, "Invalid argument")

    with (
        mock.patch.object(exchange, "displace", unsupported),
        mock.patch.object(exchange, "put_new", unsupported),
        mock.patch.object(temporary, "_PATIENCE", 0.2),
    ):
        yield
