"""How the help of a command is laid out."""

import argparse
import os
import sys

USUAL_WIDTH = 80


class HelpFormat(argparse.RawDescriptionHelpFormatter):
    """As wide as the terminal; argparse would load all of `shutil`, whenever it parses, to ask."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=terminal_width() - 2)


def terminal_width() -> int:
    """The columns of the terminal, or what `COLUMNS` says they are."""
    stated = os.environ.get("COLUMNS", "")
    if stated.isdecimal() and int(stated):
        return int(stated)
    if sys.__stdout__ is None:
        return USUAL_WIDTH
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or USUAL_WIDTH
    except (ValueError, OSError):
        return USUAL_WIDTH  # a pipe, or closed
