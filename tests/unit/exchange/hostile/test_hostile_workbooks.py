"""Workbooks made to do harm are refused, or give nothing but their cells."""

import io
import struct
import zipfile
import zlib

import openpyxl
import pytest

from app.exchange.tables import TableRefused, examine, make_assessment, propose, read_table
from tests.unit.exchange.hostile.watching import harmless

SHEET = "xl/worksheets/sheet1.xml"
BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + b"".join(
    b'<!ENTITY %c "%s">' % (98 + i, b"&%c;" % (97 + i) * 10) for i in range(9)
) + b"]>"  # fmt: skip
EXTERNAL = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
REMOTE = b'<!DOCTYPE x SYSTEM "http://x.example/x.dtd">'
PARAMETER = b'<!DOCTYPE x [<!ENTITY % p SYSTEM "http://x.example/p"> %p;]>'
HEAD = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'


def good():
    book = openpyxl.Workbook()
    for row in (("Option", "A", "B"), ("x", 1, 2), ("y", 3, 4)):
        book.active.append(row)
    return saved(book)


def saved(book):
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def parts_of(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts):
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return kept.getvalue()


def changed(part, change):
    parts = parts_of(good())
    parts[part] = change(parts[part])
    return packed(parts)


def sheet(content):
    return changed(
        SHEET, lambda _old: HEAD + b"<sheetData>" + content + b"</sheetData></worksheet>"
    )


def prefixed(part, text):
    def change(old):
        declaration = old.find(b"?>") + 2 if old.startswith(b"<?xml") else 0
        return old[:declaration] + text + old[declaration:]

    return changed(part, change)


def also(name, data=b"x"):
    return packed(parts_of(good()) | {name: data})


def shared(before, texts=b"<si><t>x</t></si>"):
    return also("xl/sharedStrings.xml", before + b"<sst>" + texts + b"</sst>")


def cell(value):
    book = openpyxl.Workbook()
    for row in (("Option", "A", "B"), ("x", value, 2), ("y", 3, 4)):
        book.active.append(row)
    return saved(book)


def typed(attributes, value):
    return sheet(
        b'<row r="1"><c r="A1" t="inlineStr"><is><t>Option</t></is></c>'
        b'<c r="B1" t="inlineStr"><is><t>A</t></is></c></row>'
        b'<row r="2"><c r="A2" t="inlineStr"><is><t>x</t></is></c>'
        b'<c r="B2" ' + attributes + b">" + value + b"</c></row>"
    )


def lying_size():
    """A workbook whose directory states a sheet far smaller than it is."""
    data = bytearray(
        changed(
            SHEET, lambda old: old.replace(b"</sheetData>", b" " * 60_000_000 + b"</sheetData>")
        )
    )
    place = data.rfind(b"PK\x01\x02", 0, data.rfind(SHEET.encode()))
    struct.pack_into("<I", data, place + 24, 1000)
    return bytes(data)


def a_gigabyte():
    """A workbook whose directory states a sheet of a gigabyte; what there is of it is 100 MB."""
    data = bytearray(sheet(b" " * 100_000_000))
    place = data.rfind(b"PK\x01\x02", 0, data.rfind(SHEET.encode()))
    struct.pack_into("<I", data, place + 24, 1_000_000_000)
    return bytes(data)


def bad_checksum():
    data = bytearray(good())
    place = data.rfind(b"PK\x01\x02", 0, data.rfind(SHEET.encode()))
    struct.pack_into("<I", data, place + 16, zlib.crc32(b"other"))
    return bytes(data)


def encrypted_flag():
    data = bytearray(good())
    place = data.rfind(b"PK\x01\x02", 0, data.rfind(SHEET.encode()))
    struct.pack_into("<H", data, place + 8, 1)
    return bytes(data)


def unknown_compression():
    data = bytearray(good())
    place = data.rfind(b"PK\x01\x02", 0, data.rfind(SHEET.encode()))
    struct.pack_into("<H", data, place + 10, 99)
    return bytes(data)


def twice():
    parts = parts_of(good())
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr(SHEET, parts[SHEET])
    return kept.getvalue()


def nested_zip():
    inner = good()
    for _ in range(3):
        inner = packed({"inner.zip": inner * 20})
    return inner


def many_styles():
    styles = b'<styleSheet xmlns="x"><cellXfs>' + b'<xf numFmtId="0"/>' * 300_000
    return changed("xl/styles.xml", lambda _old: styles + b"</cellXfs></styleSheet>")


def many_merges():
    ranges = b'<mergeCell ref="A1:XFD1048576"/>' * 100_000
    return changed(
        SHEET,
        lambda old: old.replace(
            b"</sheetData>", b"</sheetData><mergeCells>" + ranges + b"</mergeCells>"
        ),
    )


