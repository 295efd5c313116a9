"""The pages of the handbook, their order, their links, and which of them say something."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from app.desktop.finding.matching import fold

DOCS = Path(__file__).resolve().parents[3] / "docs"
CONTENTS = "guide/index.md"
SCHEME = "handbook"
"""Addresses are handbook:/guide/start.md: nothing that a network or a disk would know."""

_LINK = re.compile(r"(?P<shown>!?)\[(?P<words>[^\]\n]*)\]\((?P<target>[^)\s]+)\)")
_CODE = re.compile(r"(```.*?```|`[^`\n]+`(?!\]))", re.DOTALL)
_ABOUT = {
    "decision": "structure",
    "options": "structure",
    "criteria": "criteria",
    "evidence": "evidence",
    "scores": "scores",
    "weights": "weights",
    "results": "results",
    "robustness": "results",
    "actors": "policy",
    "scenarios": "policy",
    "conditions": "policy",
    "challenge": "challenge",
    "history": "sharing",
    "brief": "brief",
}


class HandbookPage(NamedTuple):
    """A page: its place in docs, its title and its Markdown."""

    name: str
    title: str
    text: str


def page_about(step: str) -> str:
    """The name of the page that says most about a step."""
    return f"guide/{_ABOUT[step]}.md"


@cache
def handbook() -> dict[str, HandbookPage]:
    """All pages by name, in the order of the contents; none where the pages are not installed."""
    if not (DOCS / CONTENTS).is_file():
        return {}
    contents = _read(CONTENTS)
    targets = (resolve(CONTENTS, found["target"]) for found in _LINK.finditer(contents.text))
    names = dict.fromkeys(target.partition("#")[0] for target in targets)
    return {CONTENTS: contents} | {name: _read(name) for name in names if _is_page(name)}


def resolve(page: str, target: str) -> str:
    """Where a link on a page leads, as a place in docs; addresses outside stay as they are."""
    if "://" in target or target.startswith("mailto:"):
        return target
    if target.startswith("#"):
        return page + target
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), target))


def shown_text(page: HandbookPage) -> str:
    """The Markdown of a page in which only links to pages are links; others are plain words."""
    parts = _CODE.split(page.text)
    parts[::2] = [
        _LINK.sub(lambda found: _shown_link(page.name, found), part) for part in parts[::2]
    ]
    return "".join(parts)


def search(typed: str) -> list[HandbookPage]:
    """The pages on which all words stand, those first whose title has them."""
    words = fold(typed).split()
    found = [page for page in handbook().values() if all(word in fold(page.text) for word in words)]
    return sorted(found, key=lambda page: not all(word in fold(page.title) for word in words))


def anchor(heading: str) -> str:
    """What a link calls a heading."""
    kept = re.sub(r"[^\w\- ]", "", heading.strip().lower())
    return kept.replace(" ", "-")


def links(text: str) -> Iterator[tuple[str, str, bool]]:
    """The words and the target of each link outside code, and whether it is a picture."""
    for part in _CODE.split(text)[::2]:
        for found in _LINK.finditer(part):
            yield found["words"], found["target"], bool(found["shown"])


def _shown_link(page: str, found: re.Match[str]) -> str:
    place = resolve(page, found["target"])
    if found["shown"]:
        return f"![{found['words']}]({SCHEME}:/{place})"
    if place.partition("#")[0] in handbook():
        return f"[{found['words']}]({SCHEME}:/{place})"
    return f"{found['words']} ({place})" if "://" in place else found["words"]


def _is_page(name: str) -> bool:
    inside = "://" not in name and not name.startswith("../")
    return inside and name.endswith(".md") and (DOCS / name).is_file()


def _read(name: str) -> HandbookPage:
    text = (DOCS / name).read_text(encoding="utf-8")
    return HandbookPage(name, text.partition("\n")[0].lstrip("# ").replace("`", ""), text)
