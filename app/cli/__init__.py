"""Counterpoise without a window."""

from .main import main

__all__ = ["main"]
