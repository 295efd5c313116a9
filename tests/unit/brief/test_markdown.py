"""The Markdown of a brief says what its blocks say, and no user text in it is markup."""

import datetime
import re

import pytest

from app.brief.blocks import (
    Callout,
    Cell,
    Choices,
    Column,
    Document,
    Figure,
    Heading,
    KeyValues,
    ListBlock,
    Paragraph,
    Run,
    Table,
    typed,
)
from app.brief.compose import compose
from app.brief.markdown import escape, write_markdown
from app.exchange.samples import read_sample
from db.model import BriefKind

NOON = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)


def written(*blocks: object) -> str:
    return write_markdown(Document("t", blocks, NOON))  # type: ignore[arg-type]


def plain(text: str) -> str:
    """What a reader of the Markdown sees of text without markup."""
    return re.sub(r"\\(.)", r"\1", text)


@pytest.mark.parametrize("kind", BriefKind)
def test_every_paragraph_of_a_brief_stands_in_it(kind: BriefKind) -> None:
    document = compose(read_sample(), datetime.date(2026, 3, 1), kind)
    seen = plain(write_markdown(document).replace("*", ""))
    for block in document.blocks:
        if isinstance(block, Paragraph):
            assert "".join(run.text for run in block.runs) in seen
        if isinstance(block, Figure):
            assert block.alternative in seen
        if isinstance(block, Heading):
            assert "#" * block.level + " " + block.text in seen


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "[click](javascript:alert(1))",
        "![x](file:///etc/passwd)",
        "# heading",
        "- item",
        "+ item",
        "1. item",
        "1) item",
        "> quote",
        "| cell | cell |",
        "`code` ~~gone~~ $x$ &amp; **bold** _it_",
        "https://example.org and www.example.org and a@example.org",
        "===",
        "---",
        "[ref]: http://example.org",
        "@everyone #1",
        "\\",
    ],
)
def test_markup_in_user_text_is_shielded_and_reads_as_it_was_typed(text: str) -> None:
    shown = escape(text)
    assert plain(shown) == text
    assert not re.search(r"(?<!\\)(?:\\\\)*[\[\]<>`*_#|~$&@{}]", shown)
    assert not re.match(r"(?:[-+=]|\d+[.)])(?:[\s=-]|$)", shown)
    assert not re.search(r"(?<!\\)://|www\.", shown)


def test_a_link_leads_only_where_links_may() -> None:
    good = Paragraph((Run("x", link="https://example.org/a_(b)"),))
    assert written(good) == "[x](https://example.org/a_%28b%29)\n"
    assert written(Paragraph((Run("x", link="javascript:alert(1)"),))) == "x\n"


def test_blocks_have_their_usual_form() -> None:
    shown = written(
        Heading(1, "Title"),
        KeyValues((("To", (typed("A|B"),)),)),
        Paragraph((Run("one "), Run("bold", bold=True), Run(" two")), numbered=True),
        Paragraph((typed("next"),), numbered=True),
        ListBlock(((typed("a"),), (typed("b"),)), ordered=True),
        Callout("Box", ((typed("said"),),)),
        Choices(("Agree",), ("Date",)),
        Table(
            (Column("A"), Column("B", align="end")),
            ((Cell((typed("x"),), span=2),), (Cell((typed("y"),)), Cell((typed("1"),)))),
            caption="Cap",
        ),
    )
    assert shown.split("\n\n") == [
        "# Title",
        "- **To:** A\\|B",
        "1\\. one **bold** two",
        "2\\. next",
        "1. a\n2. b",
        "> **Box**\n>\n> said",
        "- \\[ \\] Agree",
        "Date: \\_\\_\\_\\_\\_\\_\\_\\_",
        "**Cap**",
        "| A | B |\n| --- | ---: |\n| x |  |\n| y | 1 |\n",
    ]


def test_the_marking_stands_first() -> None:
    document = Document("t", (Heading(1, "T"),), NOON, marking="TLP:AMBER")
    assert write_markdown(document).startswith("**TLP:AMBER**\n")
