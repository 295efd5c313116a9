"""The small parts of a workbook: its sheets, its shared texts, its formats of numbers."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from app.exchange.tables.cells import TEXT_LIMIT
from app.exchange.tables.refused import TableRefused
from app.exchange.xml_events import Listener, XmlRefused, listen
from app.wording import _

from .container import Container

_DATES = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_PERCENT = frozenset({9, 10})
_QUOTED = re.compile(r"\"[^\"]*\"|\\.|\[[^\]]*\]|_.")


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet by its name, and the part that holds its cells."""

    name: str
    part: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class Formats:
    """Which styles of cells show a number as a date or as a percentage."""

    dates: frozenset[int] = frozenset()
    percents: frozenset[int] = frozenset()


def list_sheets(container: Container) -> list[SheetPart]:
    """The sheets of a workbook in order. Raises `TableRefused` where it names none."""
    place = _follow(container, "", "officeDocument")
    if place is None or not place.endswith(".xml"):
        raise TableRefused(
            _("There is no workbook in this file that can be read. Save it as .xlsx.")
        )
    book = _Book()
    parse(container.read(place), book)
    targets = _targets(container, place)
    found = [
        SheetPart(name, targets[key], state in ("hidden", "veryHidden"))
        for name, key, state in book.sheets
        if key in targets and container.has(targets[key])
    ]
    if not found:
        raise TableRefused(_("This workbook has no sheet with cells."))
    return found


def read_texts(container: Container, sheet_part: str) -> list[str]:
    """The texts that cells share, in order."""
    place = posixpath.join(posixpath.dirname(posixpath.dirname(sheet_part)), "sharedStrings.xml")
    if not container.has(place):
        return []
    texts = _Texts()
    parse(container.read(place), texts)
    return texts.found


def read_formats(container: Container, sheet_part: str) -> Formats:
    """The formats of numbers that matter here, by the number of the cell's style."""
    place = posixpath.join(posixpath.dirname(posixpath.dirname(sheet_part)), "styles.xml")
    if not container.has(place):
        return Formats()
    styles = _Styles()
    parse(container.read(place), styles)
    kinds = [_kind_of(number, styles.codes.get(number, "")) for number in styles.cells]
    return Formats(
        frozenset(i for i, kind in enumerate(kinds) if kind == "date"),
        frozenset(i for i, kind in enumerate(kinds) if kind == "percent"),
    )


def parse(data: bytes, listener: Listener) -> None:
    """Read a part of a workbook. Raises `TableRefused` for what is not plain XML."""
    try:
        listen(data, listener)
    except XmlRefused as error:
        raise TableRefused(
            _("This workbook holds XML that no spreadsheet writes. It was not read.")
        ) from error


class Silent:
    """A listener to whom nothing matters."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Pass over."""

    def end(self, name: str) -> None:
        """Pass over."""

    def text(self, content: str) -> None:
        """Pass over."""


class _Relations(Silent):
    def __init__(self) -> None:
        self.found: list[tuple[str, str, str]] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            self.found.append((attributes.get("Id", ""), kind, attributes.get("Target", "")))


class _Book(Silent):
    def __init__(self) -> None:
        self.sheets: list[tuple[str, str, str]] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "sheet":
            key, state = attributes.get("id", ""), attributes.get("state", "visible")
            self.sheets.append((attributes.get("name", ""), key, state))


class _Texts(Silent):
    def __init__(self) -> None:
        self.found: list[str] = []
        self._pieces: list[str] = []
        self._inside = 0
        self._size = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:  # noqa: ARG002
        if name == "si":
            self._pieces = []
        elif name == "rPh":  # how a Japanese text is read aloud
            self._inside -= 1
        elif name == "t":
            self._inside += 1

    def end(self, name: str) -> None:
        if name == "si":
            self.found.append("".join(self._pieces))
        elif name == "rPh":
            self._inside += 1
        elif name == "t":
            self._inside -= 1

    def text(self, content: str) -> None:
        if self._inside > 0:
            self._size += len(content)
            if self._size > TEXT_LIMIT:
                raise TableRefused(_("This is too much text for a table."))
            self._pieces.append(content)


@dataclass
class _Styles(Silent):
    codes: dict[int, str] = field(default_factory=dict)
    cells: list[int] = field(default_factory=list)
    _inside: bool = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "numFmt":
            self.codes[_whole(attributes.get("numFmtId"))] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            self._inside = True
        elif name == "xf" and self._inside:
            self.cells.append(_whole(attributes.get("numFmtId")))

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._inside = False


def _whole(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 8 else 0


def _kind_of(number: int, code: str) -> str:
    """What a format of numbers shows: a date, a percentage, or a plain number."""
    plain = _QUOTED.sub("", code).split(";")[0][:200].lower()
    if number in _PERCENT or "%" in plain:
        return "percent"
    if number in _DATES and not code:
        return "date"
    is_date = any(sign in plain for sign in "dmyhs") and "general" not in plain
    return "date" if is_date and not any(sign in plain for sign in "0#") else ""


def _follow(container: Container, part: str, kind: str) -> str | None:
    relations = _relations(container, part)
    return next((place for _key, found, place in relations if found == kind), None)


def _targets(container: Container, part: str) -> dict[str, str]:
    return {key: place for key, kind, place in _relations(container, part) if kind == "worksheet"}


def _relations(container: Container, part: str) -> list[tuple[str, str, str]]:
    """Key, kind and target of everything in the file that a part refers to."""
    folder, name = posixpath.split(part)
    place = posixpath.join(folder, "_rels", f"{name}.rels")
    if not container.has(place):
        return []
    relations = _Relations()
    parse(container.read(place), relations)
    return [
        (key, kind, posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"))
        for key, kind, target in relations.found
    ]
