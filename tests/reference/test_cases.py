"""What every published case owes its reader: a source, a use, and a word where it is unverified."""

import json
import re
from pathlib import Path

import pytest

from tests.documentation.written import DOCS, text_of

HERE = Path(__file__).parent
CASES = {path.stem: json.loads(path.read_text("utf-8")) for path in HERE.glob("cases/*.json")}
OURS = {"worked_example_afghanistan", "macbeth_conditions"}  # made and solved here
PAGE = text_of(DOCS / "methods.md")
COMPARED = PAGE[PAGE.index("## Where the published numbers were compared") :]


def named(text):
    """The cases that a text names."""
    return {name for name in re.findall(r"`(\w+)`", text) if name in CASES}


@pytest.mark.parametrize("name", sorted(CASES))
def test_a_case_names_its_source_and_is_known_by_its_file(name):
    assert CASES[name]["id"] == name
    assert CASES[name]["source"].strip()


def test_every_case_is_listed_with_where_it_was_compared_or_says_that_it_was_not():
    rows = [line for line in COMPARED.splitlines() if line.startswith("| ")][1:]
    compared = [named(row.split(" | ")[1]) for row in rows]
    assert all(len(names) == 1 for names in compared)
    unverified = {name for name, case in CASES.items() if case.get("from_memory")}
    assert sorted(name for names in compared for name in names) == sorted(
        set(CASES) - OURS - unverified
    )
    assert unverified | OURS <= named(COMPARED)


def test_no_method_stands_on_an_unverified_case_alone():
    for line in PAGE.splitlines():
        names = named(line) if line.startswith("| ") else set()
        assert not names or any(not CASES[name].get("from_memory") for name in names), line


def test_every_case_is_computed_by_some_test():
    read = " ".join(path.read_text("utf-8") for path in HERE.glob("test_[!c]*.py"))
    elsewhere = (HERE.parent / "unit/analysis/test_frontier.py").read_text("utf-8")
    unused = [
        name for name in CASES if f'"{name}"' not in read and f"/{name}.json" not in elsewhere
    ]
    assert not unused
