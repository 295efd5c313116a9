"""The command line: sub-commands work without a window, a file name opens one."""

import importlib
import io
import os
import sys
from collections.abc import Sequence

from app.wording import _

from .arguments import COMMANDS, parse
from .failure import Failure

INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status: 0 done, 1 not done, 2 not understood."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that lacks a character shows its number; it never stops the answer.
            stream.reconfigure(errors="backslashreplace")
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        if _wants_window(given):
            return _open_window(given[-1] if given else None)
        # Threads would cost more to start than small matrices ever gain by them.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        parsed = parse(given)
        command = importlib.import_module(f".{COMMANDS[parsed.command].module}", __package__)
        command.run(parsed)
        sys.stdout.flush()
    except Failure as failure:
        print(f"counterpoise: {failure}", file=sys.stderr)
        return failure.status
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader has gone; nothing more can be said to it, not even while closing.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return 0


def _wants_window(given: Sequence[str]) -> bool:
    """Whether the arguments name no sub-command: nothing at all, or one file."""
    if not given or (given[0] == "--" and len(given) == 2):
        return True
    return len(given) == 1 and given[0] not in COMMANDS and not given[0].startswith("-")


def _open_window(path: str | None) -> int:
    try:
        application = importlib.import_module("app.desktop.application")
    except ImportError as error:
        sentence = _(
            "the window cannot be opened, because a library of the system is missing ({problem}). "
            "The sub-commands work without it: see counterpoise --help."
        )
        raise Failure(sentence.format(problem=error)) from error
    status: int = application.run(path)
    return status
