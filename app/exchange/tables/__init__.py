"""Decision tables (CSV and XLSX) made into assessments.

`read_table` gives the sheets of a file, `propose` says what their rows and columns seem to be,
`alter` changes that, `examine` names every problem by its cell, and `make_assessment` or
`put_table` takes the whole table or nothing.
"""

from .applying import Applied, make_assessment, put_table
from .cells import Grid, Sheet
from .examination import examine
from .mapping import ColumnRole, Mapping, RowRole, Scale, alter
from .numbers import Mark
from .preview import PreviewCell, Taken, preview
from .reading import read_table
from .recognition import propose
from .refused import TableRefused
from .table import DecisionTable, Examined, Problem

__all__ = [
    "Applied",
    "ColumnRole",
    "DecisionTable",
    "Examined",
    "Grid",
    "Mapping",
    "Mark",
    "PreviewCell",
    "Problem",
    "RowRole",
    "Scale",
    "Sheet",
    "TableRefused",
    "Taken",
    "alter",
    "examine",
    "make_assessment",
    "preview",
    "propose",
    "put_table",
    "read_table",
]
