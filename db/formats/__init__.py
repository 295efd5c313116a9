"""The exact tables of every released format, by version number.

The gate's worker reads them too, so nothing is loaded here that takes time.
"""

import os

FORMAT = 100
"""Major × 100 + minor of the format that we write; also the file's `user_version`."""


def format_statements(version: int) -> str:
    """The statements that create the tables of a format.

    Raises:
        FileNotFoundError: there is no such format.
    """
    path = os.path.join(os.path.dirname(__file__), f"{version}.sql")  # noqa: PTH118, PTH120
    with open(path, encoding="utf-8") as file:  # noqa: PTH123 - pathlib is slower than the reading
        return file.read()
