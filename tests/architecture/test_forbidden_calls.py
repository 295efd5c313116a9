"""What no module of the application or the file layer may do, whatever the reason."""

import ast
from collections.abc import Callable, Iterator

import pytest

from tests.architecture.sources import Source, project_sources, within

Rule = Callable[[Source], Iterator[str]]

EVALUATORS = {"eval", "exec", "compile", "__import__"}
PICKLERS = ("pickle", "shelve", "marshal", "sqlalchemy.PickleType", "sqlalchemy.types.PickleType")
MARKUP_SURFACES = {
    "setHtml",
    "insertHtml",
    "appendHtml",
    "setMarkdown",
    "insertMarkdown",
    "QErrorMessage",
    "QTextBrowser",
    "QTextEdit",
    "RichText",
    "AutoText",
    "MarkdownText",
}
OUR_OWN_PAGES = {"app.desktop.handbook.reader": {"QTextBrowser"}}
"""Where the handbook is shown: files that come with the application, and nothing else."""
MARKUP_PARSERS = (
    "reportlab.platypus.Paragraph",
    "reportlab.platypus.XPreformatted",
    "reportlab.platypus.paragraph",
    "reportlab.platypus.paraparser",
    "reportlab.platypus.xpreformatted",
)
TAKES_A_SEED = {
    "default_rng",
    "SeedSequence",
    "MT19937",
    "PCG64",
    "PCG64DXSM",
    "Philox",
    "SFC64",
}
SEEDED_CHANCE = TAKES_A_SEED | {"BitGenerator", "Generator"}


def run_no_text_as_code(source: Source) -> Iterator[str]:
    """No text becomes code, and no file becomes objects."""
    for call in source.nodes(ast.Call):
        if isinstance(call.func, ast.Name) and call.func.id in EVALUATORS:
            yield f"{source.module}:{call.lineno} calls {call.func.id}"
    for line, name in source.imports():
        if within(name, *PICKLERS):
            yield f"{source.module}:{line} imports {name}"
    yield from _names(source, {"PickleType"})


def build_no_database_address(source: Source) -> Iterator[str]:
    """A path never becomes part of an address: `?` and `#` in a folder's name would be read."""
    for text in source.nodes(ast.Constant):
        if isinstance(text.value, str) and "sqlite:///" in text.value:
            yield f"{source.module}:{text.lineno} writes {text.value!r}"


def show_plain_text_only(source: Source) -> Iterator[str]:
    """The officer's words are never read as markup, on screen or on paper."""
    yield from _names(source, MARKUP_SURFACES - OUR_OWN_PAGES.get(source.module, set()))
    for line, name in source.imports():
        if within(name, *MARKUP_PARSERS):
            yield f"{source.module}:{line} imports {name}"


def seed_all_chance(source: Source) -> Iterator[str]:
    """Chance comes from a generator that was given its seed."""
    for node in source.nodes(ast.Attribute):
        of_random = isinstance(node.value, ast.Attribute) and node.value.attr == "random"
        if of_random and node.attr not in SEEDED_CHANCE:
            yield f"{source.module}:{node.lineno} uses numpy.random.{node.attr}"
    for call in source.nodes(ast.Call):
        if _called(call) in TAKES_A_SEED and not (call.args or call.keywords):
            yield f"{source.module}:{call.lineno} calls {_called(call)} without a seed"


def _names(source: Source, unwanted: set[str]) -> Iterator[str]:
    for node in source.nodes(ast.Name, ast.Attribute, ast.alias):
        name = _name(node)
        if name in unwanted:
            yield f"{source.module}:{node.lineno} names {name}"


def _name(node: ast.AST) -> str:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name) | ast.alias(name=name):
            return name
    raise TypeError(node)


def _called(call: ast.Call) -> str:
    return _name(call.func) if isinstance(call.func, ast.Name | ast.Attribute) else ""


RULES: tuple[Rule, ...] = (
    run_no_text_as_code,
    build_no_database_address,
    show_plain_text_only,
    seed_all_chance,
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_project_keeps_the_rule(rule):
    broken = [line for source in project_sources("app", "db") for line in rule(source)]
    assert not broken, f"{rule.__doc__}\n" + "\n".join(broken)


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (run_no_text_as_code, "eval(formula)"),
        (run_no_text_as_code, "exec(compile(text, 'x', 'exec'))"),
        (run_no_text_as_code, "from pickle import loads"),
        (run_no_text_as_code, "import sqlalchemy as sa\ncolumn = sa.PickleType()"),
        (build_no_database_address, "engine = create_engine(f'sqlite:///{path}')"),
        (build_no_database_address, "address = 'sqlite:///' + path"),
        (show_plain_text_only, "view.setHtml(text)"),
        (show_plain_text_only, "label.setTextFormat(Qt.TextFormat.RichText)"),
        (show_plain_text_only, "from PySide6.QtWidgets import QErrorMessage"),
        (show_plain_text_only, "from PySide6.QtWidgets import QTextBrowser"),
        (show_plain_text_only, "from reportlab.platypus import Paragraph"),
        (seed_all_chance, "import numpy as np\nx = np.random.rand(3)"),
        (seed_all_chance, "from numpy.random import default_rng\ng = default_rng()"),
        (seed_all_chance, "import numpy as np\nbits = np.random.SFC64()"),
    ],
)
def test_a_rule_sees_what_breaks_it(rule, text):
    assert list(rule(Source("app.example", text)))


@pytest.mark.parametrize(
    "text",
    [
        "import re\npattern = re.compile('a')",
        "engine = create_engine('sqlite://', creator=connect)",
        "label.setTextFormat(Qt.TextFormat.PlainText)\nview.setPlainText(text)",
        "import numpy as np\ng = np.random.default_rng(seed)",
        "import numpy as np\ng = np.random.Generator(np.random.SFC64(seed))",
    ],
)
def test_no_rule_objects_to_the_safe_form(text):
    source = Source("app.example", text)
    assert [line for rule in RULES for line in rule(source)] == []
