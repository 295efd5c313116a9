"""The manual page, made from the description of the arguments that the command itself follows."""

import argparse
import os
import sys
from importlib.metadata import version
from unittest import mock

from argparse_manpage.manpage import Manpage
from contents import ROOT

sys.path.insert(0, str(ROOT))

SECTION = 1


def page(moment: int) -> str:
    """The page in the language of man, dated with a moment (seconds since 1970)."""
    os.environ["SOURCE_DATE_EPOCH"] = str(moment)  # where argparse-manpage looks for the date
    data = {
        "project_name": "Counterpoise",
        "prog": "counterpoise",
        "version": version("counterpoise"),
        "manual_section": SECTION,
        "manual_title": "Counterpoise",
        "description": "weigh policy options offline",
        "format": "pretty",
    }
    return str(Manpage(_parser(), _data=data))


def _parser() -> argparse.ArgumentParser:
    """The parser of the command line, caught where it would begin to read arguments."""
    from app.cli.arguments import parse

    caught: list[argparse.ArgumentParser] = []

    class Caught(Exception):
        """Nothing is parsed."""

    def catch(parser: argparse.ArgumentParser, _arguments: object = None) -> None:
        caught.append(parser)
        raise Caught

    with mock.patch.object(argparse.ArgumentParser, "parse_args", catch):
        try:
            parse([])
        except Caught:
            return caught[0]
    raise RuntimeError("the command line reads no arguments")