REFUSED = {
    "password": lambda: bytes.fromhex("d0cf11e0a1b11ae1") + b"\x00" * 4000,
    "only two letters": lambda: b"PK",
    "cut": lambda: good()[:-40],
    "cut in the middle": lambda: good()[: len(good()) // 2],
    "rubbish after the start": lambda: b"PK\x03\x04" + b"\xff" * 5000,
    "empty archive": lambda: packed({}),
    "another archive": lambda: packed({"a.txt": b"hello"}),
    "nested archives": nested_zip,
    "opendocument": lambda: packed(
        {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<x/>"}
    ),
    "a word document": lambda: packed(
        {
            "_rels/.rels": b'<Relationships xmlns="r"><Relationship Id="1" '
            b'Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/document.xml": b"<document/>",
        }
    ),
    "a binary workbook": lambda: packed(
        {
            "_rels/.rels": b'<Relationships xmlns="r"><Relationship Id="1" '
            b'Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
            "xl/workbook.bin": b"\x83\x01\x00",
        }
    ),
    "billion laughs in the sheet": lambda: prefixed(SHEET, BOMB),
    "billion laughs in the texts": lambda: shared(BOMB),
    "billion laughs in the styles": lambda: prefixed("xl/styles.xml", BOMB),
    "billion laughs in the book": lambda: prefixed("xl/workbook.xml", BOMB),
    "external entity in the sheet": lambda: prefixed(SHEET, EXTERNAL),
    "external entity in the texts": lambda: shared(EXTERNAL),
    "external entity in the relations": lambda: prefixed("xl/_rels/workbook.xml.rels", EXTERNAL),
    "remote declaration": lambda: prefixed(SHEET, REMOTE),
    "parameter entity": lambda: prefixed(SHEET, PARAMETER),
    "broken XML": lambda: changed(SHEET, lambda old: old[:-30]),
    "no XML": lambda: changed(SHEET, lambda _old: b"\x00\x01\x02"),
    "another encoding": lambda: changed(
        SHEET, lambda _old: b'<?xml version="1.0" encoding="x"?><a/>'
    ),
    "deep nesting": lambda: sheet(b"<row>" * 100_000 + b"</row>" * 100_000),
    "elements without end": lambda: sheet(b"<row/>" * 2_000_000),
    "empty cells without end": lambda: sheet(b"<row>" + b"<c/>" * 2_000_000 + b"</row>"),
    "a part of a gigabyte": a_gigabyte,
    "a part of a hundred megabytes": lambda: sheet(b" " * 100_000_000),
    "a text of thirty megabytes": lambda: shared(
        b"", b"<si><t>" + b"x" * 30_000_000 + b"</t></si>"
    ),
    "texts without end": lambda: shared(b"", b"<si><t>xxxx</t></si>" * 450_000),
    "a size that lies": lying_size,
    "a checksum that lies": bad_checksum,
    "an encrypted part": encrypted_flag,
    "an unknown compression": unknown_compression,
    "the same part twice": twice,
    "a part above": lambda: also("../../evil.xml"),
    "a part from the root": lambda: also("/etc/passwd"),
    "a part with back-slashes": lambda: also("xl\\..\\evil.xml"),
    "parts without end": lambda: packed(
        parts_of(good()) | {f"xl/media/{i}": b"" for i in range(5000)}
    ),
    "a sheet that is not there": lambda: changed(
        "xl/_rels/workbook.xml.rels", lambda old: old.replace(b"sheet1.xml", b"sheet9.xml")
    ),
    "a sheet outside": lambda: changed(
        "xl/_rels/workbook.xml.rels",
        lambda old: old.replace(b"worksheets/sheet1.xml", b"../../../../etc/passwd"),
    ),
    "a sheet from the network": lambda: changed(
        "xl/_rels/workbook.xml.rels",
        lambda old: old.replace(
            b"/xl/worksheets/sheet1.xml", b'http://x.example/s.xml" TargetMode="External'
        ),
    ),
    "the last cell there is": lambda: sheet(
        b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    ),
    "a cell beyond the last": lambda: sheet(
        b'<row r="9999999"><c r="ZZZ9999999"><v>1</v></c></row>'
    ),
    "a row below nought": lambda: sheet(b'<row r="0"><c r="A0"><v>1</v></c></row>'),
    "nothing at all": lambda: sheet(b""),
    "not a number": lambda: typed(b"", b"<v>NaN</v>"),
    "infinite": lambda: typed(b"", b"<v>INF</v>"),
    "beyond numbers": lambda: typed(b"", b"<v>1e999</v>"),
    "digits without end": lambda: typed(b"", b"<v>" + b"9" * 100_000 + b"</v>"),
    "an error": lambda: typed(b't="e"', b"<v>#DIV/0!</v>"),
    "an error of references": lambda: typed(b't="e"', b"<v>#REF!</v>"),
    "a truth": lambda: cell(value=True),
    "a formula without a result": lambda: cell("=1+1"),
    "a call without a result": lambda: cell('=WEBSERVICE("http://x.example")'),
    "a formula of another file": lambda: cell("='[1]Sheet'!A1"),
    "joined cells without end": many_merges,
    "a date": lambda: typed(b't="d"', b"<v>2025-03-31</v>"),
    "a text that is not there": lambda: typed(b't="s"', b"<v>99999999</v>"),
}


def macro_workbook():
    parts = parts_of(good())
    parts["xl/vbaProject.bin"] = b"\xd0\xcf\x11\xe0" + b"Sub AutoOpen()" * 10
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"spreadsheetml.sheet.main+xml", b"macroEnabled.main+xml"
    )
    return packed(parts)


def wrong_types():
    return changed("[Content_Types].xml", lambda _old: b"<Types/>")


def hidden_sheet():
    book = openpyxl.Workbook()
    book.active.append(("Option", "A"))
    book.active.append(("secret", 1))
    book.active.sheet_state = "hidden"
    shown = book.create_sheet("Shown")
    for row in (("Option", "A", "B"), ("x", 1, 2), ("y", 3, 4)):
        shown.append(row)
    return saved(book)


NEUTRALISED = {
    "macros": macro_workbook,
    "links to other files": lambda: also(
        "xl/externalLinks/externalLink1.xml",
        b'<externalLink><ddeLink ddeService="cmd"/></externalLink>',
    ),
    "embedded objects": lambda: also("xl/embeddings/oleObject1.bin", b"\xd0\xcf\x11\xe0"),
    "a query": lambda: also("xl/connections.xml", EXTERNAL + b"<connections/>"),
    "active content": lambda: also("xl/activeX/activeX1.bin", b"MZ"),
    "wrong content types": wrong_types,
    "a bomb that nobody reads": lambda: also("xl/media/image1.png", b"\x00" * 200_000_000),
    "dimensions that lie": lambda: changed(
        SHEET, lambda old: old.replace(b"A1:C3", b"A1:XFD1048576")
    ),
    "styles without end": many_styles,
    "a hidden sheet": hidden_sheet,
    "empty rows to the end": lambda: changed(
        SHEET, lambda old: old.replace(b"</sheetData>", b'<row r="1048576"/></sheetData>')
    ),
    "processing instructions": lambda: prefixed(
        SHEET, b'<?xml-stylesheet href="http://x.example"?>'
    ),
    "hyperlinks": lambda: changed(
        SHEET,
        lambda old: old.replace(
            b"</sheetData>",
            b'</sheetData><hyperlinks><hyperlink ref="A1" location="http://x.example"/></hyperlinks>',
        ),
    ),
    "unknown elements": lambda: changed(
        SHEET, lambda old: old.replace(b"<sheetData>", b"<evil a='1'>=cmd</evil><sheetData>")
    ),
}


@pytest.fixture(scope="module", autouse=True)
def _ready():
    """Load what is loaded when the first file is read."""
    read(good())


def read(data):
    grid = read_table(data)[0].grid
    found = examine(grid, propose(grid))
    if found.table is None:
        raise TableRefused("; ".join(map(str, found.problems)))
    return make_assessment(found.table, "T", "Me", "t.xlsx").assessment


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_plain_table_is_refused_with_a_sentence(name):
    data = REFUSED[name]()
    with harmless(), pytest.raises(TableRefused, match=r"\w+ \w+"):
        read(data)


@pytest.mark.parametrize("name", NEUTRALISED)
def test_what_is_more_than_cells_is_passed_over(name):
    data = NEUTRALISED[name]()
    with harmless():
        assessment = read(data)
    assert [row.name for row in assessment.options] == ["x", "y"]
    assert sorted(row.likely for row in assessment.scores) == [1, 2, 3, 4]


def test_macros_and_links_are_told_of():
    grid = read_table(macro_workbook())[0].grid
    assert "macros, links or embedded objects" in " ".join(grid.remarks)


def test_a_hidden_sheet_comes_last_and_hidden_rows_are_told_of():
    sheets = read_table(hidden_sheet())
    assert [(sheet.name, sheet.hidden) for sheet in sheets] == [("Shown", False), ("Sheet", True)]
    data = changed(SHEET, lambda old: old.replace(b'<row r="2"', b'<row hidden="1" r="2"'))
    assert "hidden rows" in " ".join(read_table(data)[0].grid.remarks)


def test_a_formula_counts_by_its_kept_result():
    data = typed(b"", b'<f>WEBSERVICE("http://x.example")</f><v>7</v>')
    assert [row.likely for row in read(data).scores] == [7.0]


def test_there_are_fifty():
    assert len(REFUSED) + len(NEUTRALISED) >= 50
