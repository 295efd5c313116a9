"""Sources in the formats of reference managers: BibTeX, RIS and CSL-JSON, in and out.

Grades, extracts and how a source is known are not part of these formats and stay here.
"""

from .formats import FORMATS, SIZE_LIMIT, format_of, read_bibliography, write_bibliography
from .refused import BibliographyRefused
from .works import Bibliography

__all__ = [
    "FORMATS",
    "SIZE_LIMIT",
    "Bibliography",
    "BibliographyRefused",
    "format_of",
    "read_bibliography",
    "write_bibliography",
]
