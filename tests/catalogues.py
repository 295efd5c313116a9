"""Bring the catalogues of translations up to what the program says: `python -m tests.catalogues`.

Every message stands once, under the module that says it first; translations are kept, those of
messages that are gone are dropped, and new messages get an empty translation, printed with where
they stand. A translator fills those in; a test holds that none is left.
"""

import sys
from pathlib import Path

from app.wording.catalogue import Entry, read_entries
from app.wording.language import DOMAIN, FOLDER, LANGUAGES
from tests.messages import Message, program_messages

FORMS = {"fr": 2, "ar": 6}
"""How many plural forms each language has."""


def path_of(code: str) -> Path:
    """Where the catalogue of a language stands."""
    return FOLDER / code / "LC_MESSAGES" / f"{DOMAIN}.po"


def refresh(code: str) -> int:
    """Write a catalogue anew; returns how many messages have no translation yet."""
    path = path_of(code)
    header, _gap, _rest = path.read_text(encoding="utf-8").partition("\n\n")
    known = {entry.message: entry for entry in read_entries(path)}
    parts = [header]
    missing = 0
    for module, messages in program_messages().items():
        parts.append(f"# {module}")
        for message in messages:
            entry = known.get(message.one)
            texts = entry.texts if entry and bool(entry.plural) == bool(message.many) else ()
            missing += not (texts and all(texts))
            parts.append(as_po(message, texts, FORMS[code]))
    path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
    return missing


def as_po(message: Message, texts: tuple[str, ...], forms: int) -> str:
    """A message and its translations as they stand in a catalogue."""
    if not message.many:
        return f"msgid {_quoted(message.one)}\nmsgstr {_quoted(texts[0] if texts else '')}"
    texts = texts or ("",) * forms
    plural = "\n".join(f"msgstr[{n}] {_quoted(text)}" for n, text in enumerate(texts))
    return f"msgid {_quoted(message.one)}\nmsgid_plural {_quoted(message.many)}\n{plural}"


def untranslated(code: str) -> list[Entry]:
    """The entries that still want a translation."""
    return [entry for entry in read_entries(path_of(code)) if not all(entry.texts)]


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped.replace(chr(9), chr(92) + "t")}"'


if __name__ == "__main__":
    for code in sorted(set(LANGUAGES) - {"en"}):
        sys.stdout.write(f"{code}: {refresh(code)} without a translation\n")
