"""The bidirectional algorithm against Unicode's own cases."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.brief.pdf.bidi import level_line, majority_level, order, resolve
from app.brief.pdf.bidi.classes import CLOSING, OPENING

CASES = Path(__file__).parent / "data" / "bidi-cases.txt"
DIRECTIONS = {"0": 0, "1": 1, "2": None}
LETTERS = st.text(
    st.sampled_from("ab1٣۴-, (سلא)\u2067\u2068\u2069\u202b\u202c\u0301%"), max_size=40
)


def cases():
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


def outcome(codes: str, direction: str) -> tuple[str, str, str]:
    """The paragraph level, the levels and the order of a case, written as Unicode writes them."""
    text = "".join(chr(int(code, 16)) for code in codes.split())
    base, resolved = resolve(text, DIRECTIONS[direction])
    in_line = level_line(text, resolved, base)
    removed = [level is None for level in resolved]
    shown = ["x" if gone else str(level) for level, gone in zip(in_line, removed, strict=True)]
    visual = [str(index) for index in order(in_line) if not removed[index]]
    return str(base), " ".join(shown), " ".join(visual)


def test_levels_and_order_are_those_that_unicode_gives():
    wrong = []
    for case in cases():
        codes, direction, *expected = case.split(";")
        if outcome(codes, direction) != tuple(expected):
            wrong.append(case)
    assert wrong == []


def test_the_sample_of_unicodes_cases_is_there():
    assert sum(1 for _ in cases()) > 700


@given(LETTERS, st.sampled_from([0, 1, None]))
def test_a_line_shows_each_character_once(text, direction):
    base, levels = resolve(text, direction)
    assert sorted(order(level_line(text, levels, base))) == list(range(len(text)))


@given(LETTERS)
def test_what_is_isolated_does_not_turn_what_stands_around_it(inner):
    balanced = "".join(c for c in inner if c not in "\u2067\u2068\u2069\u202b\u202c")
    _, levels = resolve(f"ab \u2068{balanced}\u2069 cd", 0)
    assert levels[:3] == [0, 0, 0]
    assert levels[-3:] == [0, 0, 0]


def test_brackets_are_matched_with_their_partners():
    assert len(OPENING) == len(CLOSING)
    assert OPENING["("] == CLOSING[")"]
    assert OPENING["\u2329"] == CLOSING["\u3009"]


@pytest.mark.parametrize(
    ("text", "level"),
    [("abc", 0), ("UNHCR: وزارت صحت عامه", 1), ("12", 0), ("the وزارت office", 0)],
)
def test_most_letters_decide_the_direction_of_text_of_unknown_language(text, level):
    assert majority_level(text) == level
