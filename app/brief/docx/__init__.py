"""The brief as a Word document, for clearance: text, lists and tables, charts as their numbers."""

from .writing import write_docx

__all__ = ["write_docx"]
