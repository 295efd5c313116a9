"""An assessment as tables: CSV, and a workbook whose formulas show how the ranking comes about."""

from .csv_text import write_csv
from .workbook import write_workbook

__all__ = ["write_csv", "write_workbook"]
