"""XMCDA documents read by the names of their elements, whichever version they are of.

Web services keep alternatives, criteria, weights and performances in documents of their own, so
several are read as one. Facts on the format: the XMCDA schemas of the Decision Deck consortium.
"""

import re
from collections.abc import Callable, Iterable

from app.exchange.xml_events import XmlRefused
from app.exchange.xml_tree import Node, parse
from app.wording import _

from .content import Alternative, Content, Criterion
from .refused import XmcdaRefused

SIZE_LIMIT = 16_000_000
"""Bytes of all documents together."""
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?")
_LONGEST = 60
_PROBLEMS = 20
_MISSING = {"na", "undefined", ""}


def is_xmcda(data: bytes) -> bool:
    """Whether the first bytes are those of an XMCDA document."""
    head = data[:2000].replace(b"\x00", b"").lower()
    return b"<" in head[:100] and b"xmcda" in head


def read_documents(documents: Iterable[bytes]) -> Content:
    """What the documents say together. Raises `XmcdaRefused` with a sentence."""
    content = Content()
    left = SIZE_LIMIT
    for data in documents:
        left -= len(data)
        if left < 0:
            raise XmcdaRefused(_("These documents are too large to be one decision."))
        _read_root(_parsed(data), content)
    if not content.scores.get("likely"):
        raise XmcdaRefused(
            _("There is no performance table in what was given. Name all files of the decision.")
        )
    return content


def _parsed(data: bytes) -> Node:
    try:
        root = parse(data)
    except XmlRefused as error:
        raise XmcdaRefused(_("This is not plain XML. Nothing was imported.")) from error
    if root.name.lower() != "xmcda":
        raise XmcdaRefused(_("This is XML, but no XMCDA document. Nothing was imported."))
    return root


def _read_root(root: Node, content: Content) -> None:
    readers: dict[str, Callable[[Node, Content], None]] = {
        "alternatives": _read_alternatives,
        "criteria": _read_criteria,
        "criteriaScales": _read_scales,
        "criteriaValues": _read_weights,
        "criteriaFunctions": _read_functions,
        "criteriaHierarchy": _read_hierarchy,
        "performanceTable": _read_performances,
    }
    for part in root.children:
        read = readers.get(part.name)
        if read is not None:
            read(part, content)


def _read_alternatives(part: Node, content: Content) -> None:
    content.title = content.title or part.attributes.get("name", "")
    for node in part.all("alternative"):
        key = node.attributes.get("id", "")
        if node.words("type") == "fictive":
            sentence = _("“{name}” is a fictive alternative and was left out.")
            content.remarks.append(sentence.format(name=node.attributes.get("name", key)))
            continue
        found = content.alternatives.setdefault(key, Alternative(key))
        found.name = node.attributes.get("name", "").strip() or found.name
        found.description = node.words("description", "comment")
        found.active = node.words("active") not in ("false", "0")


def _read_criteria(part: Node, content: Content) -> None:
    for node in part.all("criterion"):
        found = _criterion(content, node.attributes.get("id", ""))
        found.name = node.attributes.get("name", "").strip() or found.name
        found.description = node.words("description", "comment")
        scale = node.first("scale")
        if scale is not None:
            _take_scale(scale, found)


def _criterion(content: Content, key: str) -> Criterion:
    return content.criteria.setdefault(key, Criterion(key))


def _read_scales(part: Node, content: Content) -> None:
    for node in part.children:
        scale = node.first("scales", "scale") or node.first("scale")
        if node.name in ("criterionScale", "criterionScales") and scale is not None:
            _take_scale(scale, _criterion(content, node.words("criterionID")))


def _take_scale(scale: Node, found: Criterion) -> None:
    quantitative = scale.first("quantitative")
    if quantitative is None:
        return
    found.unit = scale.attributes.get("name", "")
    direction = quantitative.words("preferenceDirection")
    found.direction = {"max": 1, "min": -1}.get(direction)
    ends = (quantitative.first("minimum"), quantitative.first("maximum"))
    found.minimum, found.maximum = (None if end is None else _number(end) for end in ends)


def _read_weights(part: Node, content: Content) -> None:
    concept = (part.attributes.get("mcdaConcept", "") + part.attributes.get("name", "")).lower()
    if concept and not any(word in concept for word in ("weight", "importance", "poids")):
        return
    for node in part.children:
        if node.name in ("criterionValue", "criterionValues"):
            key = node.words("criterionID")
            number = _number(node)
            if number is None or number < 0:
                _complain(content, _("Weight of {criterion}: not a number of 0 or more."), "", key)
            else:
                _criterion(content, key).weight = number


def _read_functions(part: Node, content: Content) -> None:
    for node in part.children:
        points = [
            (x, y)
            for point in node.walk()
            if point.name in ("point", "head", "tail")
            and (x := _number(point.first("abscissa"))) is not None
            and (y := _number(point.first("ordinate"))) is not None
        ]
        if points:
            _criterion(content, node.words("criterionID")).points = sorted(set(points))


def _read_hierarchy(part: Node, content: Content) -> None:
    waiting: list[tuple[Node, str | None]] = [(part, None)]
    while waiting:
        node, parent = waiting.pop()
        key = node.words("criterionID")
        if key:
            _criterion(content, key).parent = parent
        below = (child for child in node.children if child.name in ("nodes", "node"))
        waiting += [(child, key or parent) for child in below]


def _read_performances(part: Node, content: Content) -> None:
    concept = part.attributes.get("mcdaConcept", "")
    kind = concept if concept in ("low", "high") else "likely"
    if kind in content.scores:
        content.remarks.append(_("There are several performance tables; the first one was taken."))
        return
    scores = content.scores.setdefault(kind, {})
    for row in part.all("alternativePerformances"):
        option = row.words("alternativeID")
        if kind == "likely":
            content.alternatives.setdefault(option, Alternative(option))
        for node in row.all("performance"):
            criterion = node.words("criterionID")
            _criterion(content, criterion)
            number = _number(node)
            if number is not None:
                scores[option, criterion] = number
            elif not _is_missing(node):
                _complain(content, _("{option} on {criterion}: not a number."), option, criterion)


def _complain(content: Content, sentence: str, option: str, criterion: str) -> None:
    if len(content.problems) < _PROBLEMS:
        content.problems.append(sentence.format(option=option[:80], criterion=criterion[:80]))


def _number(node: Node | None) -> float | None:
    """The number in a value, however deep it is wrapped."""
    found = None if node is None else _stated(node)
    if found is None or found.name not in ("real", "integer"):
        return None
    text = found.text.strip()
    good = len(text) <= _LONGEST and _NUMBER.fullmatch(text)
    value = float(text) if good else None
    return value if value is not None and abs(value) <= 1e15 else None


def _stated(node: Node) -> Node | None:
    """The element that states a value, inside its wrappings."""
    for child in node.children:
        if child.name in ("values", "value"):
            return _stated(child)
        if child.name not in ("criterionID", "alternativeID", "description"):
            return child
    return None


def _is_missing(node: Node) -> bool:
    found = _stated(node)
    return found is None or found.name.lower() in _MISSING
