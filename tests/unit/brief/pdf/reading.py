"""What a screen reader finds in a PDF: the structure tree with its text, and what lies outside."""

import io
import re
from dataclasses import dataclass, field
from functools import cache

import pypdf
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, IndirectObject


@dataclass
class Node:
    """A structure element with the text and elements under it, in reading order."""

    tag: str
    alternative: str = ""
    language: str = ""
    attributes: dict = field(default_factory=dict)
    address: str = ""
    children: list = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(c if isinstance(c, str) else c.text for c in self.children)

    @property
    def words(self) -> str:
        return " ".join(self.text.split())

    def walk(self):
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.walk()

    def all(self, *tags):
        return [node for node in self.walk() if node.tag in tags]


@dataclass
class Reading:
    """A whole file as it reads."""

    root: Node
    artifacts: list[str]
    loose: list[str]
    faults: list[str]
    reader: pypdf.PdfReader


def read(data: bytes) -> Reading:
    """Read the structure tree of a PDF and check that content and tree belong together."""
    reader = pypdf.PdfReader(io.BytesIO(data), strict=True)
    return _Walk(reader).reading()


class _Walk:
    def __init__(self, reader):
        self.reader = reader
        self.pages = {page.indirect_reference.idnum: page for page in reader.pages}
        self.contents = {number: _read_page(page) for number, page in self.pages.items()}
        self.seen = set()
        self.faults = []
        numbers = reader.root_object["/StructTreeRoot"]["/ParentTree"]["/Nums"]
        self.owners = {int(numbers[i]): numbers[i + 1] for i in range(0, len(numbers), 2)}

    def reading(self):
        tree = self.reader.root_object["/StructTreeRoot"]
        root = self.node(tree.raw_get("/K"), None)
        for page, (marked, _, _) in self.contents.items():
            self.faults += [
                f"content {number} of page {page} hangs on nothing: {text!r}"
                for number, text in marked.items()
                if (page, number) not in self.seen
            ]
        artifacts = [text for _, kept, _ in self.contents.values() for text in kept]
        loose = [text for _, _, lost in self.contents.values() for text in lost]
        return Reading(root, artifacts, loose, self.faults, self.reader)

    def node(self, reference, page):
        element = reference.get_object()
        page = _number(element.raw_get("/Pg")) if "/Pg" in element else page
        attributes = element.get("/A", {})
        node = Node(
            str(element["/S"])[1:],
            str(element.get("/Alt", "")),
            str(element.get("/Lang", "")),
            dict(attributes),
        )
        kids = element.raw_get("/K") if "/K" in element else ArrayObject()
        if isinstance(kids, IndirectObject) and isinstance(kids.get_object(), ArrayObject):
            kids = kids.get_object()
        for kid in kids if isinstance(kids, ArrayObject) else [kids]:
            self.child(node, reference, kid, page)
        return node

    def child(self, node, reference, kid, page):
        thing = kid.get_object()
        if not isinstance(thing, DictionaryObject):
            node.children.append(self.content(reference, page, int(thing)))
        elif thing.get("/Type") == "/MCR":
            where = _number(thing.raw_get("/Pg"))
            node.children.append(self.content(reference, where, int(thing["/MCID"])))
        elif thing.get("/Type") == "/OBJR":
            annotation = thing["/Obj"]
            owner = self.owners[int(annotation["/StructParent"])]
            if _number(owner) != _number(reference):
                self.faults.append("an annotation belongs to another element")
            node.address = str(annotation.get("/A", {}).get("/URI", ""))
        else:
            if _number(thing.raw_get("/P")) != _number(reference):
                self.faults.append(f"{thing['/S']} names another parent")
            node.children.append(self.node(kid, page))

    def content(self, reference, page, number):
        owners = self.owners[int(self.pages[page]["/StructParents"])].get_object()
        if _number(owners[number]) != _number(reference):
            self.faults.append(f"content {number} of page {page} belongs to another element")
        if (page, number) in self.seen:
            self.faults.append(f"content {number} of page {page} hangs on two elements")
        self.seen.add((page, number))
        return self.contents[page][0].get(number, "")


def _number(reference) -> int:
    return reference.idnum


def _read_page(page):
    """Return a page's text by content number, its artifacts' text, and text in neither."""
    fonts = {
        name: _unicode_map(font.get_object()["/ToUnicode"].get_data())
        for name, font in page["/Resources"]["/Font"].items()
    }
    marked, artifacts, loose = {}, [], []
    stack, font = [], {}
    for operands, operator in ContentStream(page.get_contents(), page.pdf).operations:
        if operator in (b"BDC", b"BMC"):
            properties = operands[1] if len(operands) > 1 else {}
            number = properties.get("/MCID") if isinstance(properties, dict) else None
            stack.append("artifact" if number is None else int(number))
            if number is not None:
                marked.setdefault(int(number), "")
        elif operator == b"EMC":
            stack.pop()
        elif operator == b"Tf":
            font = fonts[str(operands[0])]
        elif operator in (b"Tj", b"TJ"):
            shown = operands[0] if operator == b"TJ" else operands
            text = "".join(_decode(part, font) for part in shown)
            if not stack:
                loose.append(text)
            elif stack[-1] == "artifact":
                artifacts.append(text)
            else:
                marked[stack[-1]] += text
    return marked, artifacts, loose


def _decode(part, font) -> str:
    data = getattr(part, "original_bytes", None)
    if data is None:
        return ""
    return "".join(font[data[i : i + 2]] for i in range(0, len(data), 2))


@cache
def _unicode_map(data: bytes) -> dict:
    entries = re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]+)>", data.split(b"endcodespacerange")[1])
    return {
        bytes.fromhex(code.decode()): bytes.fromhex(text.decode()).decode("utf-16-be")
        for code, text in entries
    }
