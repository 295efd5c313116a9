"""How well what was typed fits a name: as a run of letters, by words, or scattered."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

NO_MATCH = 0.0
_ALIKE = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
    "\u2212": "-",  # the minus, which counts as no dash
    "\u0640": "",  # the stroke that only makes Arabic words longer
    "\u0649": "\u064a",
    "\u06cc": "\u064a",
    "\u06a9": "\u0643",
    "\u0629": "\u0647",
    "\u00e6": "ae",
    "\u0153": "oe",
    "\u00f8": "o",
    "\u0142": "l",
    "\u0111": "d",
    "\u0131": "i",
}
"""What is typed for a sign that keyboards have not, or that writers use for one another."""
_EXACT, _START, _WORD, _INSIDE, _SCATTERED = 5.0, 4.0, 3.0, 2.0, 1.0


def fit(typed: str, name: str) -> float:
    """How well `typed` fits `name`: above 0 if it does, the higher the better.

    Case and accents do not count. Several words may come in any order; letters may be left out as
    long as those that are there keep their order, and each begins a word or follows another.
    """
    wanted, offered = fold(typed), fold(name)
    if not wanted:
        return _SCATTERED
    whole = _fit_run(wanted, offered)
    if whole:
        return whole
    parts = wanted.split()
    if len(parts) > 1:
        fits = [_fit_run(part, offered) for part in parts]
        if all(fits):
            return min(fits) - 0.5
    return _fit_scattered("".join(parts), offered)


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """A text as it is compared: without case, accents, doubled spaces and unseen characters.

    Signs that are typed alike are alike: dashes, quotation marks, digits of any script, and the
    letters that Arabic and Persian writers use for one another.
    """
    if text.isascii():
        return " ".join(text.lower().split())
    return " ".join("".join(map(_fold_letter, text)).split())


def find_passage(text: str, typed: str) -> tuple[int, int] | None:
    """Where what was typed first stands in a text: begin and end, None if it does not."""
    wanted = fold(typed)
    letters: list[tuple[str, int]] = []
    for at, letter in enumerate(text):
        for said in _fold_letter(letter):
            gap = said.isspace()
            if not (gap and (not letters or letters[-1][0] == " ")):
                letters.append((" " if gap else said, at))
    start = "".join(said for said, _at in letters).find(wanted)
    if start < 0 or not wanted:
        return None
    return letters[start][1], letters[start + len(wanted) - 1][1] + 1


@lru_cache(maxsize=4096)
def _fold_letter(letter: str) -> str:
    """A letter as it is compared; nothing of an accent, a mark of direction or a soft hyphen."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", letter).casefold())
    return "".join(_as_typed(part) for part in plain)


def _as_typed(letter: str) -> str:
    if letter in _ALIKE:
        return _ALIKE[letter]
    kind = unicodedata.category(letter)
    if kind in ("Mn", "Me", "Cf"):
        return ""
    if kind == "Pd":
        return "-"
    return str(unicodedata.decimal(letter)) if kind == "Nd" else letter


def _fit_run(wanted: str, offered: str) -> float:
    at = offered.find(wanted)
    if at < 0:
        return NO_MATCH
    shorter = len(wanted) / len(offered) / 4.0  # of two names that fit alike the shorter first
    if len(wanted) == len(offered):
        return _EXACT
    if at == 0:
        return _START + shorter
    begins = any(
        _begins_word(offered, i) for i in range(len(offered)) if offered.startswith(wanted, i)
    )
    return (_WORD if begins else _INSIDE) + shorter


def _fit_scattered(wanted: str, offered: str) -> float:
    """Whether the letters stand in this order at beginnings of words or in runs from there."""
    reached = {-1}
    for letter in wanted:
        reached = {
            at
            for at, there in enumerate(offered)
            if there == letter
            and (at - 1 in reached or (_begins_word(offered, at) and min(reached) < at))
        }
        if not reached:
            return NO_MATCH
    return _SCATTERED * len(wanted) / (len(wanted) + len(offered))


def _begins_word(text: str, at: int) -> bool:
    return at == 0 or not text[at - 1].isalnum()
