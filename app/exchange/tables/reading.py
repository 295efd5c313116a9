"""Which reader a table's file needs: by what it holds, not by how it is called."""

from app.wording import _

from .cells import Sheet
from .csv_text import read_csv
from .refused import TableRefused


def read_table(
    data: bytes, *, sheet: str | None = None, separator: str | None = None
) -> tuple[Sheet, ...]:
    """The tables in a CSV file or a workbook, hidden sheets last.

    sheet: the only one that is wanted; separator: what stands between the cells of a CSV file,
    None to find it. Raises `TableRefused` with a sentence for the officer.
    """
    if data.startswith((b"PK", bytes.fromhex("d0cf11e0"))):
        from .workbook import read_workbook

        return tuple(sorted(read_workbook(data, sheet), key=lambda found: found.hidden))
    grid = read_csv(data, separator)
    if not grid.rows:
        raise TableRefused(_("There is nothing in this table."))
    return (Sheet("", grid),)
