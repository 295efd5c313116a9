"""Every command that the pages show is one that the command line understands.

That they do what the pages say is tried in tests/documentation.
"""

import re
import shlex

import pytest

from app.cli.arguments import COMMANDS, make_parser
from tests.architecture.sources import ROOT

PAGES = ("docs/exchange.md", "docs/command-line.md", "docs/json-document.md", "README.md")
LINE = re.compile(r"^counterpoise (?!:)(?P<words>[^#|>`\n]*)", re.MULTILINE)


@pytest.mark.parametrize("page", PAGES)
def test_commands_of_a_page_are_understood(page):
    parser = make_parser()
    for block in re.findall(r"```\n(.*?)```", (ROOT / page).read_text(encoding="utf-8"), re.DOTALL):
        for match in LINE.finditer(block):
            words = shlex.split(match["words"])
            if words[0] in COMMANDS:
                assert parser.parse_args(words).command == words[0]


def test_pages_are_read_at_all():
    text = (ROOT / "docs" / "exchange.md").read_text(encoding="utf-8")
    assert len(LINE.findall(text)) > 8
