"""`counterpoise completion`: what a shell needs to complete commands, options and file names.

The shell then calls the program itself with its half-typed line; `complete` answers and nothing
else is done.
"""

import argparse
import os
from collections.abc import Iterator
from pathlib import Path

from .arguments import make_parser

_ASSESSMENTS = frozenset({"file", "files", "before", "after", "mine", "theirs", "into"})
_ENDING = ".poise"


def run(arguments: argparse.Namespace) -> None:
    """Print the shell's code."""
    import argcomplete

    print(argcomplete.shellcode(["counterpoise"], use_defaults=True, shell=arguments.shell))


def complete() -> None:
    """Answer the shell that asks through the environment, and end the process."""
    import argcomplete

    parser = make_parser()
    for action in _actions(parser):
        if action.dest in _ASSESSMENTS:
            action.completer = _assessments  # type: ignore[attr-defined]  # argcomplete's own way
    argcomplete.autocomplete(parser)


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    for action in parser._actions:  # noqa: SLF001 - argparse offers no other way to them
        yield action
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 - the same
            for sub in action.choices.values():
                yield from _actions(sub)


def _assessments(prefix: str, **_others: object) -> list[str]:
    """The folders and assessments whose names begin so."""
    folder, begun = os.path.split(prefix)
    try:
        entries = sorted(Path(folder or ".").iterdir())
    except OSError:  # there is no such folder, or it may not be seen
        return []
    names = (
        os.path.join(folder, entry.name) + ("/" if entry.is_dir() else "")  # noqa: PTH118 - as typed
        for entry in entries
        if entry.name.startswith(begun)
        and (entry.is_dir() or entry.suffix.lower() == _ENDING)
        and (begun or not entry.name.startswith("."))
    )
    return list(names)
