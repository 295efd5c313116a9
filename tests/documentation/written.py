"""The pages as they are written: their text, their links, their headings, their commands."""

import re
from pathlib import Path

from app.desktop.handbook.pages import anchor, links
from tests.architecture.sources import ROOT

DOCS = ROOT / "docs"
GUIDE = sorted((DOCS / "guide").glob("*.md"))
PAGES = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]
LINE = re.compile(r"^counterpoise (?!:)(?P<words>[^#|>`\n]*)", re.MULTILINE)
_BLOCK = re.compile(r"```\n(.*?)```", re.DOTALL)
_FENCE = re.compile(r"```.*?```", re.DOTALL)


def name_of(page: Path) -> str:
    """A page as a test's parameter."""
    return page.relative_to(ROOT).as_posix()


def text_of(page: Path) -> str:
    """What stands on it."""
    return page.read_text(encoding="utf-8")


def anchors_of(page: Path) -> set[str]:
    """What links may call its headings."""
    bare = _FENCE.sub("", text_of(page))
    return {anchor(found) for found in re.findall(r"^#+ (.*)$", bare, re.MULTILINE)}


def places_of(page: Path) -> list[tuple[Path, str]]:
    """The files that its links lead to, each with its anchor; addresses of the web left out."""
    targets = (target for _words, target, _picture in links(text_of(page)))
    inside = (target.partition("#") for target in targets if "://" not in target)
    return [((page.parent / path).resolve() if path else page, name) for path, _, name in inside]


def commands_of(page: Path) -> list[str]:
    """What its bare blocks tell one to type at `counterpoise`, without the name."""
    blocks = _BLOCK.findall(text_of(page))
    return [found["words"].strip() for block in blocks for found in LINE.finditer(block)]
