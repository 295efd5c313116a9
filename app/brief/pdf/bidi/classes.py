"""Bidirectional character classes and bracket pairs."""

from unicodedata import bidirectional, normalize

ISOLATE_INITIATORS = frozenset({"LRI", "RLI", "FSI"})
EMBEDDINGS = frozenset({"LRE", "RLE", "LRO", "RLO"})
REMOVED = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "BN"})
NEUTRALS = frozenset({"B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"})
STRONG = frozenset({"L", "R", "AL"})

# Code points that Unicode has not assigned yet take the class of the block they will belong to
# (DerivedBidiClass.txt, @missing lines).
_UNASSIGNED = (
    (0x0590, 0x05FF, "R"),
    (0x0600, 0x07BF, "AL"),
    (0x07C0, 0x085F, "R"),
    (0x0860, 0x08FF, "AL"),
    (0x20A0, 0x20CF, "ET"),
    (0xFB1D, 0xFB4F, "R"),
    (0xFB50, 0xFDCF, "AL"),
    (0xFDF0, 0xFDFF, "AL"),
    (0xFE70, 0xFEFF, "AL"),
    (0x10800, 0x10CFF, "R"),
    (0x10D00, 0x10D3F, "AL"),
    (0x10D40, 0x10EBF, "R"),
    (0x10EC0, 0x10EFF, "AL"),
    (0x10F00, 0x10F2F, "R"),
    (0x10F30, 0x10F6F, "AL"),
    (0x10F70, 0x10FFF, "R"),
    (0x1E800, 0x1EC6F, "R"),
    (0x1EC70, 0x1ECBF, "AL"),
    (0x1ECC0, 0x1ECFF, "R"),
    (0x1ED00, 0x1ED4F, "AL"),
    (0x1ED50, 0x1EDFF, "R"),
    (0x1EE00, 0x1EEFF, "AL"),
    (0x1EF00, 0x1EFFF, "R"),
)

# BidiBrackets.txt: each opening bracket is followed by its closing one.
_BRACKETS = (
    "()[]{}༺༻༼༽᚛᚜⁅⁆⁽⁾₍₎⌈⌉⌊⌋\u2329\u232a❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦍⦐⦏⦎⦑⦒⦓⦔⦕⦖⦗⦘"
    "⧘⧙⧚⧛⧼⧽⸢⸣⸤⸥⸦⸧⸨⸩⹕⹖⹗⹘⹙⹚⹛⹜\u3008\u3009《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣"
)
# Canonically equivalent brackets (U+2329 and U+3008) match each other, hence the normalisation.
OPENING = {
    opening: normalize("NFD", closing)
    for opening, closing in zip(_BRACKETS[::2], _BRACKETS[1::2], strict=True)
}
CLOSING = {closing: normalize("NFD", closing) for closing in _BRACKETS[1::2]}


def classify(text: str) -> list[str]:
    """Return the bidirectional class of each character of `text`."""
    return [bidirectional(character) or _unassigned(ord(character)) for character in text]


def _unassigned(code: int) -> str:
    for first, last, name in _UNASSIGNED:
        if first <= code <= last:
            return name
    return "L"


def match_isolates(classes: list[str]) -> dict[int, int]:
    """Return, for each isolate initiator that is closed, the index of its PDI (BD9)."""
    matches: dict[int, int] = {}
    open_initiators: list[int] = []
    for index, name in enumerate(classes):
        if name in ISOLATE_INITIATORS:
            open_initiators.append(index)
        elif name == "PDI" and open_initiators:
            matches[open_initiators.pop()] = index
    return matches


def first_strong_level(classes: list[str], start: int, end: int) -> int | None:
    """Return the level that the first strong character outside isolates asks for (P2, P3)."""
    depth = 0
    for name in classes[start:end]:
        if name in ISOLATE_INITIATORS:
            depth += 1
        elif name == "PDI":
            depth = max(0, depth - 1)
        elif depth == 0 and name in STRONG:
            return 0 if name == "L" else 1
    return None
