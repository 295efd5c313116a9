"""The process in which a foreign file is looked at: little memory, little time, nothing to lose.

It reads the request from its standard input and answers on its standard output, in msgpack: the
contents of an image or what is left of them, or nothing where the image is refused.
"""

import sys

import apsw

from db.packing import array_head, map_head, pack_plainly

from .examination import Findings, Refusal, examine
from .tasks import SALVAGE

MEMORY = 512 * 2**20
SECONDS = 5

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


def main() -> None:
    """Answer one request."""
    _limit_resources()
    request = sys.stdin.buffer.read()
    try:
        answer = _salvaged(request) if sys.argv[-1] == SALVAGE else _examined(request)
    except (Refusal, MemoryError, RecursionError):
        answer = b""
    sys.stdout.buffer.write(answer)


def _examined(image: bytes) -> bytes:
    return b"".join(_answer(examine(image)))


def _answer(found: Findings) -> "Iterator[bytes]":
    """The findings as `db.gate.entrance.Contents` is decoded; rows go in as they are packed."""
    yield array_head(3)
    yield pack_plainly(found.said)
    yield map_head(len(found.packed))
    for name, rows in found.packed.items():
        yield pack_plainly(name)
        yield rows
    yield pack_plainly(found.crowd)


def _salvaged(request: bytes) -> bytes:
    from db.salvage.remains import collect_remains  # needed for damaged files only

    return collect_remains(request)


def _limit_resources() -> None:
    apsw.hard_heap_limit(MEMORY // 2)
    if sys.platform != "win32":  # Windows has the heap limit and the parent's clock alone
        import resource

        limits = {resource.RLIMIT_CORE: 0, resource.RLIMIT_CPU: SECONDS, resource.RLIMIT_FSIZE: 0}
        if sys.platform == "linux":  # macOS accepts the limit and does not keep it
            limits[resource.RLIMIT_AS] = MEMORY
        for kind, most in limits.items():
            _, hard = resource.getrlimit(kind)  # may be lower already, and must not be raised
            least = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(kind, (least, least))
