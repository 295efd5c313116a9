"""The verbs: pure functions that take an assessment and return another."""

from .refusal import EditRefused

__all__ = ["EditRefused"]
