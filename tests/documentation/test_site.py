"""The site builds without a warning and asks nothing of a network."""

import re
import subprocess
import sys

import pytest

from tests.documentation.written import DOCS

pytest.importorskip("sphinx", reason="the tools of `make docs` are installed by that command")

FETCHED = re.compile(
    r"<(?:script|img|iframe|source|audio|video)\b[^>]*\bsrc=[\"'](?://|https?:)"
    r"|<link\b(?![^>]*\brel=[\"'](?:canonical|alternate)[\"'])[^>]*\bhref=[\"'](?://|https?:)"
    r"|@import\s+[\"'](?://|https?:)|url\([\"']?(?://|https?:)",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The site, built as `make docs` does."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-d", folder / "trees"]
    built = subprocess.run(
        [*command, DOCS, folder / "out"], capture_output=True, text=True, check=False
    )
    assert built.returncode == 0, built.stderr
    return folder / "out"


def test_every_page_is_there(site):
    for page in DOCS.rglob("*.md"):
        assert (site / page.relative_to(DOCS)).with_suffix(".html").is_file()


def test_nothing_is_fetched_from_elsewhere(site):
    found = [
        f"{path.relative_to(site)}: {match[0]}"
        for path in site.rglob("*")
        if path.suffix in (".html", ".css", ".svg")
        for match in FETCHED.finditer(path.read_text(encoding="utf-8"))
    ]
    assert not found


@pytest.mark.parametrize(
    "text",
    [
        '<script src="https://cdn.example.org/a.js"></script>',
        "<link rel='stylesheet' href='//fonts.example.org/a.css'>",
        "body { background: url(http://example.org/a.png) }",
        '@import "https://example.org/a.css"',
    ],
)
def test_the_check_sees_what_is_fetched(text):
    assert FETCHED.search(text)


def test_a_link_to_read_elsewhere_is_no_fetching():
    assert not FETCHED.search('<a href="https://example.org">there</a>')
