"""XMCDA made to do harm is refused, or gives nothing but its numbers."""

import pytest

from app.exchange.xmcda import XmcdaRefused, make_assessment, read_documents
from tests.unit.exchange.hostile.test_hostile_workbooks import BOMB, EXTERNAL, PARAMETER, REMOTE
from tests.unit.exchange.hostile.watching import harmless

OPEN = b'<xmcda:XMCDA xmlns:xmcda="http://www.decision-deck.org/2019/XMCDA-3.1.1">'
CLOSE = b"</xmcda:XMCDA>"


def performance(value, option="x", criterion="g"):
    return (
        f"<alternativePerformances><alternativeID>{option}</alternativeID><performance>"
        f"<criterionID>{criterion}</criterionID><values><value>{value}</value></values>"
        "</performance></alternativePerformances>"
    )


def table(*rows):
    return f"<performanceTable>{''.join(rows)}</performanceTable>"


def document(*parts):
    return OPEN + "".join(parts).encode() + CLOSE


def scored(value):
    return document(table(performance(value)))


def real(number):
    return f"<real>{number}</real>"


def named(name):
    return document(
        f'<alternatives><alternative id="x" name="{name}"/></alternatives>',
        table(performance(real(1))),
    )


def weighing(value):
    weight = f"<criterionValue><criterionID>g</criterionID><value>{value}</value></criterionValue>"
    return document(f"<criteriaValues>{weight}</criteriaValues>", table(performance(real(1))))


def scaled(low, high, direction="max"):
    ends = f"<minimum>{real(low)}</minimum><maximum>{real(high)}</maximum>"
    return document(
        "<criteriaScales><criterionScale><criterionID>g</criterionID><scales><scale><quantitative>"
        f"<preferenceDirection>{direction}</preferenceDirection>{ends}"
        "</quantitative></scale></scales></criterionScale></criteriaScales>",
        table(performance(real(1))),
    )


def bent(*points):
    said = "".join(
        f"<point><abscissa>{real(x)}</abscissa><ordinate>{real(y)}</ordinate></point>"
        for x, y in points
    )
    return document(
        "<criteriaFunctions><criterionFunction><criterionID>g</criterionID><functions><function>"
        f"<discrete>{said}</discrete></function></functions></criterionFunction></criteriaFunctions>",
        table(performance(real(50))),
    )


def circle():
    node = "<node><criterionID>g</criterionID><nodes><node><criterionID>h</criterionID><nodes>"
    return document(
        f"<criteriaHierarchy><nodes>{node}<node><criterionID>g</criterionID></node></nodes></node>"
        "</nodes></node></nodes></criteriaHierarchy>",
        table(performance(real(1))),
    )


