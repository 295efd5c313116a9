"""Hostile text in every field of every block: nothing opened, nothing active, all of it shown."""

import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.brief.blocks import (
    Attachment,
    Callout,
    Cell,
    Choices,
    Column,
    Contents,
    Document,
    Figure,
    Heading,
    KeyValues,
    ListBlock,
    Note,
    Paragraph,
    Run,
    Table,
    typed,
)
from app.brief.clean import clean
from app.brief.pdf import render
from app.charts.specs import RankedBar, Ranking, WeightLine, WeightSensitivity
from tests.unit.brief.pdf.documents import DATE, document
from tests.unit.brief.pdf.reading import Node, read

HOSTILE = (
    *("<b>bold</b>", "<b>", "</b>", "<i>open", "<para>", "</para>", "<br/>" * 200, "a<br/>b"),
    *("<img src='/etc/passwd'/>", '<img src="file:///etc/passwd" width="1"/>', "<image/>"),
    *("<a href='javascript:alert(1)'>x</a>", "<a href='#nowhere'>x</a>", "<a name='y'/>"),
    *("<font color='[[].__class__]'>x</font>", "<onDraw name='x'/>", "<index item='x'/>"),
    *("<seq id='x'/>", "<super>1</super>", "<!-- hidden -->", "<![CDATA[x]]>", "<?php x ?>"),
    *("<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>&y;", "&amp;", "&lt;b&gt;", "&#x41;"),
    *("&nosuch;", "R&D", "see <Annex A> and <options>", "a < b > c", "<", ">", "&", '"', "'"),
    *("javascript:alert(1)", "file:///etc/passwd", "\\\\server\\share\\x", "mailto:x@example.org"),
    *("%PDF-1.7", "endstream endobj", "1 0 obj", "(", ")", ")(", "\\", "\\)", "\\n", "BT ET Q EMC"),
    *("%later 0", "%later 0\n", "/Artifact BMC", "<</S/JavaScript/JS(x)>>", "<feff0041>", "[ ]"),
    *("{page}", "{pages}", "{0}", "{__class__}", "%s", "%(x)s", "${x}", "`x`", "$(x)", "{{x}}"),
    *(
        "\x00",
        "\x07\x1b[31m",
        "a\nb\r\nc",
        "a\tb",
        "\x85",
        "\u2028\u2029",
        "\ufeffx",
        "\ufffe\uffff",
    ),
    *(
        "\ud800",
        "\udfff x",
        "\ufdd0",
        "\U0001fffe",
        "\u202eevil",
        "\u202dx\u202c",
        "\u2066",
        "\u2069",
    ),
    *("\u2068\u2067\u2069", "\u200f\u200e", "\u200b\u200c\u200d\u2060", "\u0301", "\u0301" * 60),
    *(
        "e" + "\u0301\u0327" * 30,
        "x" * 3000,
        "\u00ad",
        "\u00a0",
        "   ",
        " x ",
        "😀👩‍👩‍👧🇦🇫",
        "漢字",
    ),
    *("سلام <b>", "(سلام", "\u0640" * 30, "ﷺ", "\U000e0041\U000e007f", "\ue000", "1" * 400),
    *("-" * 400, "/../../etc/passwd", "..\\..\\x", "CON", "=1+1", "+cmd|'/c calc'!A0", "@SUM(1)"),
    *("\u200b\u00ad", "\U000f0000", "\U0010fffd x"),
    *("'; DROP TABLE x; --", "\ufff9a\ufffab\ufffb", "ⅷ ﬁ ½ ①", "İıſß", "\u1e9e", "\u212b"),
)


