"""The process in which a foreign file is looked at: little memory, little time, nothing to lose.

It reads the request from its standard input and answers on its standard output, in msgpack: the
contents of an image or what is left of them, or nothing where the image is refused.
"""

import sys
from typing import Final

import apsw
import msgspec

from .examination import Refusal, examine
from .process import SALVAGE

MEMORY: Final = 512 * 2**20
SECONDS: Final = 5


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
    return msgspec.msgpack.encode(examine(image))


def _salvaged(request: bytes) -> bytes:
    from db.salvage.remains import collect_remains  # needed for damaged files only

    return collect_remains(request)


def _limit_resources() -> None:
    apsw.hard_heap_limit(MEMORY // 2)
    if sys.platform != "win32":  # Windows has the heap limit and the parent's clock alone
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        if sys.platform == "linux":  # macOS accepts the limit and does not keep it
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
