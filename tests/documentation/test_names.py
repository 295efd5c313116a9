"""What the guide calls a button, a menu or a field is what the window calls it."""

import ast
import re
from functools import cache

import pytest

from tests.architecture.sources import project_sources
from tests.documentation.written import GUIDE, name_of, text_of

ABOUT_THE_PROGRAM = {"accessibility.md", "contributing.md", "security-and-privacy.md"}
"""Pages in which bold words are only heads of paragraphs."""

TASKS = [page for page in GUIDE if page.name not in ABOUT_THE_PROGRAM]
KEY = re.compile(r"(Ctrl|Alt|Shift)\+\w+|F\d+")


@cache
def words_of_the_window():
    """Every message of the application, without the marks of shortcuts and kinds of files."""
    found = set()
    for source in project_sources("app"):
        for call in source.nodes(ast.Call):
            if isinstance(call.func, ast.Name) and call.func.id in ("_", "ngettext"):
                found |= {
                    part.value for part in call.args[:2] if isinstance(part, ast.Constant)
                }  # fmt: skip
    texts = {text.replace("&", "") for text in found if isinstance(text, str)}
    return texts | {re.sub(r" \(\*[^)]*\)$", "", text) for text in texts}


def bold_parts(page):
    """What stands in bold on a page, at each step of a way through menus."""
    text = " ".join(re.sub(r"```.*?```", "", text_of(page), flags=re.DOTALL).split())
    return [part for bold in re.findall(r"\*\*(.+?)\*\*", text) for part in bold.split(" ▸ ")]


@pytest.mark.parametrize("page", TASKS, ids=name_of)
def test_bold_words_stand_in_the_window(page):
    unknown = [
        part
        for part in bold_parts(page)
        if part not in words_of_the_window() and not KEY.fullmatch(part)
    ]
    assert not unknown


def test_the_guide_names_much_of_the_window():
    assert sum(len(bold_parts(page)) for page in TASKS) > 100
