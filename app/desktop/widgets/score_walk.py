"""Where the keys lead in the score matrix, as in a spreadsheet."""

from collections.abc import Callable, Collection

Place = tuple[int, int]


def edge(at: int, by: int, count: int, is_filled: Callable[[int], bool]) -> int:
    """The place that Ctrl with an arrow leads to along a line of `count` cells.

    From within a run of filled cells it is the end of the run, from its end the next filled cell,
    and where there is none the end of the line. by: 1 or -1.
    """
    line = range(at + by, count if by > 0 else -1, by)
    if not line:
        return at
    if is_filled(at) and is_filled(line[0]):
        return next((place - by for place in line if not is_filled(place)), line[-1])
    return next((place for place in line if is_filled(place)), line[-1])


def next_within(chosen: Collection[Place], at: Place, rows: int, columns: int) -> Place:
    """The next of some chosen places, down or across, and round again past the last.

    One of rows and columns is 1 or -1, the other 0.
    """
    order = sorted(chosen, key=lambda place: place[::-1] if rows else place)
    return order[(order.index(at) + rows + columns) % len(order)] if at in order else order[0]
