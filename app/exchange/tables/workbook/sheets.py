"""The cells of a workbook's sheets."""

from app.exchange.tables.cells import Sheet, make_grid
from app.exchange.tables.refused import TableRefused
from app.wording import _

from .cell_events import Cells
from .container import Container
from .parts import list_sheets, parse, read_formats, read_texts


def read_workbook(data: bytes, wanted: str | None = None) -> tuple[Sheet, ...]:
    """The sheets of a workbook that hold cells, or the one that is `wanted` by its name.

    Raises `TableRefused` with a sentence for what is no workbook, too large, protected or
    damaged, or where there is no such sheet.
    """
    container = Container(data)
    places = list_sheets(container)
    if wanted is not None:
        places = [place for place in places if place.name.casefold() == wanted.casefold()]
        if not places:
            raise TableRefused(_("There is no sheet “{name}”.").format(name=wanted))
    texts = read_texts(container, places[0].part)
    formats = read_formats(container, places[0].part)
    remarks: tuple[str, ...] = ()
    if container.more:
        remarks = (_("It also holds macros, links or embedded objects, which were not read."),)
    sheets = []
    for place in places:
        cells = Cells(texts, formats)
        parse(container.read(place.part), cells)
        if cells.found:
            grid = make_grid(cells.found, tuple(cells.merges), (*remarks, *cells.remarks()))
            sheets.append(Sheet(place.name, grid, place.hidden))
    if not sheets:
        raise TableRefused(_("There is nothing in this table."))
    return tuple(sheets)
