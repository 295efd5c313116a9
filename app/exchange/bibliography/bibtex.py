"""BibTeX and what biblatex made of it."""

import re
from collections.abc import Iterable, Iterator, Mapping

from pybtex.database import BibliographyData, Entry, Person
from pybtex.database.input.bibtex import Parser, month_names
from pybtex.database.output.bibtex import Writer
from pybtex.exceptions import PybtexError
from pybtex.richtext import Text
from pybtex.utils import CaseInsensitiveDict

from app.wording import _
from db.model import SourceKind

from .refused import BibliographyRefused
from .works import Work, read_day

_KINDS = {
    SourceKind.ARTICLE: ("article", "", "journal"),
    SourceKind.BOOK: ("book", "", "publisher"),
    SourceKind.REPORT: ("techreport", "", "institution"),
    SourceKind.NEWS: ("article", "newspaper", "journal"),
    SourceKind.RESOLUTION: ("legislation", "", "publisher"),
    SourceKind.OPINION: ("article", "magazine", "journal"),
    SourceKind.OTHER: ("misc", "", "publisher"),
}
_TYPES = {(word, sub): kind for kind, (word, sub, _place) in _KINDS.items()} | {
    ("report", ""): SourceKind.REPORT,
    ("inproceedings", ""): SourceKind.ARTICLE,
    ("incollection", ""): SourceKind.BOOK,
    ("inbook", ""): SourceKind.BOOK,
}
_PLACES = ("journal", "journaltitle", "booktitle", "publisher", "institution", "school")
_FIELD_LIMIT = 20_000
_EXPANDED_LIMIT = 1_000_000
_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
}
_WORDS = {word: sign for sign, word in _SPECIAL.items() if word.endswith("{}")}
_LIGATURE = re.compile(r"(?<=[-'`,?!<>])(?=[-'`,<>])")


class _Abbreviations(CaseInsensitiveDict):  # type: ignore[misc]
    """Abbreviations of a file, which may name one another but not without end."""

    expanded = 0

    def __getitem__(self, name: str) -> str:
        """The text behind an abbreviation; refused once all of them have become too long."""
        value = str(super().__getitem__(name))
        self.expanded += len(value)
        if self.expanded > _EXPANDED_LIMIT:
            raise BibliographyRefused(
                _("The abbreviations in this file grow without end. Nothing was imported.")
            )
        return value


class _PlainWriter(Writer):  # type: ignore[misc]
    """Writes fields that are LaTeX already as they are."""

    def _encode(self, text: str) -> str:
        return text


def read_bibtex(text: str) -> list[Work]:
    """The works in BibTeX text. Raises `BibliographyRefused`."""
    parser = Parser(person_fields=())
    parser.macros = _Abbreviations(month_names)
    try:
        entries = parser.parse_string(text).entries
        return [_work(entry) for entry in entries.values()]
    except (PybtexError, RecursionError) as error:
        raise BibliographyRefused(
            _("This is not BibTeX that can be read: {problem}. Nothing was imported.").format(
                problem=error
            )
        ) from error


def write_bibtex(rows: Iterable[tuple[str, Work]]) -> str:
    """Works with their keys as BibTeX text."""
    data = BibliographyData({key: _entry(work) for key, work in rows})
    return str(_PlainWriter().to_string(data))


def _work(entry: Entry) -> Work:
    fields = {name.lower(): value for name, value in entry.fields.items()}
    if any(len(value) > _FIELD_LIMIT for value in fields.values()):
        raise BibliographyRefused(
            _("A field in this file is too long to be one. Nothing was imported.")
        )
    subtype = fields.get("entrysubtype", "")
    kind = entry.type.lower()
    return Work(
        title=_first(fields, "title"),
        authors=tuple(_names(fields.get("author") or fields.get("editor", ""))),
        year=_first(fields, "year") or _first(fields, "date").split("-")[0],
        kind=_TYPES.get((kind, subtype)) or _TYPES.get((kind, ""), SourceKind.OTHER),
        published=_first(fields, *_PLACES),
        doi=_unescaped(fields.get("doi", "")),
        url=_unescaped(fields.get("url", "")),
        note=_first(fields, "note"),
        read_on=read_day(fields.get("urldate", "")),
    )


def _entry(work: Work) -> Entry:
    kind, subtype, place = _KINDS[work.kind]
    fields = {
        "author": " and ".join(map(_braced, work.authors)),
        "title": _latex(work.title),
        "year": _latex(work.year),
        place: _latex(work.published),
        "entrysubtype": subtype,
        "doi": _latex(work.doi),
        "url": _latex(work.url),
        "note": _latex(" ".join(work.note.split())),
        "urldate": "" if work.read_on is None else work.read_on.isoformat(),
    }
    return Entry(kind, fields={name: value for name, value in fields.items() if value})


def _names(text: str) -> Iterator[str]:
    from pybtex.bibtex.utils import split_name_list

    for name in split_name_list(text):
        whole = name.strip()
        if whole.startswith("{") and whole.endswith("}"):
            yield _plain(whole)
            continue
        person = Person(whole)
        family = " ".join((*person.prelast_names, *person.last_names, *person.lineage_names))
        given = " ".join((*person.first_names, *person.middle_names))
        yield _plain(", ".join(filter(None, (family, given))))


def _braced(name: str) -> str:
    """A name as LaTeX; one without a comma is a body, whose words are not to be turned round."""
    return _latex(name) if name.count(",") == 1 and " and " not in name else f"{{{_latex(name)}}}"


def _first(fields: Mapping[str, str], *names: str) -> str:
    return next((_plain(fields[name]) for name in names if fields.get(name)), "")


def _plain(latex: str) -> str:
    for sign, word in _SPECIAL.items():
        latex = latex.replace(word, f"\ue000{ord(sign):04x}")
    decoded = str(Text.from_latex(latex))
    return re.sub("\ue000([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), decoded)


def _latex(text: str) -> str:
    escaped = "".join(_SPECIAL.get(character, character) for character in text)
    return _LIGATURE.sub("{}", escaped)


def _unescaped(text: str) -> str:
    """An address as it is typed into the field: with signs escaped or not."""
    for word, sign in _WORDS.items():
        text = text.replace(word, sign)
    return re.sub(r"\\([&%$#_])", r"\1", text.replace("{}", "")).strip("{}")
