"""Loading what every command needs, without what it does not."""

import sys


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
