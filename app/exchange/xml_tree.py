"""Small XML documents from others as a tree, read within the bounds of `xml_events`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from .xml_events import listen

NODE_LIMIT = 400_000


@dataclass(slots=True)
class Node:
    """An element: its name without prefix, its attributes, what is inside, its own text."""

    name: str
    attributes: Mapping[str, str]
    children: list["Node"] = field(default_factory=list)
    text: str = ""

    def all(self, name: str) -> Iterator["Node"]:
        """The children of this name."""
        return (child for child in self.children if child.name == name)

    def first(self, *path: str) -> "Node | None":
        """The first element on this way down; None where it ends before."""
        node: Node | None = self
        for name in path:
            node = None if node is None else next(node.all(name), None)
        return node

    def words(self, *path: str) -> str:
        """The text of the first element on this way down, or nothing."""
        node = self.first(*path)
        return "" if node is None else node.text.strip()

    def walk(self) -> Iterator["Node"]:
        """This element and all below it, each before what is inside it."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += reversed(node.children)


def parse(data: bytes) -> Node:
    """The root of a document. Raises `XmlRefused` as `listen` does, and for too many elements."""
    builder = _Builder()
    listen(data, builder, NODE_LIMIT)
    assert builder.root is not None
    return builder.root


class _Builder:
    def __init__(self) -> None:
        self.root: Node | None = None
        self._open: list[Node] = []
        self._texts: list[list[str]] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        node = Node(name, attributes)
        if self._open:
            self._open[-1].children.append(node)
        else:
            self.root = node
        self._open.append(node)
        self._texts.append([])

    def end(self, name: str) -> None:  # noqa: ARG002 - it is the one that was opened last
        self._open.pop().text = "".join(self._texts.pop())

    def text(self, content: str) -> None:
        self._texts[-1].append(content)
