"""`counterpoise rank`: the ranking, as text or as JSON."""

import argparse

from . import files


def run(arguments: argparse.Namespace) -> None:
    """Print the ranking as the chosen perspective weighs it."""
    answer = files.begin_reading(arguments.file)
    # What ranks takes as long to load as the file to be examined: both are done at once.
    from .ranking import rank

    print(rank(answer(), arguments))
