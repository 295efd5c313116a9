"""Where a command writes: what may not be replaced there, and putting whole bytes in its place."""

import os
import stat
from pathlib import Path

from app.wording import _
from db.layout import APPLICATION_ID, SEALED_MAGIC

from .failure import Failure

_HEADER = 72
"""Bytes of an SQLite file up to the end of its application id."""


def put_bytes(data: bytes, path: Path) -> None:
    """Put whole bytes in a file: it is the old one or the new one, never half of it.

    A symbolic link is followed; a device or a pipe is written to. `Failure` says why not.
    """
    try:
        mode = _mode(path)
        if mode is not None and not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
            path.write_bytes(data)
            return
        target = path.resolve()
        if _is_assessment(target):
            sentence = _("{path} is an assessment and would be replaced. Choose another name.")
            raise Failure(sentence.format(path=path))
        _replace(data, target)
    except (OSError, RuntimeError) as error:
        raise unwritable(path, error) from error


def require_ordinary(path: Path) -> None:
    """Raise `Failure` if what stands at `path` is no file, such as a folder, a device or a pipe."""
    try:
        mode = _mode(path)
    except (OSError, RuntimeError) as error:
        raise unwritable(path, error) from error
    if mode is not None and not stat.S_ISREG(mode):
        sentence = _("{path} is a folder or a device. Choose another name.")
        raise Failure(sentence.format(path=path))


def is_same(path: Path, other: Path) -> bool:
    """Whether two names stand for one file that is there."""
    try:
        return path.samefile(other)
    except OSError:  # one of them stands for nothing, or for nothing that can be seen
        return False


def unwritable(path: Path, error: Exception) -> Failure:
    """The sentence that a file cannot be written, with the reason of the operating system."""
    problem = error.strerror if isinstance(error, OSError) and error.strerror else error
    sentence = _("{path} cannot be written: {problem}. Choose another place.")
    return Failure(sentence.format(path=path, problem=problem))


def _mode(path: Path) -> int | None:
    """What kind of thing a name stands for; None where it stands for nothing yet."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _is_assessment(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            head = file.read(_HEADER)
            return head.startswith(SEALED_MAGIC) or head[68:] == APPLICATION_ID.to_bytes(4, "big")
    except FileNotFoundError:
        return False


def _replace(data: bytes, target: Path) -> None:
    import tempfile

    if target.is_dir():
        raise IsADirectoryError(None, _("it is a folder"))
    handle, temporary = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(target)
    except BaseException:  # an interruption too leaves nothing beside the file
        Path(temporary).unlink(missing_ok=True)
        raise


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
