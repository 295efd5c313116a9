"""Loading what every command needs, without what it does not."""

import gc
import sys

ALLOCATIONS = 50_000
"""Objects between two searches for garbage; Python's own 700 suit a program that stays."""


def spare_collections() -> None:
    """Let Python search for garbage less often: loading makes many objects and hardly any of it."""
    gc.set_threshold(ALLOCATIONS)


def load_msgspec() -> None:
    """Load msgspec without `typing_extensions`.

    It asks that package for two names that `typing` has as well, in every Python this program runs
    in; loading the package takes as long as starting Python. Call it before there are threads.
    """
    if "msgspec" in sys.modules or "typing_extensions" in sys.modules:
        return
    sys.modules["typing_extensions"] = None  # type: ignore[assignment]  # reads as: not installed
    try:
        import msgspec  # noqa: F401
    finally:
        del sys.modules["typing_extensions"]
