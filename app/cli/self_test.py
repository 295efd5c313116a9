"""`counterpoise self-test`: whether this installation does its work, on this machine, offline."""

import argparse
import platform
import sys
import tempfile
from pathlib import Path
from typing import Any

from app.wording import _

from .failure import Failure
from .self_checks import CHECKS, NotPossible
from .version import VERSION


def run(_arguments: argparse.Namespace) -> None:
    """Print one line a check; `Failure` where one of them failed."""
    watch = _NetworkWatch()
    packed = _("packed") if getattr(sys, "frozen", False) else _("from its sources")
    system = f"{platform.system()} {platform.machine()}"
    print(f"Counterpoise {VERSION}, Python {platform.python_version()}, {system}, {packed}")
    failed = 0
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        for name, check in CHECKS.items():
            try:
                print(f"{_('ok'):<10} {name}: {check(Path(folder))}")
            except NotPossible as reason:
                print(f"{_('not tested')} {name}: {reason}")
            except Exception as problem:  # noqa: BLE001 - whatever it is, it is what was looked for
                failed += 1
                print(f"{_('FAILED'):<10} {name}: {type(problem).__name__}: {problem}")
            sys.stdout.flush()
    failed += watch.report()
    if failed:
        sentence = _("{count} of {all} checks failed: this installation cannot be relied upon.")
        raise Failure(sentence.format(count=failed, all=len(CHECKS) + 1))
    print(_("All is well."))


class _NetworkWatch:
    """Notes every attempt of this process to reach a network, from its making until its end."""

    _EVENTS = frozenset(
        {
            "socket.bind",
            "socket.connect",
            "socket.getaddrinfo",
            "socket.gethostbyname",
            "socket.gethostbyaddr",
            "socket.sendto",
            "socket.sendmsg",
            "urllib.Request",
        }
    )

    def __init__(self) -> None:
        self._seen: list[str] = []
        sys.addaudithook(self._note)

    def report(self) -> int:
        """Print what was seen; 1 where there was anything."""
        name = _("network")
        if self._seen:
            print(f"{_('FAILED'):<10} {name}: {', '.join(sorted(set(self._seen)))}")
            return 1
        print(f"{_('ok'):<10} {name}: {_('not touched')}")
        return 0

    def _note(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event in self._EVENTS and not _stays_on_this_machine(arguments):
            self._seen.append(event)


def _stays_on_this_machine(arguments: tuple[Any, ...]) -> bool:
    """Whether a socket is one between processes, such as a desktop speaks through."""
    family = getattr(arguments[0] if arguments else None, "family", None)
    return getattr(family, "name", "") == "AF_UNIX"
