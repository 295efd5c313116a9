"""The command line: sub-commands work without a window, a file name opens one.

What a command needs is loaded when it is given: scripts ask for the version alone.
"""

import io
import os
import sys
from collections.abc import Sequence

from .failure import Failure
from .version import VERSION

INTERRUPTED = 130
_COMPLETING = "_ARGCOMPLETE"
"""Stands in the environment while a shell asks what the line it shows could become."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status: 0 done, 1 not done, 2 not understood."""
    _prepare_streams()
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        if _COMPLETING in os.environ:
            _complete()
        if given == ["--version"]:  # asked by scripts, and answered without a parser
            print(f"counterpoise {VERSION}")
        elif _wants_window(given):
            return _open_window(given[-1] if given else None)
        else:
            _run(given)
        sys.stdout.flush()
    except Failure as failure:
        _complain(str(failure))
        return failure.status
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _close_answer()
        return 1
    except (OSError, MemoryError) as error:
        from app.wording import _

        _close_answer()
        problem = getattr(error, "strerror", None) or _("not enough memory")
        _complain(_("this could not be finished: {problem}.").format(problem=problem))
        return 1
    return 0


def _run(given: Sequence[str]) -> None:
    """Run the command that was given."""
    import importlib

    from .arguments import COMMANDS, parse
    from .loading import load_msgspec, spare_collections
    from .passwords import password_in

    # Threads would cost more to start than small matrices ever gain by them.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    spare_collections()
    load_msgspec()
    parsed = parse(given)
    command = importlib.import_module(f".{COMMANDS[parsed.command].module}", __package__)
    with password_in(parsed):
        command.run(parsed)


def _complete() -> None:
    from .completion import complete

    complete()


def _prepare_streams() -> None:
    if sys.stdout is None:  # closed by who called us, or never there, as in a windowed program
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - it stays
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that lacks a character shows its number; it never stops the answer.
            stream.reconfigure(errors="backslashreplace")


def _complain(sentence: str) -> None:
    """Say one line on standard error; what a terminal would obey in a name is not passed on."""
    line = "".join(c if c.isprintable() else "�" for c in sentence)
    print(f"counterpoise: {line}", file=sys.stderr)


def _close_answer() -> None:
    """Let nothing more be said to a reader who has gone or is full, not even while closing."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _wants_window(given: Sequence[str]) -> bool:
    """Whether the arguments name no sub-command: nothing at all, or one file."""
    if not given or (given[0] == "--" and len(given) == 2):
        return True
    from .arguments import COMMANDS

    return len(given) == 1 and given[0] not in COMMANDS and not given[0].startswith("-")


def _open_window(path: str | None) -> int:
    import importlib

    from app.wording import _

    try:
        application = importlib.import_module("app.desktop.starting.application")
    except ImportError as error:
        sentence = _(
            "the window cannot be opened, because a library of the system is missing ({problem}). "
            "The sub-commands work without it: see counterpoise --help."
        )
        raise Failure(sentence.format(problem=error)) from error
    status: int = application.run(path)
    return status
