"""The page on the file format says what is true of a file."""

import hashlib
import json
import re
import sqlite3
import struct
from contextlib import closing
from pathlib import Path

import pytest

from app.exchange.samples import read_sample
from db import schema
from db.digest import content_digest
from db.document import Document
from db.gate import read
from db.image import build_image
from db.store import Store

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "file-format.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture
def sample(tmp_path, commit) -> Path:
    """The worked example in a file, with one edit."""
    value = read_sample()
    store = Store.create(tmp_path / "work", value)
    commit(store, value, value, "Looked at it")
    path = tmp_path / "copy.poise"
    path.write_bytes(build_image(store.document()))
    store.discard()
    return path


def test_it_names_every_table_and_no_other():
    named = set(re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", PAGE, re.MULTILINE))
    tables = {name for cell in named for name in re.findall(r"`(\w+)`", cell)}
    assert tables == set(schema.FILE.tables)


def test_it_names_every_test_that_keeps_a_promise():
    tests = re.findall(r"`(tests/[\w/]+\.py)`", PAGE)
    assert tests
    assert all((ROOT / path).is_file() for path in tests)


def test_its_queries_answer_with_the_standard_library_alone(sample):
    answers = []
    with closing(sqlite3.connect(f"file:{sample}?mode=ro", uri=True)) as connection:
        answers = [connection.execute(query).fetchall() for query in QUERIES]
    ranking, scores, history = answers
    assert ranking[0] == ("CM", 53.6)
    assert [code for code, _ in ranking] == ["CM", "RE", "HP", "BR", "NR", "SP", "UR"]
    assert len(scores) == len(read_sample().scores)
    assert history == [("2026-11-22 12:00:00", "Rosa", "Looked at it", None, None, None, None)]


def test_the_sizes_on_it_are_not_exceeded():
    image = build_image(Document(assessment=read_sample()))
    assert len(image) < 500_000


def packed(value) -> bytes:
    """A value in MessagePack, written from the page and the public specification alone."""
    if value is None:
        return b"\xc0"
    if isinstance(value, float):
        return b"\xcb" + struct.pack(">d", value)
    if isinstance(value, int):
        return packed_integer(value)
    if isinstance(value, str):
        data = value.encode()
        return headed(len(data), 0xA0, 31, (0xD9, 0xDA, 0xDB)) + data
    if isinstance(value, bytes):
        return headed(len(value), 0, -1, (0xC4, 0xC5, 0xC6)) + value
    return headed(len(value), 0x90, 15, (None, 0xDC, 0xDD)) + b"".join(map(packed, value))


def headed(length, short, most, longer) -> bytes:
    if length <= most:
        return bytes([short | length])
    for mark, form in zip(longer, (">B", ">H", ">I"), strict=True):
        if mark is not None and length < 256 ** struct.calcsize(form):
            return bytes([mark]) + struct.pack(form, length)
    raise OverflowError


def packed_integer(value) -> bytes:
    if -32 <= value < 128:
        return struct.pack("b" if value < 0 else "B", value)
    forms = {0xCC: ">B", 0xCD: ">H", 0xCE: ">I", 0xCF: ">Q"}
    if value < 0:
        forms = {0xD0: ">b", 0xD1: ">h", 0xD2: ">i", 0xD3: ">q"}
    for mark, form in forms.items():
        try:
            return bytes([mark]) + struct.pack(form, value)
        except struct.error:
            continue
    raise OverflowError


def test_its_checksums_can_be_computed_by_a_stranger(sample):
    with closing(sqlite3.connect(f"file:{sample}?mode=ro", uri=True)) as connection:
        stated = dict(connection.execute("SELECT table_name, sha256 FROM checksum"))
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema")]
        computed = {}
        for name in [n for n in names if not n.startswith("sqlite_")]:
            keys = connection.execute(f'PRAGMA table_info("{name}")').fetchall()
            order = ", ".join(f'"{row[1]}"' for row in sorted(keys, key=lambda r: r[5]) if row[5])
            rows = connection.execute(f'SELECT * FROM "{name}" ORDER BY {order}').fetchall()  # noqa: S608
            if rows and name not in ("meta", "checksum"):
                computed[name] = hashlib.sha256(packed(rows)).hexdigest()
        ((_, *numbers, total),) = connection.execute("SELECT * FROM meta")
    assert computed == stated
    lines = [" ".join(map(str, numbers)), *(f"{name} {stated[name]}" for name in sorted(stated))]
    assert hashlib.sha256(("\n".join(lines) + "\n").encode()).hexdigest() == total


def test_the_fingerprint_is_what_it_says(sample):
    schema_page = json.loads((ROOT / "docs/schema/assessment.schema.json").read_text("utf-8"))
    kinds = schema_page["$defs"]
    with closing(sqlite3.connect(f"file:{sample}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        tables = [
            [name, *columns_of(connection, name, kinds[row_kind(place)])]
            for name, place in kinds["Assessment"]["properties"].items()
        ]
        sessions = [
            {"id": row["id"].hex(), "author": row["author"], "seen": row["seen"]}
            for row in connection.execute('SELECT * FROM session ORDER BY "key"')
        ]
        ids = dict(connection.execute('SELECT "key", lower(hex(id)) FROM session'))
        revisions = [
            {name: ids[row[name]] if name == "session" else row[name] for name in row.keys()}  # noqa: SIM118
            | {"changes": []}
            for row in connection.execute("SELECT * FROM revision ORDER BY number")
        ]
    text = json.dumps([tables, sessions, revisions], ensure_ascii=False, separators=(",", ":"))
    digest = hashlib.sha256(text.encode()).hexdigest()
    assert digest == content_digest(read(sample).document)


def row_kind(place) -> str:
    """The name of the row's kind in the schema, for one property of the assessment."""
    found = re.search(r"#/\$defs/(\w+)", json.dumps(place))
    return found.group(1)


def columns_of(connection, name, kind):
    """A table's number of rows and its stated columns, as the page says."""
    info = {row["name"]: row for row in connection.execute(f'PRAGMA table_info("{name}")')}
    targets = {
        row["from"]: dict(connection.execute(f'SELECT "key", id FROM "{row["table"]}"').fetchall())  # noqa: S608
        for row in connection.execute(f'PRAGMA foreign_key_list("{name}")')
    }
    rows = [
        {c: targets[c].get(row[c]) if c in targets else row[c] for c in kind["properties"]}
        | ({"position": row["position"]} if "position" in info else {})
        for row in connection.execute(f'SELECT * FROM "{name}"')  # noqa: S608
    ]
    keys = [c for c in info if info[c]["pk"]]
    if "position" in info:
        rows.sort(key=lambda row: row["position"])
    elif keys != ["key"]:
        rows.sort(key=lambda row: [row[c] for c in keys])
    columns = {}
    for column, about in kind["properties"].items():
        values = [row[column] for row in rows]
        default = about.get("default", KeyError)
        if rows and any(value != default for value in values):
            columns[column] = values
    return len(rows), columns
