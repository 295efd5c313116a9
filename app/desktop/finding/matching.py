"""How well what was typed fits a name: as a run of letters, by words, or scattered."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

NO_MATCH = 0.0
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
    """A text without case, accents and doubled spaces, for comparing."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


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
