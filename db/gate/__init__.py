"""The way into the program for a file that anybody may have sent.

The file's bytes are read once and never opened as a database where they lie. A worker process
with little memory and little time looks at them; what it hands over is checked again here. Out
comes a document, or one sentence that says why not.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .entrance import Reading, document_in, read

__all__ = ["Reading", "document_in", "read"]


def __getattr__(name: str) -> "Any":
    """What stands at the entrance, loaded when it is used: the worker lies here too, without it."""
    if name not in __all__:
        raise AttributeError(name)
    from . import entrance

    return getattr(entrance, name)
