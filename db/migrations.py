"""What brings the rows of a file of an older format up to the present one, while it is read.

A file is never changed for it: its rows are, on their way to a document, which is then published
as a file of the present format like any other. Every released format has one step, which is never
changed again, and a file in `tests/data/formats`.
"""

from collections.abc import Callable, Mapping
from typing import Final

from .layout import FORMAT, StoredRows

Step = tuple[int, Callable[[StoredRows], StoredRows]]
"""The format that a step leads to, and what turns rows into rows of that format."""

STEPS: Final[dict[int, Step]] = {}
"""By the format that a step begins with. There is none yet: 1.00 is the first format."""


def migrated(
    rows: StoredRows, version: int, steps: Mapping[int, Step] = STEPS, latest: int = FORMAT
) -> StoredRows:
    """The rows of a format as those of the `latest`; newer ones that we may read are as they are.

    Raises:
        LookupError: no step leads there.
    """
    while version < latest:
        version, step = steps[version]
        rows = step(rows)
    return rows
