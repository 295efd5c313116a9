"""What can be typed after `counterpoise import` and `counterpoise export`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def add_export(parser: argparse.ArgumentParser) -> None:
    """Where the formats go; at least one is to be named."""
    parser.add_argument("file", metavar="FILE", type=Path, help="the assessment")
    for name, text in (
        ("--json", "everything, without loss"),
        ("--csv", "the decision table"),
        ("--xlsx", "the decision table with live formulas, so that the sum can be checked"),
        ("--xmcda", "the decision for other programs of decision analysis"),
        ("--zip", "all formats and charts in one archive"),
    ):
        parser.add_argument(name, metavar="OUT", type=Path, help=text)
    parser.add_argument(
        "--charts", metavar="FOLDER", type=Path, help="every chart as PNG and SVG in this folder"
    )
    parser.add_argument(
        "--decimal",
        choices=("point", "comma"),
        default="point",
        help="the decimal mark of the CSV (default: point; with comma, semicolons part the cells)",
    )


def add_import(parser: argparse.ArgumentParser) -> None:
    """What is read, where it goes, and what a table's rows and columns mean."""
    parser.add_argument(
        "sources",
        metavar="IN",
        type=Path,
        nargs="+",
        help="a table (CSV, XLSX), JSON, or XMCDA documents that belong together; "
        "without -o and --into the last name is that of the new assessment",
    )
    target = parser.add_mutually_exclusive_group()
    target.add_argument("-o", "--output", metavar="FILE", type=Path, help="the new assessment")
    target.add_argument(
        "--into", metavar="FILE", type=Path, help="put a table into this assessment"
    )
    target.add_argument(
        "--preview", action="store_true", help="say what a table would give, and write nothing"
    )
    parser.add_argument("--title", help="the title of the decision (default: the file's name)")
    parser.add_argument("--assessor", help="who judged (default: Assessor)")
    parser.add_argument(
        "--author", help="who puts a table into an assessment (default: login name)"
    )
    parser.add_argument("--force", action="store_true", help="replace FILE if it exists")
    table = parser.add_argument_group("tables")
    table.add_argument("--sheet", metavar="NAME", help="the sheet of a workbook (default: first)")
    table.add_argument(
        "--options-in", choices=("rows", "columns"), help="where the options stand (default: found)"
    )
    table.add_argument(
        "--decimal", choices=("point", "comma"), help="the decimal mark (default: found)"
    )
    table.add_argument(
        "--separator",
        choices=("comma", "semicolon", "tab", "bar"),
        help="what parts the cells of a CSV (default: found)",
    )
    table.add_argument(
        "--role",
        metavar="PLACE=ROLE",
        action="append",
        default=[],
        help="what a row (its number) or a column (its letter) is: skip, group, name, description, "
        "unit, worst, best, direction, weight, option, code or criterion",
    )
    table.add_argument(
        "--scale",
        metavar="PLACE=WORST..BEST[ UNIT]",
        action="append",
        default=[],
        help='a criterion\'s scale, such as "C=20..0 days"',
    )