GOOD = scored(real(1))
REFUSED = {
    "empty": b"",
    "no XML": b"hello",
    "zeros": b"\x00" * 1000,
    "cut": GOOD[:-10],
    "another document": b"<html><body/></html>",
    "a picture": b"\x89PNG\r\n\x1a\n",
    "billion laughs": BOMB + GOOD,
    "external entity": EXTERNAL + GOOD,
    "remote declaration": REMOTE + GOOD,
    "parameter entity": PARAMETER + GOOD,
    "quadratic entity": b'<!DOCTYPE x [<!ENTITY a "' + b"x" * 100_000 + b'">]>' + GOOD,
    "entity never declared": scored("&xxe;"),
    "deep nesting": OPEN + b"<a>" * 200_000 + b"</a>" * 200_000 + CLOSE,
    "elements without end": OPEN + b"<a/>" * 2_000_000 + CLOSE,
    "larger than is read": OPEN + b" " * 20_000_000 + CLOSE,
    "unknown encoding": b'<?xml version="1.0" encoding="nonsense"?>' + GOOD,
    "wrong encoding": b'<?xml version="1.0" encoding="utf-8"?><XMCDA>\xff\xfe</XMCDA>',
    "two roots": GOOD + GOOD,
    "unclosed": OPEN + b"<performanceTable>" + CLOSE,
    "no table": document("<alternatives/>"),
    "an empty table": document(table()),
    "not a number": scored(real("NaN")),
    "infinite": scored(real("INF")),
    "beyond numbers": scored(real("1e999")),
    "beyond what is kept": scored(real("1e300")),
    "digits without end": scored(real("9" * 100_000)),
    "hexadecimal": scored(real("0x10")),
    "underscores": scored(real("1_000")),
    "a formula": scored(real("=1+1")),
    "a label": scored("<label>high</label>"),
    "a truth": scored("<boolean>true</boolean>"),
    "an image": scored("<image>http://x.example/x.png</image>"),
    "a file": scored("<fileName>/etc/passwd</fileName>"),
    "an interval": scored("<interval><lowerBound><real>1</real></lowerBound></interval>"),
    "a weight below nought": weighing(real(-1)),
    "a weight that is no number": weighing(real("NaN")),
    "a weight beyond numbers": weighing(real("1e999")),
    "a scale without room": scaled(5, 5),
    "a value function up and down": bent((0, 0), (40, 90), (60, 10), (100, 100)),
    "a value function beside its scale": bent((0, 0), (500, 100)),
    "criteria in a circle": circle(),
    "a name without end": named("x" * 5000),
    "options without end": document(
        table(*(performance(real(1), option=f"o{i}") for i in range(300)))
    ),
    "criteria without end": document(
        table(*(performance(real(1), criterion=f"c{i}") for i in range(300)))
    ),
    "a comment without end": document(
        '<alternatives><alternative id="x" name="x"><description><comment>'
        + "x" * 30_000
        + "</comment></description></alternative></alternatives>",
        table(performance(real(1))),
    ),
}
TAKEN = {
    "markup in a name": (
        named("&lt;script&gt;alert(1)&lt;/script&gt;"),
        "<script>alert(1)</script>",
    ),
    "a formula in a name": (named("=cmd|' /C calc'!A0"), "=cmd|' /C calc'!A0"),
    "an override in a name": (named("safe\u202edesrever"), "safedesrever"),
    "an empty name": (named(" "), "x"),
    "a path in a name": (named("../../etc/passwd"), "../../etc/passwd"),
    "line ends in a name": (named("a&#10;b"), "a b"),
    "a stylesheet": (b'<?xml-stylesheet href="http://x.example/x.xsl"?>' + GOOD, "x"),
    "a schema somewhere": (
        GOOD.replace(b">", b' xmlns:s="i" s:schemaLocation="http://x.example/x.xsd">', 1),
        "x",
    ),
    "another namespace": (GOOD.replace(b"2019/XMCDA-3.1.1", b"1999/evil"), "x"),
    "an inclusion": (
        GOOD.replace(CLOSE, b'<include href="file:///etc/passwd" parse="text"/>' + CLOSE),
        "x",
    ),
    "character data": (GOOD.replace(CLOSE, b"<a><![CDATA[<b>&]]></a>" + CLOSE), "x"),
}


@pytest.fixture(scope="module", autouse=True)
def _ready():
    """Load what is loaded when the first document is read."""
    read(GOOD)


def read(data):
    return make_assessment(read_documents([data]), "T", "Me", "x.xml").assessment


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_decision_is_refused_with_a_sentence(name):
    with harmless(), pytest.raises(XmcdaRefused, match=r"\w+ \w+"):
        read(REFUSED[name])


@pytest.mark.parametrize("name", TAKEN)
def test_what_would_act_elsewhere_is_text_here(name):
    data, expected = TAKEN[name]
    with harmless():
        assessment = read(data)
    assert [row.name for row in assessment.options] == [expected]


def test_there_are_fifty():
    assert len(REFUSED) + len(TAKEN) >= 50
