"""Whether a link has the form of one. Nothing is ever looked up."""

import re

_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/[^\s\"<>]+")
_RESOLVER = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_ADDRESS = re.compile(
    r"https?://(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]{1,62}"
    r"(?::\d{1,5})?(?:[/?#][^\s\"<>\\^`{|}]*)?",
    re.IGNORECASE,
)


def is_doi(text: str) -> bool:
    """Whether a text has the form of a DOI, such as 10.1000/182."""
    return _DOI.fullmatch(text.strip()) is not None


def doi_of(link: str) -> str:
    """The DOI in a link, with or without its resolver; empty where the link is none."""
    stripped = link.strip()
    opening = _RESOLVER.match(stripped)
    found = stripped[opening.end() :] if opening else stripped
    return found if is_doi(found) else ""


def is_web_address(text: str) -> bool:
    """Whether a text has the form of a web address with http or https and a host by name."""
    return _ADDRESS.fullmatch(text.strip()) is not None
