"""Any text becomes one line of ordinary characters; only web and mail addresses become links."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.brief.clean import clean, host_of, safe_link


@given(st.text(st.characters(codec=None)))
def test_cleaned_text_has_no_controls_overrides_surrogates_or_line_ends(text):
    cleaned = clean(text)
    assert not {unicodedata.category(c) for c in cleaned} & {"Cc", "Cs", "Zl", "Zp"}
    assert not set(cleaned) & set("\u202a\u202b\u202c\u202d\u202e\ufeff")
    cleaned.encode("utf-16-be")


@given(st.text(st.characters(codec=None)))
def test_cleaning_twice_changes_nothing(text):
    assert clean(clean(text)) == clean(text)


@given(st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S"])))
def test_visible_text_is_kept(text):
    assert clean(text) == unicodedata.normalize("NFC", text)


def test_lines_become_one():
    assert clean("one\r\ntwo\tthree\u2028four") == "one two three four"


def test_isolates_stay_only_where_they_balance():
    assert clean("\u2068name\u2069") == "\u2068name\u2069"
    assert clean("\u2069name\u2068") == "name"


def test_what_is_not_a_character_is_shown_as_such():
    assert clean("a\ud800b\uffffc\U0001fffed") == "a\ufffdb\ufffdc\ufffdd"


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://example.org/a?b=1&c=%20#d", "https://example.org/a?b=1&c=%20#d"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("https://example.org/wörld", "https://example.org/w%C3%B6rld"),
        ("mailto:desk@example.org", "mailto:desk@example.org"),
        ('https://example.org/(a)\\"<>', "https://example.org/(a)%5C%22%3C%3E"),
    ],
)
def test_web_and_mail_addresses_become_links(address, safe):
    assert safe_link(address) == safe


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "FILE://server/share",
        "pdf:\\\\server\\share\\x.pdf",
        "data:text/html,x",
        "ftp://example.org",
        "//example.org",
        "https:///nohost",
        "https://[broken",
        "https://exa mple.org",
        "mailto:nobody",
        "mailto://example.org/a@b",
        "java\nscript:alert(1)",
        "\u0000javascript:alert(1)",
        "",
        "no address at all",
    ],
)
def test_anything_else_does_not(address):
    assert safe_link(address) == ""


def test_a_link_says_where_it_leads():
    assert host_of("https://example.org/a") == "example.org"
    assert host_of("mailto:desk@example.org") == "desk@example.org"
