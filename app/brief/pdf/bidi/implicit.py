"""Weak, neutral and implicit resolution of one isolating run sequence (rules W1 to I2)."""

from app.brief.pdf.bidi.classes import CLOSING, ISOLATE_INITIATORS, NEUTRALS, OPENING, STRONG

_BRACKET_STACK = 63  # BD16 gives up beyond this many open brackets


class Sequence:
    """The characters of an isolating run sequence while their classes are being resolved."""

    def __init__(
        self, text: str, original: list[str], classes: list[str], start: str, end: str, level: int
    ) -> None:
        """Take the sequence's characters, its classes before and after overrides, sos and eos."""
        self.text, self.original, self.classes = text, original, classes
        self.start, self.end, self.level = start, end, level
        self.embedding = "R" if level % 2 else "L"

    def resolve(self) -> list[int]:
        """Return the resolved level of each character."""
        self._resolve_marks()
        self._resolve_numbers()
        self._resolve_separators()
        self._resolve_latin_numbers()
        self._resolve_brackets()
        self._resolve_neutrals()
        return [self.level + self._step(name) for name in self.classes]

    def _step(self, name: str) -> int:  # I1, I2
        if self.level % 2:
            return 0 if name == "R" else 1
        return {"L": 0, "R": 1}.get(name, 2)

    def _resolve_marks(self) -> None:  # W1
        before = self.start
        for index, name in enumerate(self.classes):
            if name == "NSM":
                around = before in ISOLATE_INITIATORS or before == "PDI"
                self.classes[index] = "ON" if around else before
            before = self.classes[index]

    def _resolve_numbers(self) -> None:  # W2, W3
        strong = self.start
        for index, name in enumerate(self.classes):
            if name in STRONG:
                strong = name
            elif name == "EN" and strong == "AL":
                self.classes[index] = "AN"
        self.classes = ["R" if name == "AL" else name for name in self.classes]

    def _resolve_separators(self) -> None:  # W4, W5, W6
        classes = self.classes
        for index in range(1, len(classes) - 1):
            before, name, after = classes[index - 1 : index + 2]
            if before == after and (
                (name == "ES" and before == "EN") or (name == "CS" and before in ("EN", "AN"))
            ):
                classes[index] = before
        for first, last in _stretches(classes, frozenset({"ET"})):
            beside_number = (first and classes[first - 1] == "EN") or (
                last < len(classes) and classes[last] == "EN"
            )
            if beside_number:
                classes[first:last] = ["EN"] * (last - first)
        self.classes = ["ON" if name in ("ES", "ET", "CS") else name for name in classes]

    def _resolve_latin_numbers(self) -> None:  # W7
        strong = self.start
        for index, name in enumerate(self.classes):
            if name in ("L", "R"):
                strong = name
            elif name == "EN" and strong == "L":
                self.classes[index] = "L"

    def _resolve_brackets(self) -> None:  # N0
        for first, last in sorted(self._find_brackets()):
            inside = {_direction(name) for name in self.classes[first + 1 : last]} - {""}
            if self.embedding in inside:
                direction = self.embedding
            elif inside:
                # Only the opposite direction stands inside: what comes before decides.
                direction = self._direction_before(first)
            else:
                continue
            for bracket in (first, last):
                self._set_bracket(bracket, direction)

    def _find_brackets(self) -> list[tuple[int, int]]:  # BD16
        found: list[tuple[int, int]] = []
        open_brackets: list[tuple[str, int]] = []
        for index, character in enumerate(self.text):
            if self.classes[index] != "ON":
                continue
            if character in OPENING:
                if len(open_brackets) == _BRACKET_STACK:
                    break
                open_brackets.append((OPENING[character], index))
            elif character in CLOSING:
                for depth in range(len(open_brackets) - 1, -1, -1):
                    if open_brackets[depth][0] == CLOSING[character]:
                        found.append((open_brackets[depth][1], index))
                        del open_brackets[depth:]
                        break
        return found

    def _direction_before(self, index: int) -> str:
        for name in reversed(self.classes[:index]):
            if _direction(name):
                return _direction(name)
        return self.start

    def _set_bracket(self, index: int, direction: str) -> None:
        self.classes[index] = direction
        for mark in range(index + 1, len(self.classes)):
            if self.original[mark] != "NSM":
                break
            self.classes[mark] = direction

    def _resolve_neutrals(self) -> None:  # N1, N2
        classes = self.classes
        for first, last in _stretches(classes, NEUTRALS):
            before = _direction(classes[first - 1]) if first else self.start
            after = _direction(classes[last]) if last < len(classes) else self.end
            direction = before if before == after else self.embedding
            classes[first:last] = [direction] * (last - first)


def _direction(name: str) -> str:
    """Return the direction a class counts for among neutrals; numbers count as right-to-left."""
    if name == "L":
        return "L"
    return "R" if name in ("R", "EN", "AN") else ""


def _stretches(classes: list[str], wanted: frozenset[str]) -> list[tuple[int, int]]:
    """Return the bounds of each longest stretch of classes that are in `wanted`."""
    found: list[tuple[int, int]] = []
    start = -1
    for index, name in enumerate([*classes, ""]):
        if name in wanted:
            start = index if start < 0 else start
        elif start >= 0:
            found.append((start, index))
            start = -1
    return found
