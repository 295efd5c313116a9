"""The brief as PDF: tagged while it is drawn, archival, in any of the scripts its fonts cover."""

from app.brief.pdf.rendering import missing_characters, render

__all__ = ["missing_characters", "render"]
