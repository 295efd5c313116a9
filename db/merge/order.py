"""The order of a table's rows after the changes of several people, replayed one after the other."""

from collections.abc import Iterable, Sequence

from db.difference import POSITION, Change


class RowOrder:
    """Ids in order. Rows that went stay in it, out of count: they may be wanted back.

    Rows in `present` are there after everything: that somebody removed one of them is void.
    """

    def __init__(self, ids: Iterable[str], present: frozenset[str]) -> None:
        self._ids = list(ids)
        self._present = present
        self._gone: set[str] = set()

    def replay(self, change: Change, *, disputed: bool) -> None:
        """Do what a change did to the rows, as far as it still can be done.

        An order about which people disagree is left out. One that somebody affirmed is not: it was
        decided against others.
        """
        if change.column == POSITION:
            if not disputed:
                self._arrange(change.after)
        elif change.before == change.after:
            return
        elif change.after is None:
            self._gone |= {str(change.key[0])} - self._present
        else:
            self._insert(str(change.key[0]), change.position or 0)

    def result(self) -> list[str]:
        """The ids of the rows that are there, in order."""
        return [row_id for row_id in self._ids if row_id in self._present]

    def _insert(self, row_id: str, position: int) -> None:
        """Put a row where so many of those that are there stand before it."""
        if row_id in self._ids:
            self._ids.remove(row_id)
        self._gone.discard(row_id)
        there = [at for at, other in enumerate(self._ids) if other not in self._gone]
        self._ids.insert(there[position] if position < len(there) else len(self._ids), row_id)

    def _arrange(self, wanted: Sequence[str]) -> None:
        self._ids = arranged(self._ids, wanted)


def arranged(ids: Sequence[str], wanted: Sequence[str]) -> list[str]:
    """The rows with those that are named in the wanted order, in the places they have together."""
    places = {row_id: at for at, row_id in enumerate(ids)}
    known = [row_id for row_id in wanted if row_id in places]
    result = list(ids)
    for place, row_id in zip(sorted(places[row_id] for row_id in known), known, strict=True):
        result[place] = row_id
    return result
