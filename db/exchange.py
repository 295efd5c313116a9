"""Putting a whole file in the place of another, and getting back what stood there."""

import contextlib
import ctypes
import errno
import os
import sys
from functools import cache
from pathlib import Path
from typing import Any, Final

_AT_FDCWD: Final = -100 if sys.platform == "linux" else -2
_EXCHANGE: Final = 2  # RENAME_EXCHANGE on Linux, RENAME_SWAP on macOS: the same number

_UNSUPPORTED: Final = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP})


class Unsupported(OSError):
    """The system or the file system cannot exchange two names in one step."""


def exchange(one: Path, other: Path) -> None:
    """Let two existing names change places in one step, so that neither is ever missing.

    Raises:
        Unsupported: this cannot be done here.
        OSError: it failed; both are as they were.
    """
    swap = _system_call()
    if swap is None:
        raise Unsupported(errno.ENOSYS, "no exchange on this system")
    ctypes.set_errno(0)
    code = swap(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _EXCHANGE)
    if code != 0:
        number = ctypes.get_errno()
        kind = Unsupported if number in _UNSUPPORTED else OSError
        raise kind(number, os.strerror(number), str(other))


def put_new(source: Path, target: Path) -> None:
    """Give `source` the name `target`, which nobody has.

    Raises:
        FileExistsError: somebody has it after all; both are as they were.
        Unsupported: the file system cannot promise this.
    """
    if sys.platform == "win32":
        source.rename(target)  # fails there if the name is taken
        return
    try:
        target.hardlink_to(source)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno in {*_UNSUPPORTED, errno.EPERM, errno.EMLINK}:
            raise Unsupported(error.errno, error.strerror) from error
        raise
    source.unlink()


def sync_folder(folder: Path) -> None:
    """Make sure that the names in a folder survive a loss of power, where that can be asked for."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        # Some network file systems refuse this; the content was synced before.
        with contextlib.suppress(OSError):
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


@cache
def _system_call() -> Any:
    if sys.platform not in ("linux", "darwin"):
        return None
    library = ctypes.CDLL(None, use_errno=True)
    name = "renameat2" if sys.platform == "linux" else "renameatx_np"
    swap = getattr(library, name, None)
    if swap is not None:
        swap.argtypes = (
            ctypes.c_int,
            ctypes.c_char_p,
            ctypes.c_int,
            ctypes.c_char_p,
            ctypes.c_uint,
        )
        swap.restype = ctypes.c_int
    return swap
