"""Translations read from the very file that translators write (gettext's PO format).

Nothing has to be compiled, so what is said can never lag behind what was translated.
"""

import ast
import gettext
import io
import struct
from pathlib import Path
from typing import NamedTuple

_MAGIC = 0x950412DE


class Entry(NamedTuple):
    """A message with its translations: one text, or one for each plural form."""

    message: str
    plural: str
    texts: tuple[str, ...]


def read_catalogue(path: Path) -> gettext.GNUTranslations:
    """The translations in a PO file. Raises ValueError for a line that is not PO."""
    return gettext.GNUTranslations(io.BytesIO(_compile(read_entries(path))))


def read_entries(path: Path) -> tuple[Entry, ...]:
    """Every entry of a PO file, its header (whose message is empty) first."""
    entries: list[Entry] = []
    fields: dict[str, str] = {}
    field = ""
    for line in [*path.read_text(encoding="utf-8").splitlines(), 'msgid ""']:
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        if not text.startswith('"'):
            field, _space, text = text.partition(" ")
            if field == "msgid" and fields:
                entries.append(_entry(fields))
                fields = {}
        fields[field] = fields.get(field, "") + _unquoted(text, path)
    return tuple(entries)


def _entry(fields: dict[str, str]) -> Entry:
    texts = tuple(text for field, text in fields.items() if field.startswith("msgstr"))
    return Entry(fields["msgid"], fields.get("msgid_plural", ""), texts)


def _unquoted(text: str, path: Path) -> str:
    if len(text) < 2 or text[0] != '"' or text[-1] != '"':
        raise ValueError(f"{path.name} has a line that is no text in quotes: {text}")
    inner = text[1:-1]
    if "\\" not in inner and '"' not in inner:
        return inner  # as nearly every line: a start in French waits for thousands of them
    return str(ast.literal_eval(text))


def _compile(entries: tuple[Entry, ...]) -> bytes:
    """The entries as a compiled catalogue, which the standard library reads (gettext's MO format).

    Entries without a translation are left out: they are said in English.
    """
    pairs = sorted(
        (
            "\0".join(filter(None, (entry.message, entry.plural))).encode(),
            "\0".join(entry.texts).encode(),
        )
        for entry in entries
        if all(entry.texts)
    )
    keys = b"".join(key + b"\0" for key, _text in pairs)
    header = struct.calcsize("<7I")
    index = header + 2 * 8 * len(pairs)
    table: list[int] = []
    for part, start in ((0, index), (1, index + len(keys))):
        for pair in pairs:
            table += [len(pair[part]), start]
            start += len(pair[part]) + 1  # noqa: PLW2901 - it runs along the texts
    values = b"".join(text + b"\0" for _key, text in pairs)
    sizes = (_MAGIC, 0, len(pairs), header, header + 8 * len(pairs), 0, index)
    return struct.pack("<7I", *sizes) + struct.pack(f"<{len(table)}I", *table) + keys + values
