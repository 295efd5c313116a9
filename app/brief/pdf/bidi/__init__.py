"""The Unicode bidirectional algorithm: embedding levels of a paragraph and the order of a line.

Source: Unicode Standard Annex #9, revision 46 (Unicode 15, 2022); the code names its rules.
Pure functions on text; nothing here knows fonts or pages.
"""

from app.brief.pdf.bidi.lines import level_line, order
from app.brief.pdf.bidi.paragraph import majority_level, resolve

__all__ = ["level_line", "majority_level", "order", "resolve"]