def with_text_everywhere(text: str) -> Document:
    """A document that has `text` in every field that can hold any."""
    runs = (typed(text),)
    linked = (Run(text, link=text, target=text, language="fr"), typed(text), Run(text, raised=True))
    ranking = Ranking((RankedBar(text, (1.0,), 1.0, text, 0.0, 2.0, text),), (text,), text)
    lines = (WeightLine(text, 1, 2), WeightLine(text, 2, 1))
    weights = WeightSensitivity(lines, (), 0.5, text, text, text)
    table = Table(
        (Column(text), Column(text)), ((Cell(runs, header=True), Cell(linked)),), text, runs
    )
    blocks = (
        Heading(1, text),
        KeyValues(((text, runs),)),
        Callout(text, (runs, linked)),
        Choices((text, text), (text,)),
        Contents(text),
        Heading(2, text, anchor=text),
        Paragraph(linked, numbered=True, anchor="a"),
        Paragraph(runs, style="quote"),
        ListBlock((runs, linked), ordered=True),
        table,
        Figure(ranking, text, text),
        Figure(weights, text, text),
        Note(text, runs, "n"),
    )
    frame = dict.fromkeys(
        ("title", "subject", "author", "keywords", "marking", "identifier", "header", "footer"),
        text,
    )
    return document(*blocks, letterhead=(text,), page_label=text, continued=text, **frame)


@contextmanager
def watched() -> Iterator[list[str]]:
    """Note every file, process and connection that is opened meanwhile."""
    opened: list[str] = []
    active = [True]

    def note(event: str, arguments: tuple) -> None:
        if active[0] and event in ("open", "subprocess.Popen", "os.system", "socket.connect"):
            opened.append(f"{event} {arguments[0]}")

    sys.addaudithook(note)
    try:
        yield opened
    finally:
        active[0] = False


def test_there_are_enough_hostile_strings():
    assert len(HOSTILE) >= 60


@pytest.fixture(scope="module", autouse=True)
def _everything_is_loaded():
    render(with_text_everywhere("x سلام → "))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_shown_and_does_nothing(text):
    with watched() as opened:
        data = render(with_text_everywhere(text))
    assert opened == []
    reading = read(data)
    assert reading.faults == []
    assert reading.loose == []
    assert set(links(reading.root)) <= {"mailto:x@example.org"}
    root = reading.reader.root_object
    assert not {"/OpenAction", "/AA", "/AcroForm"} & set(root)
    shown = " ".join(clean(text).replace("\u200b", "").split())
    shown = visible(public(shown)) or "–"
    headings = [visible(paragraph.words) for paragraph in reading.root.all("H1", "H2")]
    assert headings == [shown, shown]


def public(text: str) -> str:
    """`text` as it can be read back: private characters mean nothing to anybody else."""
    return "".join("\ufffd" if unicodedata.category(c) == "Co" else c for c in text)


def visible(text: str) -> str:
    """`text` without the signs that have neither shape nor sound."""
    return "".join(
        c for c in text if c not in "\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069"
    )


def links(node: Node) -> Iterator[str]:
    return (n.address for n in node.walk() if n.address)


@settings(max_examples=40)
@given(st.text(st.characters(codec=None), max_size=80))
def test_any_text_is_set_without_fault(text):
    reading = read(render(document(Heading(1, text), Paragraph((typed(text), Run("end"))))))
    assert reading.faults == []
    assert reading.loose == []


def test_an_attachment_cannot_choose_where_it_is_saved():
    hostile = Attachment("../../x\x00\n.poise", b"x", "application/x-poise", "<b>")
    reader = read(render(Document("t", (), DATE), hostile)).reader
    assert list(reader.attachments) == ["x .poise"]


def test_no_string_is_longer_than_an_archive_allows():
    long = "م" * 20_000
    whole = document(Heading(1, long), Paragraph((typed(long),)), title=long, subject=long)
    reader = read(render(whole)).reader
    strings = [*reader.metadata.values(), *(entry.title for entry in reader.outline)]
    assert max(len(text.encode("utf-16-be")) for text in strings) <= 32_767


def test_a_very_long_paragraph_takes_no_longer_than_its_length():
    reading = read(render(document(Paragraph((typed("word <br/> " * 12_000),)))))
    assert reading.root.all("P")[0].words.count("<br/>") == 12_000
