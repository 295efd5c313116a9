"""Sources from and to reference managers."""

import datetime
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.edits.evidence import add_sources
from app.edits.links import doi_of, is_doi, is_web_address
from app.edits.texts import plain_text
from app.exchange.bibliography import (
    FORMATS,
    BibliographyRefused,
    read_bibliography,
    write_bibliography,
)
from app.exchange.bibliography.works import join_authors, split_authors
from app.exchange.samples import read_sample
from db.model import NAME_LIMIT, Reliability, Source, SourceKind

NAMES = [row.name for row in FORMATS]
SAMPLE = read_sample()
KEPT = ("name", "authors", "year", "kind", "published", "link", "note", "read_on")

words = st.text(
    st.characters(
        codec="utf-8", categories=("L", "N", "P", "S"), exclude_characters=";\ue000\u0149"
    ),
    min_size=1,
    max_size=12,
).filter(str.isprintable)
lines = st.lists(words, min_size=1, max_size=4).map(" ".join).map(plain_text)


def told(source):
    return tuple(getattr(source, field) for field in KEPT)


@pytest.mark.parametrize("name", NAMES)
def test_the_register_of_the_worked_example_goes_out_and_comes_back(name):
    data = write_bibliography(SAMPLE.sources, name)
    found = read_bibliography(data, name)
    assert [told(row) for row in found.sources] == [told(row) for row in SAMPLE.sources]
    assert found.remarks == ()
    assert {row.reliability for row in found.sources} == {Reliability.F}
    assert write_bibliography(SAMPLE.sources, name) == data


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", list(SourceKind))
def test_every_kind_and_the_day_of_reading_survive(name, kind):
    source = Source(
        id="s",
        name="100 % of {what} we_know & ~more^",
        authors="Doe, J. and Roe, R.",
        kind=kind,
        link="https://example.org/a_b?c=%20&d;e#~f",
        read_on=datetime.date(2025, 3, 9),
    )
    (found,) = read_bibliography(write_bibliography([source], name), name).sources
    assert told(found) == told(source)


@pytest.mark.parametrize("name", NAMES)
@given(title=lines, body=words, published=lines)
def test_any_title_survives(name, title, body, published):
    source = Source(id="s", name=title, authors=body.replace(",", ""), published=published)
    found = read_bibliography(write_bibliography([source], name), name).sources
    assert [row.name for row in found] == [" ".join(title.split())]


def test_bibtex_of_other_people_is_understood():
    data = rb"""
    @string{mwr = "Monthly " # "Review"}
    @comment{ nothing }
    @Article{brier, author = {Brier, Glenn W. and van der Berg, Jan and {Weather Office}},
      title = "Verification of {F}orecasts -- na{\"\i}ve \& {\'E}t\'e", journal = mwr,
      year = 1950, month = jan, doi = {10.1175/1520-0493(1950)078<0001:VOFEIT>2.0.CO;2}}
    @inbook{two, editor = "Tara Maller", title = {A chapter}, booktitle = {A book},
      date = {2010-05}, url = {https://example.org/x\_y}}
    """
    one, two = read_bibliography(data, "bib").sources
    assert one.name == "Verification of Forecasts – naïve & Été"
    assert one.authors == "Brier, Glenn W.; van der Berg, Jan; Weather Office"
    assert (one.year, one.published, one.kind) == ("1950", "Monthly Review", SourceKind.ARTICLE)
    assert (two.authors, two.year, two.published) == ("Maller, Tara", "2010", "A book")
    assert (two.kind, two.link) == (SourceKind.BOOK, "https://example.org/x_y")


def test_ris_of_other_people_is_understood():
    data = (
        b"TY  - JOUR\r\nA1  - Doe, Jane\r\nT1  - A title\r\nY1  - 2011/05/01/\r\n"
        b"JF  - A Journal\r\nDO  - https://doi.org/10.1000/182\r\nXX  - odd\r\nER  - \r\n"
    )
    (found,) = read_bibliography(b"\xef\xbb\xbf" + data, "ris").sources
    assert (found.name, found.authors, found.year) == ("A title", "Doe, Jane", "2011")
    assert (found.published, found.link) == ("A Journal", "https://doi.org/10.1000/182")


def test_csl_of_other_people_is_understood():
    items = [
        {
            "type": "chapter",
            "title": "A title",
            "author": [
                {"family": "Gogh", "non-dropping-particle": "van", "given": "V."},
                {"literal": "A body"},
                "odd",
            ],
            "issued": {"date-parts": [["1999", 2]]},
            "accessed": {"date-parts": [[2020, 13, 1]]},
            "publisher": ["odd"],
        }
    ]
    (found,) = read_bibliography(json.dumps(items).encode(), "csl").sources
    assert (found.authors, found.year, found.kind) == ("van Gogh, V.; A body", "1999", "book")
    assert (found.published, found.read_on) == ("", None)


