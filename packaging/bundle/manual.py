"""The manual page, made from the description of the arguments that the command itself follows."""

import os
import sys
from importlib.metadata import version

from argparse_manpage.manpage import Manpage
from contents import ROOT

sys.path.insert(0, str(ROOT))

SECTION = 1


def page(moment: int) -> str:
    """The page in the language of man, dated with a moment (seconds since 1970)."""
    from app.cli.arguments import make_parser

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
    return str(Manpage(make_parser(), _data=data))
