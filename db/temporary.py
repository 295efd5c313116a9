"""The short-lived files that publishing leaves beside its target, and what becomes of them."""

import contextlib
import errno
import hashlib
import os
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from .exchange import sync_file
from .kept import keep_version

_ABANDONED: Final = 600.0
"""Seconds after which a temporary file of ours is taken to be left by a crash."""

_LOCK_ABANDONED: Final = 120.0
"""The same for a lock, which is held for as long as one file takes to be read."""

_PATIENCE: Final = 20.0
"""Seconds for which we wait for another publisher where files cannot be exchanged in one step."""


def write_temporary(target: Path, image: bytes) -> Path:
    """A synced file with these bytes beside the target, with the target's permissions.

    Raises:
        OSError: it cannot be written; nothing is left of it.
    """
    path = target.with_name(f"{_prefix(target)}{secrets.token_hex(8)}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags, 0o666)
    with removed_on_error(path):
        with os.fdopen(descriptor, "wb") as file:
            file.write(image)
            file.flush()
            sync_file(file.fileno())
        with contextlib.suppress(FileNotFoundError):
            path.chmod(target.stat().st_mode & 0o777)
    return path


@contextmanager
def removed_on_error(path: Path) -> Iterator[None]:
    """Delete a file if what is done with it fails."""
    try:
        yield
    except BaseException:
        remove(path)
        raise


def remove(path: Path) -> None:
    """Delete a file that is no longer needed; where that fails now, `sweep` does it later."""
    with contextlib.suppress(OSError):
        path.unlink()


def sweep(target: Path, keep: Path) -> None:
    """Remove what crashes left beside the target, but keep it first: it may be all there is."""
    for path in target.parent.glob(f"{_prefix(target)}*.tmp*"):
        # What cannot be kept or removed now stays for the next time.
        with contextlib.suppress(OSError):
            if _age(path) > _ABANDONED:
                keep_version(keep, target, path.read_bytes(), datetime.now(UTC))
                path.unlink()


@contextmanager
def publisher_lock(target: Path) -> Iterator[None]:
    """Keeps other publishers out where the file system cannot exchange files in one step.

    Raises:
        FileExistsError: another one keeps it for too long.
    """
    path = target.with_name(f"{_prefix(target)}lock")
    deadline = time.monotonic() + _PATIENCE
    while not _locked(path):
        if time.monotonic() > deadline:
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
        time.sleep(0.05)
    try:
        yield
    finally:
        remove(path)


def _locked(path: Path) -> bool:
    """Whether the lock could be taken."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
    except FileExistsError:
        with contextlib.suppress(FileNotFoundError):
            if _age(path) > _LOCK_ABANDONED:
                path.unlink()
        return False
    return True


def _age(path: Path) -> float:
    """Seconds since a file was written, by the clock of the disk it is on: ours may be years off.

    Raises:
        OSError: nothing can be written beside it, or it is gone.
    """
    written = path.stat().st_mtime
    probe = path.with_name(f"{path.name.rpartition('-')[0]}-{secrets.token_hex(8)}.tmp")
    descriptor = os.open(probe, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        return os.fstat(descriptor).st_mtime - written
    finally:
        os.close(descriptor)
        remove(probe)


def _prefix(target: Path) -> str:
    """How the names of our temporary files for a target begin: short, whatever its own name is."""
    name = target.name.encode("utf-8", "surrogateescape")
    return f".~poise-{hashlib.sha256(name).hexdigest()[:8]}-"
