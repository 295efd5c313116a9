"""Putting a whole, re-checked file where the officer wants it, and never over a colleague's."""

import hashlib
import stat
from datetime import UTC, datetime
from pathlib import Path

from . import exchange
from .digest import content_digest
from .disk_troubles import clear_errors
from .document import Document, Stamp
from .errors import FileRefused, PublishConflict, PublishFailed
from .gate import document_in
from .gate.container import LARGEST, read_up_to, shown
from .image import build_image
from .kept import keep_version
from .model import Assessment
from .temporary import publisher_lock, remove, removed_on_error, sweep, write_temporary


def stamp_of(path: Path) -> Stamp | None:
    """What stands at a place now; None where nothing does.

    Raises:
        PublishFailed: it cannot be seen.
    """
    with clear_errors(path):
        return _seen(path)


def publish(
    document: Document | Assessment,
    path: Path,
    expected: Stamp | None,
    *,
    keep: Path | None = None,
    password: str | None = None,
) -> Stamp:
    """Put a file with this document at `path`, in one step; what was put there.

    `expected` is what was last seen at `path` (None: nothing should be there). In `keep`, a folder
    of our own, what is displaced is kept as an earlier version. With a `password`
    the file is sealed. Safe on any thread.

    Raises:
        ShareRefused: the password is too short.
        PublishConflict: somebody else's version is there; it stays there.
        PublishFailed: it cannot be put there; what was there is as it was.
    """
    if isinstance(document, Assessment):
        document = Document(assessment=document)
    image = _checked_image(document, path)
    if password is not None:
        from .sealed import seal  # cryptography, for the few files that need it

        image = seal(image, password)
    with clear_errors(path):
        target = path.resolve()
        _require_expected(target, expected)
        if keep is not None and expected is not None:
            keep_version(keep, target, target.read_bytes(), datetime.now(UTC))
        temporary = write_temporary(target, image)
        if expected is None:
            _put_first(temporary, target)
        else:
            _put_over(temporary, target, expected, keep)
        exchange.sync_folder(target.parent)
        if keep is not None:
            sweep(target, keep)
    return _stamp(image)


def _stamp(image: bytes) -> Stamp:
    return Stamp(len(image), hashlib.sha256(image).hexdigest())


def _checked_image(document: Document, path: Path) -> bytes:
    """The bytes to publish, after the same document came back from them through the gate."""
    image = build_image(document)
    try:
        read_back: Document | None = document_in(image, path)
    except FileRefused:
        read_back = None
    if read_back is None or not _say_the_same(read_back, document):
        raise PublishFailed(
            "“{name}” was not written, because what would have been in it could not be read back"
            " unchanged. Your work is safe in the working copy on this computer; please report"
            " this.",
            name=shown(path),
        )
    return image


def _say_the_same(one: Document, other: Document) -> bool:
    """Whether two documents say the same, be it in lists where the other has tuples."""
    return one == other or content_digest(one) == content_digest(other)


def _require_expected(target: Path, expected: Stamp | None) -> None:
    seen = _seen(target)
    if seen is None and expected is not None:
        raise PublishFailed(
            "“{name}” is no longer in “{folder}”: it was moved, renamed or deleted. Your work is"
            " safe in the working copy on this computer; choose where to save it.",
            name=shown(target),
            folder=str(target.parent),
        )
    if seen is not None and seen != expected:
        raise _conflict(target, target)


def _put_first(temporary: Path, target: Path) -> None:
    with removed_on_error(temporary):
        try:
            exchange.put_new(temporary, target)
        except FileExistsError:
            raise _conflict(target, target) from None
        except exchange.Unsupported:
            with publisher_lock(target):
                _require_expected(target, None)
                temporary.replace(target)


def _put_over(temporary: Path, target: Path, expected: Stamp, keep: Path | None) -> None:
    """Exchange, look at what came out, and put it back if it is not what we knew.

    From the exchange on, the temporary name may stand for somebody else's only copy: nothing that
    fails may delete it.
    """
    ours = _seen(temporary)
    with removed_on_error(temporary):
        try:
            displaced = exchange.displace(temporary, target)
        except exchange.Unsupported:
            with publisher_lock(target):
                _require_expected(target, expected)
                temporary.replace(target)
            return
    if _seen(displaced) == expected:
        remove(displaced)
        return
    # Somebody published between our look and our exchange: their version goes back.
    restored = exchange.displace(displaced, target)
    if _seen(restored) == ours:
        remove(restored)
        raise _conflict(target, target)
    # Somebody published even between the two exchanges, over ours: theirs, the latest, goes back,
    # and the one before, which they may not know, is kept aside to be merged.
    aside = exchange.displace(restored, target)
    if keep is not None:
        kept = keep_version(keep, target, aside.read_bytes(), datetime.now(UTC))
        remove(aside)
        aside = kept
    raise _conflict(target, aside)


def _conflict(target: Path, theirs: Path) -> PublishConflict:
    return PublishConflict(
        "Somebody else changed “{name}” meanwhile. Their version was left as it is; merge it with"
        " yours, or save yours under another name.",
        name=shown(target),
        theirs=theirs,
    )


def _seen(path: Path) -> Stamp | None:
    """What stands at a place, looked at before it is opened: a pipe would keep us waiting."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise PublishFailed(
                "“{name}” is a folder or a device, not a file. Nothing was done to it; choose"
                " another name.",
                name=shown(path),
            )
        with path.open("rb") as file:
            return _stamp(read_up_to(file, LARGEST))
    except FileNotFoundError:
        return None
