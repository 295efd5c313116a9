"""The process in which a foreign file is looked at: little memory, little time, nothing to lose.

It reads the image from its standard input and answers on its standard output, in msgpack: the
contents, or nothing where the image is refused.
"""

import sys
from typing import Final

import apsw
import msgspec

from .examination import Refusal, examine

MEMORY: Final = 512 * 2**20
SECONDS: Final = 5


def main() -> None:
    """Answer one request."""
    _limit_resources()
    try:
        answer = msgspec.msgpack.encode(examine(sys.stdin.buffer.read()))
    except (Refusal, MemoryError, RecursionError):
        answer = b""
    sys.stdout.buffer.write(answer)


def _limit_resources() -> None:
    apsw.hard_heap_limit(MEMORY // 2)
    if sys.platform != "win32":  # Windows has the heap limit and the parent's clock alone
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        if sys.platform == "linux":  # macOS accepts the limit and does not keep it
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
