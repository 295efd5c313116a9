"""Changing what a name in a folder stands for, in one step and without losing what it stood for.

These are the system's own calls: rename with *exchange* or *do not replace* on Linux and macOS,
ReplaceFile on Windows. Where a file system has neither, `Unsupported` says so.
"""

import contextlib
import ctypes
import errno
import os
import sys
from functools import cache
from pathlib import Path
from typing import Any, Final

_HERE: Final = -100 if sys.platform == "linux" else -2  # AT_FDCWD
_EXCHANGE: Final = 2  # RENAME_EXCHANGE on Linux, RENAME_SWAP on macOS
_NO_REPLACE: Final = 1 if sys.platform == "linux" else 4  # RENAME_NOREPLACE, RENAME_EXCL

_UNSUPPORTED: Final = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP})


class Unsupported(OSError):
    """The system or the file system cannot do this in one step."""


def displace(source: Path, target: Path) -> Path:
    """Let `target` stand for the bytes of `source`; where the bytes that it stood for are now.

    Raises:
        Unsupported: this cannot be done in one step here; nothing was done.
        OSError: it failed; nothing was done.
    """
    if sys.platform == "win32":
        return _replace_file(source, target)
    _rename(source, target, _EXCHANGE)
    return source


def put_new(source: Path, target: Path) -> None:
    """Give `source` the name `target`, which nobody has.

    Raises:
        FileExistsError: somebody has it after all; nothing was done.
        Unsupported: the file system cannot promise this; nothing was done.
    """
    if sys.platform == "win32":
        source.rename(target)  # there it fails by itself if the name is taken
        return
    try:
        _rename(source, target, _NO_REPLACE)
    except Unsupported:
        _link(source, target)


def sync_file(descriptor: int) -> None:
    """Make sure that what was written survives a loss of power."""
    if sys.platform == "darwin":
        import fcntl

        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)  # there fsync(2) stops at the disk's cache
    else:
        os.fsync(descriptor)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder survive a loss of power, where the system can be asked for it."""
    if sys.platform == "win32":
        return
    # Some network file systems refuse this; the bytes themselves were synced before.
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _rename(source: Path, target: Path, flag: int) -> None:
    call = _system_call()
    if call is None:
        raise Unsupported(errno.ENOSYS, os.strerror(errno.ENOSYS))
    ctypes.set_errno(0)
    if call(_HERE, os.fsencode(source), _HERE, os.fsencode(target), flag) != 0:
        number = ctypes.get_errno()
        if number in _UNSUPPORTED:
            raise Unsupported(number, os.strerror(number))
        raise OSError(number, os.strerror(number), str(target))


def _link(source: Path, target: Path) -> None:
    try:
        target.hardlink_to(source)
    except OSError as error:
        if error.errno in {*_UNSUPPORTED, errno.EPERM, errno.EMLINK}:
            raise Unsupported(error.errno, error.strerror) from error
        raise
    source.unlink()


@cache
def _system_call() -> Any:
    name = {"linux": "renameat2", "darwin": "renameatx_np"}.get(sys.platform)
    call = name and getattr(ctypes.CDLL(None, use_errno=True), name, None)
    if call:
        call.argtypes = [ctypes.c_int, ctypes.c_char_p] * 2 + [ctypes.c_uint]
        call.restype = ctypes.c_int
    return call


def _replace_file(source: Path, target: Path) -> Path:
    """ReplaceFileW keeps what it displaces under a name of our choice."""
    aside = source.with_name(source.name + ".displaced")
    kernel: Any = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined,unused-ignore]
    if not kernel.ReplaceFileW(str(target), str(source), str(aside), 0, None, None):
        raise ctypes.WinError(ctypes.get_last_error())  # type: ignore[attr-defined,unused-ignore]
    return aside
