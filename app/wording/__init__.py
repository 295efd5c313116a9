"""Everything the program says, in the reader's language: results become sentences here."""

from .language import _, ngettext, speaking, use_language
from .refusals import refusal

__all__ = ["_", "ngettext", "refusal", "speaking", "use_language"]
