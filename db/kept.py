"""Earlier versions of published files, kept in the officer's own folder and thinned with age."""

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from .document import FILE_SUFFIX

LATEST: Final = 10
"""This many are kept whatever their age; of older ones, the last of each …"""

_SPANS: Final = (("%Y-%m-%d", 7), ("%G-%V", 4), ("%Y-%m", 12))
"""… day, week and month, so many of each. Calendar spans: the last of one stays the last of it."""

_TIME: Final = "%Y%m%dT%H%M%S%fZ"


def keep_version(folder: Path, source: Path, image: bytes, now: datetime) -> Path:
    """Keep the bytes of a version of `source`, and thin what was kept of it before.

    Raises:
        OSError: the folder cannot be written to.
    """
    shelf = shelf_of(folder, source)
    shelf.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = shelf / f"{now.astimezone(UTC).strftime(_TIME)}{FILE_SUFFIX}"
    partial = path.with_suffix(".partial")
    partial.write_bytes(image)
    partial.replace(path)
    for old in _superfluous(versions_of(folder, source)):
        old.unlink(missing_ok=True)
    return path


def shelf_of(folder: Path, source: Path) -> Path:
    """Where the versions of a file are kept; the same file is always found by its place."""
    place = str(source.absolute()).encode("utf-8", "surrogateescape")
    return folder / hashlib.sha256(place).hexdigest()[:32]


def versions_of(folder: Path, source: Path) -> tuple[Path, ...]:
    """The kept versions of a file, the latest first."""
    return tuple(sorted(shelf_of(folder, source).glob(f"*{FILE_SUFFIX}"), reverse=True))


def kept_at(path: Path) -> datetime:
    """When a kept version was put away."""
    return datetime.strptime(path.stem, _TIME).replace(tzinfo=UTC)


def _superfluous(versions: Sequence[Path]) -> list[Path]:
    """Those of the versions, given latest first, that the rule above does not keep."""
    kept, older = set(versions[:LATEST]), versions[LATEST:]
    for span, number in _SPANS:
        last: dict[str, Path] = {}
        for path in older:
            last.setdefault(kept_at(path).strftime(span), path)
        kept |= set(list(last.values())[:number])
    return [path for path in older if path not in kept]
