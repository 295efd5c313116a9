"""Workbooks (XLSX) read as hostile: only the cells are taken, in one bounded pass.

Macros, links, embedded objects and queries are never unpacked; formulas count by the result that
the program which made the file stored with them.
"""

from .sheets import read_workbook

__all__ = ["read_workbook"]
