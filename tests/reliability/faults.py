"""A system that fails a chosen call of a publisher, once or from then on."""

import errno
import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Self

from db import exchange, temporary
from db.document import Stamp
from db.errors import FileRefused, PublishFailed
from db.gate import document_in
from db.publish import publish, stamp_of
from tests.reliability.kills import SERVER
from tests.reliability.steps import WATCHED, titled

NUMBERS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS)
CAUSES = {
    errno.ENOSPC: "is full",
    errno.EIO: "could not be written",
    errno.EACCES: "may not write",
    errno.EROFS: "cannot be written to",
}
PATCHED = (
    (exchange, "displace"),
    (exchange, "put_new"),
    (temporary, "sync_file"),
    (temporary.os, "fdopen"),
)


@dataclass
class Outcome:
    """What was seen over all failures."""

    failures: int = 0
    told: int = 0
    troubles: list[str] = field(default_factory=list)


def fail_everywhere(folder: Path, numbers: Iterable[int] = NUMBERS) -> Outcome:
    """Fail every call of a publisher with each of these errors, once and from then on."""
    SERVER.set_forkserver_preload(["tests.reliability.faults"])
    outcome = Outcome()
    for first in (True, False):
        for number in numbers:
            for forever in (False, True):
                step = 0
                while _fail(folder, step, number, forever, first, outcome):
                    step += 1
    return outcome


def _fail(
    folder: Path, step: int, number: int, forever: bool, first: bool, outcome: Outcome
) -> bool:
    """Whether there was such a call to fail."""
    name = f"{'first' if first else 'again'}-{errno.errorcode[number]}-{step}-{forever}"
    path = folder / name / "a.poise"
    path.parent.mkdir()
    stamp = None if first else publish(titled("One"), path, None)
    failed, said = _publish_failing(step, number, forever, path, stamp)
    troubles = []
    found = _title(path)
    if said is None:
        troubles += ["it says that it published"] if found != "Two" else []
    else:
        outcome.told += 1
        troubles += [] if CAUSES[number] in said else [f"the cause is not in “{said}”"]
        troubles += [] if found in ((None, "Two") if first else ("One", "Two")) else [str(found)]
    if not troubles:
        troubles += _troubles_afterwards(path)
    outcome.troubles += [f"{name}: {one}" for one in troubles]
    outcome.failures += failed
    return failed


def _title(path: Path) -> str | None:
    try:
        return document_in(path.read_bytes(), path).assessment.decision.title
    except FileNotFoundError:
        return None
    except FileRefused as error:
        return f"unreadable: {error}"


def _troubles_afterwards(path: Path) -> list[str]:
    """When everything works again the next publisher finds its way and leaves nothing behind."""
    for left in path.parent.glob(".~*"):
        os.utime(left, (0, 0))
    publish(titled("Three"), path, stamp_of(path), keep=path.parent / "kept")
    left = {one.name for one in path.parent.iterdir()} - {"a.poise", "kept"}
    return [f"{name} is left" for name in left] + (
        [] if _title(path) == "Three" else ["the next one cannot publish"]
    )


def _publish_failing(
    step: int, number: int, forever: bool, path: Path, stamp: Stamp | None
) -> tuple[bool, str | None]:
    """Whether a call failed, and what the publisher said, in a process of its own."""
    ours, theirs = SERVER.Pipe(duplex=False)
    arguments = (step, number, forever, path, stamp, theirs)
    process = SERVER.Process(target=publish_failing, args=arguments)
    process.start()
    theirs.close()
    try:
        failed, said = ours.recv()
    finally:
        process.join()
        ours.close()
    return failed, said


def publish_failing(
    step: int, number: int, forever: bool, path: Path, stamp: Stamp | None, report: Connection
) -> None:
    """Publish while one call after so many fails, and all later ones if it is for ever."""
    calls = [0]
    failed = [False]

    def count(*_: object) -> None:
        calls[0] += 1
        if calls[0] - 1 == step or (forever and calls[0] > step):
            failed[0] = True
            raise OSError(number, os.strerror(number))

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if event.startswith(WATCHED) and str(path.parent) in str(arguments[0]):
            count()

    for module, name in PATCHED:
        setattr(module, name, _counted(getattr(module, name), count))
    sys.addaudithook(watch)
    try:
        publish(titled("Two"), path, stamp, keep=path.parent / "kept")
        said = None
    except PublishFailed as error:
        said = str(error)
    except Exception as error:  # noqa: BLE001  (whatever it is, it should have been a sentence)
        said = f"a traceback: {error!r}"
    report.send((failed[0], said))


def _counted(call: Any, count: Any) -> Any:
    """The call, which may fail; what it gives back to write to may fail too."""

    def counted(*arguments: Any) -> Any:
        count()
        result = call(*arguments)
        if hasattr(result, "write"):
            return _Writer(result, count)
        return result

    return counted


class _Writer:
    """A file that may fail to be written to."""

    def __init__(self, file: Any, count: Any) -> None:
        self._file = file
        self._count = count

    def write(self, data: bytes) -> None:
        self._file.write(data[: len(data) // 2])
        self._count()
        self._file.write(data[len(data) // 2 :])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)
