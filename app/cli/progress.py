"""How far slow work is, on a terminal; nothing where the answer goes to a file or a program."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from app.analysis.watch import Watch
from app.wording.numbers import percent

_ERASE = "\r\033[K"


@contextmanager
def watching(text: str) -> Iterator[Watch | None]:
    """A watch that writes over itself; None where nobody looks.

    text: says what is done, with a place for the `share`. An interrupt stops the work.
    """
    if not sys.stderr.isatty():
        yield None
        return
    try:
        yield _show(text)
    finally:
        print(_ERASE, end="", file=sys.stderr, flush=True)


@contextmanager
def announcing(text: str) -> Iterator[None]:
    """What is being done, while it is done, where somebody looks."""
    shown = sys.stderr.isatty()
    if shown:
        print(text, end="", file=sys.stderr, flush=True)
    try:
        yield
    finally:
        if shown:
            print(_ERASE, end="", file=sys.stderr, flush=True)


def _show(text: str) -> Watch:
    last = -1

    def show(done: int, total: int) -> bool:
        nonlocal last
        now = 100 * done // max(1, total)
        if now != last:
            last = now
            said = text.format(share=percent(now / 100, 0))
            print(f"{_ERASE}{said}", end="", file=sys.stderr, flush=True)
        return True

    return show
