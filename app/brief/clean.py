"""Make any text safe to set: one line of ordinary characters, links only to known places."""

import re
import unicodedata
from urllib.parse import quote, urlsplit

_SCHEMES = frozenset({"http", "https", "mailto"})
_SPACES = re.compile("[\t\n\x0b\x0c\r\x85\u2028\u2029]+")
# Controls, the soft hyphen, embeddings and overrides of direction, the byte order mark,
# interlinear annotation, and the invisible tag characters.
_DROPPED = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u202a-\u202e\u206a-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_UNREADABLE = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_ISOLATES = re.compile("[\u2066-\u2069]")
_PRIVATE = "Co"  # private characters are drawn, if only as a replacement mark
LONGEST_STRING = 8_000
"""So many characters fit into a PDF/A's 32,767 bytes even where each takes four."""


def clean(text: str) -> str:
    """Return `text` as one normalised line without characters that are not text.

    Line ends and tabs become spaces; controls and overrides of direction go; lone surrogates and
    non-characters become U+FFFD; isolates stay only where they are balanced.
    """
    text = _SPACES.sub(" ", text)
    text = _DROPPED.sub("", text)
    text = _UNREADABLE.sub("\ufffd", text)
    text = "".join("\ufffd" if ord(c) & 0xFFFE == 0xFFFE else c for c in text)
    if not _isolates_balance(text):
        text = _ISOLATES.sub("", text)
    return unicodedata.normalize("NFC", text)


def _isolates_balance(text: str) -> bool:
    depth = 0
    for isolate in _ISOLATES.findall(text):
        depth += -1 if isolate == "\u2069" else 1
        if depth < 0:
            return False
    return depth == 0


def shortened(text: str, limit: int = LONGEST_STRING) -> str:
    """Return `text` clean, and cut short with “…” where it has more than `limit` characters."""
    text = clean(text)
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"


def is_visible(text: str) -> bool:
    """Tell whether anything of clean `text` is seen on paper."""
    categories = map(unicodedata.category, text)
    return any(category[0] not in "ZC" or category == _PRIVATE for category in categories)


def visible_text(text: str) -> str:
    """Return `text` clean, or a dash where nothing of it would be seen or said."""
    text = clean(text)
    return text if is_visible(text) else "–"


def file_name(name: str) -> str:
    """Return `name` without anything that could lead out of the folder it is saved in."""
    last = re.split(r"[/\\]", clean(name))[-1].strip(" .")
    return re.sub(r'[<>:"|?*]', "-", last) or "attachment"


def safe_link(address: str) -> str:
    """Return `address` percent-encoded if it is a web or mail address, else an empty string."""
    address = clean(address).strip()
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return ""
    if parts.scheme.lower() not in _SCHEMES:
        return ""
    if parts.scheme.lower() == "mailto":
        if parts.netloc or "@" not in parts.path:
            return ""
    elif not host or not _host_is_plain(host):
        return ""
    return quote(address, safe="%:/?#[]@!$&'()*+,;=-._~")


def _host_is_plain(host: str) -> bool:
    """Tell whether a host can be written as ASCII labels."""
    try:
        ascii_host = host.encode("idna").decode("ascii")
    except UnicodeError:
        return False
    return re.fullmatch(r"[A-Za-z0-9._:-]+", ascii_host) is not None


def host_of(address: str) -> str:
    """Return what a reader should know of a safe link: its host, or the mail address."""
    parts = urlsplit(address)
    return parts.path if parts.scheme.lower() == "mailto" else (parts.hostname or "")
