"""Imports point one way: desktop, cli → brief, exchange → charts → analysis, edits → db.model."""

from collections.abc import Callable, Iterator

import pytest

from tests.architecture.sources import Source, project_sources, within

Rule = Callable[[Source], Iterator[str]]

WORDS = ("db.model", "app.analysis", "app.edits", "app.wording")
MAY_IMPORT = {  # the first prefix that fits a module decides what else of the project it may know
    "db.model": ("db.model",),
    "db": ("db",),
    "app.edits": ("app.edits", "db.model"),
    "app.analysis": ("app.analysis", "db.model"),
    "app.wording": WORDS,
    "app.charts": ("app.charts", *WORDS),
    "app.brief": ("app.brief", "app.charts", *WORDS),
    "app.exchange": ("app.exchange", "app.brief.blocks", "app.charts", *WORDS),
    "app.desktop": ("app", "db"),
    "app.cli": ("app", "db"),
    "app.api": ("app", "db"),
    "app.__main__": ("app.cli", "app.desktop", "app.wording"),
    "app": ("app.wording",),
}
SQL = ("sqlalchemy", "apsw", "sqlite3")
DOORS = ("db.store", "db.gate", "db.publish")
IMPURE = ("time", "datetime", "random", "secrets", "os", "threading", "asyncio")
NETWORK = (
    "socket",
    "socketserver",
    "ssl",
    "http.client",
    "http.server",
    "urllib.request",
    "ftplib",
    "smtplib",
    "xmlrpc",
    "requests",
    "httpx",
    "urllib3",
    "aiohttp",
    "PySide6.QtNetwork",
    "PySide6.QtWebSockets",
    "PySide6.QtWebEngineCore",
)


def follow_the_layers(source: Source) -> Iterator[str]:
    """A module knows its own layer and those below."""
    layer = next(prefix for prefix in MAY_IMPORT if within(source.module, prefix))
    for line, name in source.imports():
        if within(name, "app", "db", "tests") and not within(name, *MAY_IMPORT[layer]):
            yield f"{source.module}:{line} imports {name}"


def keep_sql_in_db(source: Source) -> Iterator[str]:
    """Only db, and in it not the model, knows a database."""
    if not within(source.module, "db") or within(source.module, "db.model"):
        yield from _imports_of(source, *SQL)


def keep_qt_in_desktop(source: Source) -> Iterator[str]:
    """Only the desktop knows Qt."""
    if not within(source.module, "app.desktop"):
        yield from _imports_of(source, "PySide6", "shiboken6")


def keep_reportlab_in_pictures(source: Source) -> Iterator[str]:
    """Only brief, charts and the painter of the desktop know ReportLab."""
    is_painter = within(source.module, "app.desktop") and source.module.endswith(".painter")
    if not within(source.module, "app.brief", "app.charts") and not is_painter:
        yield from _imports_of(source, "reportlab")


def keep_the_doors(source: Source) -> Iterator[str]:
    """Only the workspace, the command line and the notebook's door open, keep and publish files."""
    if not within(source.module, "app.desktop.workspace", "app.cli", "app.api", "db"):
        yield from _imports_of(source, *DOORS)


def keep_the_cli_screenless(source: Source) -> Iterator[str]:
    """Command line and notebook import nothing of the desktop; `__main__` chooses."""
    if within(source.module, "app.cli", "app.api"):
        yield from _imports_of(source, "app.desktop")


def keep_analysis_pure(source: Source) -> Iterator[str]:
    """Equal input gives equal results: no clock, no hidden chance, no environment."""
    if within(source.module, "app.analysis"):
        yield from _imports_of(source, *IMPURE)


def stay_offline(source: Source) -> Iterator[str]:
    """Nothing reaches a network."""
    yield from _imports_of(source, *NETWORK)


def _imports_of(source: Source, *unwanted: str) -> Iterator[str]:
    for line, name in source.imports():
        if within(name, *unwanted):
            yield f"{source.module}:{line} imports {name}"


RULES: tuple[Rule, ...] = (
    follow_the_layers,
    keep_sql_in_db,
    keep_qt_in_desktop,
    keep_reportlab_in_pictures,
    keep_the_doors,
    keep_the_cli_screenless,
    keep_analysis_pure,
    stay_offline,
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_project_keeps_the_rule(rule):
    broken = [line for source in project_sources("app", "db") for line in rule(source)]
    assert not broken, f"{rule.__doc__}\n" + "\n".join(broken)


def test_the_desktop_has_one_painter():
    painters = [
        source.module
        for source in project_sources("app")
        if source.module.startswith("app.desktop.") and source.module.endswith(".painter")
    ]
    assert len(painters) <= 1


@pytest.mark.parametrize(
    ("rule", "module", "text"),
    [
        (follow_the_layers, "db.store", "from app.edits import rename_option"),
        (follow_the_layers, "db.model.rows", "from db.store import open"),
        (follow_the_layers, "app.analysis.additive", "import app.charts.bars"),
        (follow_the_layers, "app.analysis.additive", "from db import store"),
        (follow_the_layers, "app.charts.bars", "from ..brief import blocks"),
        (follow_the_layers, "app.edits.weights", "def f():\n    from app import analysis"),
        (follow_the_layers, "app.brief.compose", "from app.desktop.workspace import Workspace"),
        (follow_the_layers, "app.cli", "import tests.samples"),
        (keep_sql_in_db, "app.exchange.csv", "import sqlite3"),
        (keep_sql_in_db, "db.model.tables", "from sqlalchemy import Table"),
        (keep_qt_in_desktop, "app.charts.bars", "from PySide6.QtGui import QPainter"),
        (keep_qt_in_desktop, "app.cli", "def f():\n    import PySide6"),
        (keep_reportlab_in_pictures, "app.desktop.pages.results", "import reportlab.graphics"),
        (keep_reportlab_in_pictures, "app.painter", "from reportlab import rl_config"),
        (keep_the_doors, "app.desktop.pages.scores", "from db.store import Store"),
        (keep_the_doors, "app.exchange.json_document", "from db import gate"),
        (keep_the_cli_screenless, "app.cli", "from .desktop import window"),
        (keep_analysis_pure, "app.analysis.smaa", "from datetime import date"),
        (stay_offline, "app.exchange.xmcda", "from urllib import request"),
        (stay_offline, "app.desktop.help", "from PySide6 import QtNetwork"),
    ],
)
def test_a_rule_sees_what_breaks_it(rule, module, text):
    assert list(rule(Source(module, text)))


@pytest.mark.parametrize(
    ("module", "text", "is_package"),
    [
        ("app.charts.bars", "from app.analysis import ranking\nfrom .axes import ticks", False),
        ("db.store", "import sqlalchemy\nfrom .model import Assessment", False),
        ("db.model", "from .rows import Row", True),
        ("app.desktop.widgets.painter", "import reportlab.graphics\nimport PySide6", False),
        ("app.desktop.workspace", "from db.store import Store", False),
        ("app.cli", "from db import gate\nfrom app.brief import compose", False),
        ("app.exchange.links", "from urllib.parse import urlsplit", False),
    ],
)
def test_no_rule_objects_to_what_the_design_allows(module, text, is_package):
    source = Source(module, text, is_package)
    assert [line for rule in RULES for line in rule(source)] == []
