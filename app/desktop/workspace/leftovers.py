"""Working copies that earlier runs left behind."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from app.desktop.telling.trouble import sentence_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from db.model import Assessment
    from db.store import Store, Unfinished


class Unreadable(NamedTuple):
    """A store that an earlier run, or another version, left behind and that cannot be opened."""

    path: Path
    changed: datetime
    reason: str


class Leftovers:
    """The stores in a folder; any thread may look through them, one at a time.

    `alone` is held by the thread that makes or opens a store there: whoever opened one that is half
    made would spoil it.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.alone = Lock()

    @property
    def none(self) -> bool:
        """Whether nothing at all lies there; then nothing has to be loaded to look at it."""
        return not self.folder.is_dir() or not any(self.folder.iterdir())

    def unfinished(self) -> tuple[Unfinished, ...]:
        """Stores that hold edits which are in no officer's file."""
        if self.none:
            return ()
        from db.store import unfinished

        with self.alone:
            return tuple(left for left in unfinished(self.folder) if left.unpublished)

    def unreadable(self) -> tuple[Unreadable, ...]:
        """Stores that cannot be opened, each with the reason."""
        if self.none:
            return ()
        with self.alone:
            return tuple(_unreadable(self.folder))

    def open(self, left: Unfinished) -> tuple[Store, Assessment]:
        """Take up a store, and what it holds. Raises `db.errors.Trouble`."""
        from db.store import Store

        with self.alone:
            store = Store.open(left.path)
            try:
                return store, store.load()
            except BaseException:
                store.close()
                raise

    def discard(self, left: Unfinished) -> None:
        """Delete a store for good. Raises `db.errors.Trouble`."""
        from db.store import Store

        with self.alone:
            Store.open(left.path).discard()


def _unreadable(folder: Path) -> Iterator[Unreadable]:
    from datetime import UTC, datetime

    from db.errors import StoreBusy, Trouble
    from db.store import SUFFIX, Store, unfinished

    sound = {left.path for left in unfinished(folder)}
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        if path in sound:
            continue
        try:
            Store.open(path).close()
        except StoreBusy:
            continue  # somebody is working on it, so it is in good hands
        except Trouble as trouble:
            changed = datetime.fromtimestamp(path.stat().st_mtime, UTC)
            yield Unreadable(path, changed, sentence_of(trouble))
