"""Text that means something to somebody: markup, addresses, formulas, escapes; in every field."""

import ctypes
import os
import random
import struct
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import cycle
from pathlib import Path
from typing import Any

import msgspec
from msgspec import inspect

from db.document import Document
from db.model import LINE_LIMIT
from db.model.tables import Table, tables
from tests.cases import with_ranking
from tests.strategies import grown

replace = msgspec.structs.replace

PAYLOADS = (
    "<img src='{trap}'>",
    '<img src="file://{trap}" width=1>',
    "<a href='{trap}'>here</a>",
    "<link rel=stylesheet href='{trap}'>",
    "<iframe src='file://{trap}'></iframe>",
    "<object data='{trap}'></object>",
    "<style>@import url({trap});</style>",
    "<p style='background:url({trap})'>x</p>",
    "<svg><image href='{trap}'/></svg>",
    "<script>alert(1)</script>",
    "<body background='{trap}'>",
    "<table background='{trap}'><tr><td>x",
    "![picture]({trap})",
    "[link](file://{trap})",
    "<file://{trap}>",
    "file://{trap}",
    "\\\\server\\share\\x.png",
    "http://127.0.0.1:9/x.png",
    "<img src='http://127.0.0.1:9/x.png'>",
    "<img src='//127.0.0.1/x.png'>",
    "javascript:alert(1)",
    "=1+1",
    "=HYPERLINK('file://{trap}')",
    "=WEBSERVICE('http://127.0.0.1:9/')",
    "+cmd|'/c calc'!A0",
    "-2+3+cmd|' /c calc'!A0",
    "@SUM(1+1)",
    "\t=1+1",
    "=IMPORTXML('{trap}')",
    "=cmd|' /C calc'!A0",
    "%0A=1+1",
    "{{=1+1}}",
    "$(touch {trap})",
    "`touch {trap}`",
    "; touch {trap};",
    "%s%n%x {0} {0.__class__}",
    "<w:p/><w:instrText>INCLUDEPICTURE '{trap}'</w:instrText>",
    "]]><x/>",
    "<!DOCTYPE x [<!ENTITY y SYSTEM 'file://{trap}'>]>&y;",
    "<para><font color='[[].__class__]'>x</font></para>",
    "\\input{{{trap}}}",
    "{{{{7*7}}}}",
    "' OR '1'='1",
)


def loaded(texts: Sequence[str], seed: int) -> Document:
    """A document with a ranking in which every text is one of these, as far as it has room."""
    chance = random.Random(seed)
    while True:
        value = grown(chance.getrandbits(32), 3)
        if value.scores and value.weights:
            break
    value = with_ranking(value)
    changed: dict[str, Any] = {}
    payloads = cycle(texts[seed % len(texts) :] + texts[: seed % len(texts)])
    for table in tables().values():
        rows = getattr(value, table.name)
        if table.single:
            changed[table.name] = _filled(table, rows, payloads)
        else:
            changed[table.name] = tuple(_filled(table, row, payloads) for row in rows)
    parents = {row.parent for row in value.criteria}
    changed["score_changes"] = tuple(
        row for row in changed["score_changes"] if row.criterion not in parents
    )
    first, *others = changed["options"]
    changed["options"] = (first, *(replace(option, screened_out="") for option in others))
    return Document(assessment=replace(value, **changed))


def _filled(table: Table, row: Any, payloads: Iterator[str]) -> Any:
    fields = {}
    for column in table.columns:
        kind = column.type
        if not isinstance(kind, inspect.StrType) or kind.pattern or column.references:
            continue
        if column.name in ("id", "language", *table.key):
            continue
        text = next(payloads)
        if kind.max_length is None or kind.max_length <= LINE_LIMIT:
            text = text.replace("\t", " ")
        fields[column.name] = text[: kind.max_length]
    return replace(row, **fields)


@contextmanager
def watched(folder: Path) -> Iterator[list[str]]:
    """What was opened, read or looked into in a folder meanwhile, by any code in any process."""
    system = ctypes.CDLL(None, use_errno=True)
    descriptor = system.inotify_init1(os.O_NONBLOCK)
    if descriptor < 0:
        raise OSError(ctypes.get_errno(), "inotify")
    seen: list[str] = []
    try:
        opened_or_read = 0x20 | 0x1 | 0x2 | 0x100 | 0x40 | 0x80
        system.inotify_add_watch(descriptor, os.fsencode(folder), opened_or_read)
        yield seen
        with suppress(BlockingIOError):  # nothing happened
            data = os.read(descriptor, 65_536)
            at = 0
            while at < len(data):
                _, mask, _, length = struct.unpack_from("iIII", data, at)
                name = data[at + 16 : at + 16 + length].rstrip(b"\0")
                seen.append(f"{mask:#x} {name.decode(errors='replace')}")
                at += 16 + length
    finally:
        os.close(descriptor)
