"""Everything the program says, in the reader's language: results become sentences here."""

from .language import _, ngettext, use_language
from .refusals import refusal

__all__ = ["_", "ngettext", "refusal", "use_language"]
