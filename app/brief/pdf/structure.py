"""The structure tree: what a screen reader walks, built while the blocks are laid out.

Elements are made in reading order before anything is drawn; drawing only hangs content on them. A
paragraph that runs over two pages therefore stays one element.
"""

from collections.abc import Iterator
from typing import NamedTuple

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFString,
)

# A table needs its cells even where they are empty.
_KEPT_EMPTY = frozenset({"TD", "TH"})


class MarkedContent(NamedTuple):
    """A stretch of a page's content, by the page's object name and its number there."""

    page: str
    number: int


class AnnotationContent(NamedTuple):
    """An annotation (a link's active area), by its page's and its own object name."""

    page: str
    name: str


class Element:
    """A node of the structure tree; `attributes` are PDF attribute dictionaries."""

    def __init__(
        self,
        tag: str,
        *,
        language: str = "",
        alternative: str = "",
        identifier: str = "",
        attributes: dict[str, object] | None = None,
    ) -> None:
        """Make an element that has no parent yet."""
        self.tag, self.language, self.alternative = tag, language, alternative
        self.identifier = identifier
        self.attributes = attributes or {}
        self.parent: Element | None = None
        self.children: list[Element | MarkedContent | AnnotationContent] = []
        self.name = ""

    def append(self, child: "Element") -> "Element":
        """Put `child` last under this element and return it."""
        child.parent = self
        self.children.append(child)
        return child

    def add(
        self, tag: str, *, language: str = "", attributes: dict[str, object] | None = None
    ) -> "Element":
        """Make a child element and return it."""
        return self.append(Element(tag, language=language, attributes=attributes))

    def adopt_inline(self, child: "Element") -> None:
        """Put an inline element here when the first of its content is drawn."""
        if child.parent is None:
            self.append(child)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said anywhere below."""
        return not any(
            not isinstance(child, Element) or not child.is_empty for child in self.children
        )

    def prune(self) -> None:
        """Drop the elements below in which nothing is said."""
        self.children = [
            child
            for child in self.children
            if not isinstance(child, Element) or child.tag in _KEPT_EMPTY or not child.is_empty
        ]
        for child in self.elements():
            child.prune()

    def elements(self) -> Iterator["Element"]:
        """Yield the child elements in order."""
        return (child for child in self.children if isinstance(child, Element))

    def walk(self) -> Iterator["Element"]:
        """Yield this element and all below it in reading order."""
        yield self
        for child in self.elements():
            yield from child.walk()


class Tree:
    """The structure of one document, with the way back from content to element."""

    def __init__(self, language: str) -> None:
        """Start with an empty document element in `language`."""
        self.root = Element("Document", language=language)
        self._owners: list[Element | list[Element]] = []

    def register(self, owner: Element | list[Element]) -> int:
        """Return the key under which an annotation's or a page's content finds its elements."""
        self._owners.append(owner)
        return len(self._owners) - 1

    def write(self, document: PDFDocument) -> PDFObjectReference:
        """Write the tree's objects into `document` and return a reference to its root."""
        self.root.prune()
        for number, element in enumerate(self.root.walk()):
            element.name = f"Element{number}"
        numbers: list[object] = []
        for key, owner in enumerate(self._owners):
            numbers += [key, _refer(owner)]
        identifiers = sorted(
            (element.identifier, element) for element in self.root.walk() if element.identifier
        )
        entries: dict[str, object] = {
            "Type": PDFName("StructTreeRoot"),
            "K": PDFObjectReference(self.root.name),
            "ParentTree": PDFDictionary({"Nums": PDFArray(numbers)}),
            "ParentTreeNextKey": len(self._owners),
        }
        if identifiers:
            names = [
                item
                for identifier, element in identifiers
                for item in (PDFString(identifier), PDFObjectReference(element.name))
            ]
            entries["IDTree"] = PDFDictionary({"Names": PDFArray(names)})
        root = document.Reference(PDFDictionary(entries), "StructTreeRoot")
        for element in self.root.walk():
            document.Reference(_describe(element), element.name)
        return root


def _refer(owner: Element | list[Element]) -> object:
    if isinstance(owner, Element):
        return PDFObjectReference(owner.name)
    return PDFArray([PDFObjectReference(element.name) for element in owner])


def _describe(element: Element) -> PDFDictionary:
    """Return the dictionary of a structure element (ISO 32000-1, 14.7.2)."""
    parent = element.parent.name if element.parent else "StructTreeRoot"
    entries: dict[str, object] = {
        "S": PDFName(element.tag),
        "P": PDFObjectReference(parent),
    }
    page = next((c.page for c in element.children if not isinstance(c, Element)), "")
    if page:
        entries["Pg"] = PDFObjectReference(page)
    kids = [_describe_child(child, page) for child in element.children]
    if kids:
        entries["K"] = kids[0] if len(kids) == 1 else PDFArray(kids)
    for key, text in (
        ("Alt", element.alternative),
        ("Lang", element.language),
        ("ID", element.identifier),
    ):
        if text:
            entries[key] = PDFString(text)
    if element.attributes:
        entries["A"] = PDFDictionary(element.attributes)
    return PDFDictionary(entries)


def _describe_child(child: Element | MarkedContent | AnnotationContent, page: str) -> object:
    if isinstance(child, Element):
        return PDFObjectReference(child.name)
    if isinstance(child, AnnotationContent):
        return PDFDictionary(
            {
                "Type": PDFName("OBJR"),
                "Pg": PDFObjectReference(child.page),
                "Obj": PDFObjectReference(child.name),
            }
        )
    if child.page == page:
        return child.number
    return PDFDictionary(
        {"Type": PDFName("MCR"), "Pg": PDFObjectReference(child.page), "MCID": child.number}
    )
