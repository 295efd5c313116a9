"""R: a working copy and a published file under kills, lost power, failures, vandals and races."""

import multiprocessing
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from errno import EINVAL
from pathlib import Path
from unittest import mock

from db import exchange
from db.document import Document
from db.errors import FileRefused, PublishConflict
from db.gate import document_in
from db.gate.entrance import stamp_of as stamp_of_bytes
from db.model import Assessment, Decision
from db.publish import publish, stamp_of
from tests.benchmarks.figures import Figure
from tests.reliability.faults import fail_everywhere
from tests.reliability.full_disks import fill_disks
from tests.reliability.kills import kill_often
from tests.reliability.power import lose_power
from tests.reliability.seats import take_seats
from tests.reliability.vandals import act_once_each
from tests.soak.campaigns import SEED, failing_tests, none, run, times


def measure() -> list[Figure]:
    """Run every campaign."""
    return run(
        {
            "R1 kills": _kills,
            "R2 power": _power,
            "R2 power without syncing, which must be found out": _power_unsynced,
            "R3 failures": _failures,
            "R4 full disks": _full_disks,
            "R5 vandals": _vandals,
            "R6 races": _races,
            "R6 races with locks alone": _races_with_locks,
            "R7 copies": _copies,
            "R8 second programs and dead locks": _seats,
        }
    )


def _kills(folder: Path) -> list[Figure]:
    outcome = kill_often(folder, kills=times(500), seed=SEED)
    done = f"R1 {outcome.kills} kills, {outcome.acknowledged} edits, {outcome.published} publishes"
    lost, broken = _parted(outcome.troubles)
    return [none(f"{done}: acknowledged edits lost", lost), none("R1 corrupt or torn", broken)]


def _parted(troubles: Iterable[str]) -> tuple[list[str], list[str]]:
    """Troubles about what was promised, and all others."""
    lost = [one for one in troubles if "acknowledged" in one or "promised" in one]
    lost += [one for one in troubles if "published" in one and "torn" not in one]
    return lost, [one for one in troubles if one not in lost]


def _power(folder: Path) -> list[Figure]:
    states = times(5000)
    lost, broken = _parted(lose_power(folder, states=states, seed=SEED))
    return [
        none(f"R2 {states} losses of power: acknowledged edits lost", lost),
        none("R2 corrupt or torn", broken),
    ]


def _power_unsynced(folder: Path) -> list[Figure]:
    """The same without what makes it safe: were nothing found now, nothing could ever be."""
    states = times(300)
    unsafe = ("PRAGMA synchronous = OFF",)
    with mock.patch("tests.reliability.power.PRIVATE_PRAGMAS", unsafe):
        troubles = lose_power(folder, states=states, seed=SEED)
    name = f"R2 {states} losses of power without syncing: found out"
    return [Figure(name=name, value=len(troubles), unit="", aim="value >= 1")]


def _failures(folder: Path) -> list[Figure]:
    outcome = fail_everywhere(folder)
    name = f"R3 {outcome.failures} failing calls, {outcome.told} told"
    return [
        none(f"{name}: neither old nor new, or not told", outcome.troubles),
        failing_tests(
            "R3 kills after every step of publishing", "tests/reliability/test_publish_steps.py"
        ),
    ]


def _full_disks(folder: Path) -> list[Figure]:
    outcome = fill_disks(folder, steps=times(60))
    if outcome is None:
        return [none("R4 no disk can be mounted here: not run", 1)]
    refused = f"{outcome.refused_edits} edits and {outcome.refused_publishes} publishes refused"
    name = f"R4 disk full at {outcome.steps} steps, {outcome.edits} edits, {refused}"
    return [none(f"{name}: lost, or not told", outcome.troubles)]


def _vandals(folder: Path) -> list[Figure]:
    outcome = act_once_each(folder)
    name = f"R5 {outcome.acts} things done to an open file"
    return [none(f"{name}: covered, or an edit lost", outcome.troubles)]


def _seats(folder: Path) -> list[Figure]:
    outcome = take_seats(folder)
    return [none(f"R8 {outcome.cases} second programs and locks: held wrongly", outcome.troubles)]


def _noted(notes: set[str]) -> Document:
    text = "\n".join(sorted(notes))
    return Document(assessment=Assessment(decision=Decision(id="D", title="Race", background=text)))


def _notes_in(image: bytes) -> set[str]:
    return set(document_in(image, Path("a.poise")).assessment.decision.background.split())


def race(path: Path, who: int, number: int, *, locks: bool) -> None:
    """Publish so many notes, each time merging whatever is in the way."""
    known: set[str] = set()
    with ExitStack() as stack:
        if locks:
            stack.enter_context(_only_locks())
        stamp = stamp_of(path)
        for note in range(number):
            known.add(f"{who}-{note}")
            while True:
                try:
                    stamp = publish(_noted(known), path, stamp, keep=path.parent / f"kept{who}")
                    break
                except PublishConflict as conflict:
                    # Notes and stamp of the very same bytes: the other goes on meanwhile.
                    image = conflict.theirs.read_bytes()
                    known |= _notes_in(image)
                    stamp = stamp_of_bytes(image)


@contextmanager
def _only_locks() -> Iterator[None]:
    """A share that can neither exchange two files nor keep from replacing one."""
    unsupported = exchange.Unsupported(EINVAL, "Invalid argument")
    with (
        mock.patch.object(exchange, "displace", side_effect=unsupported),
        mock.patch.object(exchange, "put_new", side_effect=unsupported),
    ):
        yield


def _races(folder: Path) -> list[Figure]:
    return _raced(folder, "R6 2 × {number} racing publishes by exchange: lost", locks=False)


def _races_with_locks(folder: Path) -> list[Figure]:
    return _raced(folder, "R6 2 × {number} racing publishes by locks: lost", locks=True)


def _raced(folder: Path, name: str, *, locks: bool) -> list[Figure]:
    number = times(1000)
    path = folder / "a.poise"
    publish(_noted(set()), path, None)
    racers = [
        multiprocessing.Process(target=race, args=(path, who, number), kwargs={"locks": locks})
        for who in range(2)
    ]
    for racer in racers:
        racer.start()
    for racer in racers:
        racer.join()
    expected = {f"{who}-{note}" for who in range(2) for note in range(number)}
    return [
        none(name.format(number=number), len(expected - _notes_in(path.read_bytes()))),
        none("R6 racers that gave up", [racer for racer in racers if racer.exitcode]),
    ]


def _copies(folder: Path) -> list[Figure]:
    """Copies of a file taken as a mail program takes them, while it is published over."""
    path, number = folder / "a.poise", times(400)
    publish(_noted(set()), path, None)
    racer = multiprocessing.Process(target=race, args=(path, 0, number), kwargs={"locks": False})
    racer.start()
    broken, stale, before, last = 0, 0, 0, 0
    for _ in range(number):
        try:
            notes = _notes_in(path.read_bytes())
        except (FileRefused, FileNotFoundError):
            broken += 1
            continue
        last = max((int(note.partition("-")[2]) for note in notes), default=0)
        # Each published state has every note up to its last one.
        stale += last < before or (bool(notes) and len(notes) != last + 1)
        before = last
    racer.join()
    return [
        none(f"R7 {number} copies taken meanwhile, up to state {last}: broken", broken),
        none("R7 copies of no state that was published", stale),
    ]
