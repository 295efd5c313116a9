"""An assessment as CSV that spreadsheets open as it is, without running anything in it."""

import codecs
import csv
import io

from db.model import Assessment

from .layout import Content, lay_out

_STARTS_SOMETHING = ("=", "+", "-", "@", "\t", "\r")


def write_csv(assessment: Assessment, *, decimal_comma: bool = False) -> bytes:
    """The decision table as CSV in UTF-8 with a byte order mark.

    decimal_comma: numbers with a comma and cells apart by semicolons, as spreadsheets expect
    where people write so; otherwise points and commas. A text that a spreadsheet would take for a
    formula begins with an apostrophe, which the import takes off again.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";" if decimal_comma else ",", lineterminator="\r\n")
    for row in lay_out(assessment).cells():
        writer.writerow([_written(content, decimal_comma=decimal_comma) for content in row])
    return codecs.BOM_UTF8 + text.getvalue().encode()


def _written(content: Content, *, decimal_comma: bool) -> str:
    if content is None:
        return ""
    if isinstance(content, str):
        return f"'{content}" if content.startswith(_STARTS_SOMETHING) else content
    number = plain_number(content)
    return number.replace(".", ",") if decimal_comma else number


def plain_number(number: float) -> str:
    """A number with every digit that it needs to be read back, and no other."""
    return repr(number + 0.0).removesuffix(".0")
