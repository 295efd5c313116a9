"""One idea a module: short, named by a word that says something, explained in a first line."""

import ast

from tests.architecture.sources import Source, project_sources

LONGEST = 350
THINK_AGAIN = 300
LONG_FOR_A_REASON: dict[str, str] = {}  # module over 300 lines → why it is still one idea
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "misc", "common", "manager", "base", "stuff"}


def is_too_long(source: Source) -> bool:
    """Tell whether a module should be split, or have its reason written down here."""
    limit = LONGEST if source.module in LONG_FOR_A_REASON else THINK_AGAIN
    return source.lines > limit


def has_an_empty_name(source: Source) -> bool:
    """Tell whether a module's name, or a word of it, says nothing."""
    parts = source.module.split(".")
    return any(word in EMPTY_NAMES for part in parts for word in part.split("_"))


def is_unexplained(source: Source) -> bool:
    """Tell whether a module lacks the sentence that says what it is."""
    return not (ast.get_docstring(source.tree) or "").strip()


def _modules(claim, *packages: str) -> list[str]:
    return [source.module for source in project_sources(*packages) if claim(source)]


def test_no_module_is_too_long():
    assert _modules(is_too_long, "app", "db", "packaging") == []


def test_every_reason_for_length_is_still_needed():
    long = {source.module for source in project_sources("app", "db") if source.lines > THINK_AGAIN}
    assert set(LONG_FOR_A_REASON) <= long


def test_no_module_has_a_name_that_says_nothing():
    assert _modules(has_an_empty_name, "app", "db", "packaging") == []


def test_every_module_says_what_it_is():
    assert _modules(is_unexplained, "app", "db", "packaging", "tests") == []


def test_the_shape_checks_see_what_breaks_them():
    assert is_too_long(Source("app.example", "x = 1\n" * (THINK_AGAIN + 1)))
    assert has_an_empty_name(Source("app.desktop.utils", ""))
    assert has_an_empty_name(Source("db.file_helpers", ""))
    assert is_unexplained(Source("app.example", "x = 1"))


def test_the_shape_checks_accept_an_ordinary_module():
    source = Source("app.analysis.additive", '"""Add values."""\n')
    assert not any(claim(source) for claim in (is_too_long, has_an_empty_name, is_unexplained))
