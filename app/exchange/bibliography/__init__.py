"""Sources in the formats of reference managers: BibTeX, RIS and CSL-JSON, in and out.

Grades, extracts and how a source is known are not part of these formats and stay here.
"""

from .formats import FORMATS, read_bibliography, write_bibliography
from .refused import BibliographyRefused
from .works import Bibliography

__all__ = [
    "FORMATS",
    "Bibliography",
    "BibliographyRefused",
    "read_bibliography",
    "write_bibliography",
]
