"""What the operating system reports when a file is written, as sentences with a remedy."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from .errors import PublishFailed, gettext_noop
from .gate.container import shown

_FORBIDDEN: Final = gettext_noop(
    "You may not write to “{folder}”. What was there is as it was, and your work is"
    " safe on this computer: save it in another place."
)
_GONE: Final = gettext_noop(
    "“{name}” or its folder “{folder}” is no longer there. Your work is safe on this"
    " computer: save it in another place."
)
_SENTENCES: Final = {
    errno.ENOSPC: gettext_noop(
        "The disk that holds “{folder}” is full. What was there is as it was, and your"
        " work is safe on this computer: save it in another place, or make room and try"
        " again."
    ),
    errno.EDQUOT: gettext_noop(
        "Your share of the disk that holds “{folder}” is full. What was there is as it"
        " was, and your work is safe on this computer: save it in another place, or make"
        " room and try again."
    ),
    errno.EROFS: gettext_noop(
        "“{folder}” is on a disk that cannot be written to. What was there is as it was,"
        " and your work is safe on this computer: save it in another place."
    ),
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.ENOENT: _GONE,
    errno.ENOTDIR: _GONE,
    errno.ENAMETOOLONG: gettext_noop(
        "The name “{name}” is too long. Nothing was written, and your work is safe on"
        " this computer: choose a shorter name."
    ),
    errno.EISDIR: gettext_noop(
        "“{name}” is a folder. Nothing was done to it, and your work is safe on this"
        " computer: choose another name."
    ),
    errno.EEXIST: gettext_noop(
        "Another Counterpoise is writing “{name}” at this moment. Your work is safe on"
        " this computer: try again."
    ),
}
_OTHERWISE: Final = gettext_noop(
    "“{name}” could not be written ({reason}). What was there is as it was, and your work is"
    " safe on this computer: save it in another place, or try again."
)


@contextmanager
def clear_errors(path: Path) -> Iterator[None]:
    """Turn what the operating system reports on writing to a path into `PublishFailed`."""
    try:
        yield
    except (OSError, ValueError, RuntimeError) as error:
        number, reason = 0, "not a usable path"
        if isinstance(error, OSError):
            number, reason = error.errno or 0, error.strerror or str(error)
        raise PublishFailed(
            _SENTENCES.get(number, _OTHERWISE),
            name=shown(path),
            folder=str(path.parent),
            reason=reason,
        ) from error