def test_what_does_not_fit_is_shortened_or_left_out_and_said():
    items = [
        {"title": "x" * 300, "DOI": "not one"},
        {"title": " "},
        {"title": "Far", "URL": "https://example.org/" + "x" * 600},
        {"title": "File", "URL": "file:///etc/passwd"},
    ]
    found = read_bibliography(json.dumps(items).encode(), "csl")
    assert [len(row.name) for row in found.sources] == [NAME_LIMIT, 3, 4]
    assert found.sources[0].note == "x" * 300
    assert not any(row.link for row in found.sources)
    assert len(found.remarks) == 5
    assert any("“not one” has not the form" in remark for remark in found.remarks)


DOUBLING = "@string{a0 = {xxxxxxxxxx}}" + "".join(
    f"@string{{a{i} = a{i - 1} # a{i - 1}}}" for i in range(1, 60)
)
REFUSED = [
    ("bib", b"", "no work"),
    ("bib", b"\xff\xfe", "not text in UTF-8"),
    ("bib", b"@article{x, title = {\x00}}", "control characters"),
    ("bib", b"@article{x, title = {open", "not BibTeX"),
    ("bib", b"@article{x, title = nobody}", "not BibTeX"),
    ("bib", b"@article{x, title = " + b"{" * 200 + b"}" * 200 + b"}", "not BibTeX"),
    ("bib", b"@article{x, title = {a}}@article{x, title = {b}}", "not BibTeX"),
    ("bib", (DOUBLING + "@article{x, title = a59}").encode(), "without end"),
    ("bib", b"@article{x, title = {" + b"x " * 30_000 + b"}}", "too long"),
    ("ris", b"nothing", "no work"),
    ("ris", b"TY  - JOUR\nTI  - x\n" + b"y\n" * 40_000 + b"ER  - \n", "too long"),
    ("csl", b"{}", "a list of works"),
    ("csl", b"[1]", "a list of works"),
    ("csl", b"[", "not CSL-JSON"),
    ("csl", b"[" * 100_000, "not CSL-JSON"),
    ("csl", b"[" + b"{}," * 6_000 + b"{}]", "at most 5000"),
    ("csl", b" " * 2_000_001, "too large"),
]


@pytest.mark.parametrize(("name", "data", "why"), REFUSED, ids=lambda value: str(value)[:24])
def test_what_cannot_be_a_bibliography_is_refused_in_a_sentence(name, data, why):
    with pytest.raises(BibliographyRefused, match=why):
        read_bibliography(data, name)


@pytest.mark.parametrize("name", NAMES)
@given(data=st.text(max_size=300).map(str.encode) | st.binary(max_size=100))
def test_nothing_else_than_a_refusal_comes_of_noise(name, data):
    sentence = "."
    try:
        read_bibliography(data, name)
    except BibliographyRefused as refused:
        sentence = str(refused)
    assert sentence.endswith(".")


def test_importing_twice_adds_nothing_the_second_time():
    found = read_bibliography(write_bibliography(SAMPLE.sources, "bib"), "bib").sources
    assert add_sources(SAMPLE, found) is SAMPLE
    new = Source(id="new", name="Something else", link="https://doi.org/10.1000/ABC")
    same = Source(id="same", name="Under another title", link="doi:10.1000/abc")
    after = add_sources(SAMPLE, [new, same])
    assert after.sources == (*SAMPLE.sources, new)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("", ()),
        ("Freedom House", ("Freedom House",)),
        ("Ministry of Trade and Industry", ("Ministry of Trade and Industry",)),
        ("Raza, A. and Abbasi, U. S. A.", ("Raza, A.", "Abbasi, U. S. A.")),
        ("A, B.; C, D. and E, F.", ("A, B.", "C, D.", "E, F.")),
        ("A body; another body", ("A body", "another body")),
    ],
)
def test_authors_are_told_apart_and_put_together_again(line, names):
    assert split_authors(line) == names
    assert join_authors(names) == line


@pytest.mark.parametrize(
    ("text", "doi", "address"),
    [
        ("10.1000/182", True, False),
        ("10.31703/gfpr.2025(VIII-I).06", True, False),
        ("https://doi.org/10.1000/182", False, True),
        ("11.1000/182", False, False),
        ("10.1/x", False, False),
        ("10.1000/a b", False, False),
        ("http://example.org", False, True),
        ("https://example.org:8080/a?b#c", False, True),
        ("https://example", False, False),
        ("javascript:alert(1)", False, False),
        ("file:///etc/passwd", False, False),
        ("https://user@example.org/", False, False),
        ("", False, False),
    ],
)
def test_links_are_known_by_their_form(text, doi, address):
    assert (is_doi(text), is_web_address(text)) == (doi, address)
    assert doi_of("https://doi.org/10.1000/182") == doi_of("DOI: 10.1000/182") == "10.1000/182"
