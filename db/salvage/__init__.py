"""What can still be read of a file that the gate does not let in, as a new assessment."""

from .assembly import Loss
from .recovery import Recovery, salvage

__all__ = ["Loss", "Recovery", "salvage"]
