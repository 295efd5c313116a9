"""A publisher that dies before a chosen one of its calls to the system."""

import os
import signal
import sys
from pathlib import Path

from db import exchange
from db.document import Document, Stamp
from db.model import Assessment, Decision
from db.publish import publish

WATCHED = ("open", "os.rename", "os.remove", "os.chmod", "os.mkdir", "os.link", "shutil")


def titled(title: str) -> Document:
    """A document that is no more than its title."""
    return Document(assessment=Assessment(decision=Decision(id="D", title=title)))


def die_at(step: int, path: Path, expected: Stamp | None, keep: Path) -> None:
    """Publish over a file, and be killed just before this many calls were made."""
    left = [step]

    def count(*_: object) -> None:
        left[0] -= 1
        if left[0] < 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event.startswith(WATCHED) and str(path.parent) in str(arguments[0]):
            count()

    for name in ("displace", "put_new", "sync_folder"):
        setattr(exchange, name, _counted(getattr(exchange, name), count))
    sys.addaudithook(watch)
    publish(titled("Two"), path, expected, keep=keep)


def _counted(call, count):
    """The call, with a moment to die before it and one right after it."""

    def counted(*arguments):
        count()
        result = call(*arguments)
        count()
        return result

    return counted
