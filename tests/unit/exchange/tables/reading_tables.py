"""Short ways from bytes to a table, for tests."""

from pathlib import Path

from app.exchange.tables import examine, make_assessment, propose, read_table

DATA = Path(__file__).parents[3] / "data" / "tables"


def examined(data, options_in=None, **reading):
    """Return what the first sheet of a file is found to say."""
    grid = read_table(data.encode() if isinstance(data, str) else data, **reading)[0].grid
    return examine(grid, propose(grid, options_in))


def table_in(data, **reading):
    """Return the table in a file that has no problems."""
    found = examined(data, **reading)
    assert [str(problem) for problem in found.problems] == []
    return found.table


def problems_in(data, **reading):
    """Return the problems of a file as sentences."""
    return [str(problem) for problem in examined(data, **reading).problems]


def assessment_in(data, **reading):
    """Return the assessment that a file makes."""
    return make_assessment(table_in(data, **reading), "Title", "Me", "table.csv").assessment


def matrix(table):
    """Return the scores by the names of option and criterion."""
    options = {option.row: option.name for option in table.options}
    criteria = {criterion.column: criterion.name for criterion in table.criteria}
    return {(options[r], criteria[c]): number for (r, c), number in table.scores.items()}
