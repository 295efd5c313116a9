"""Explicit levels and directions (rules X1 to X8) and isolating run sequences (X9, X10)."""

from typing import NamedTuple

from app.brief.pdf.bidi.classes import (
    EMBEDDINGS,
    ISOLATE_INITIATORS,
    REMOVED,
    first_strong_level,
)

_MAXIMUM_DEPTH = 125


class _Status(NamedTuple):
    level: int
    override: str
    isolate: bool


class ExplicitPass:
    """One walk over a paragraph that gives each character its explicit level and class."""

    def __init__(self, classes: list[str], base: int, isolates: dict[int, int]) -> None:
        """Prepare to walk over `classes` at paragraph level `base`."""
        self.classes = list(classes)
        self.levels = [base] * len(classes)
        self._original = classes
        self._base = base
        self._isolates = isolates
        self._stack = [_Status(base, "", isolate=False)]
        self._isolate_overflow = self._embedding_overflow = self._valid_isolates = 0

    def walk(self) -> None:
        """Set `levels` and `classes` of every character."""
        for index, name in enumerate(self._original):
            if name in EMBEDDINGS:
                self._embed(index, name)
            elif name in ISOLATE_INITIATORS:
                self._isolate(index, name)
            elif name == "PDI":
                self._end_isolate(index)
            elif name == "PDF":
                self._end_embedding(index)
            elif name != "B":
                self._place(index, overridable=name != "BN")

    def _place(self, index: int, *, overridable: bool = True) -> None:
        status = self._stack[-1]
        self.levels[index] = status.level
        if overridable and status.override:
            self.classes[index] = status.override

    def _next_level(self, *, rightwards: bool) -> int:
        level = self._stack[-1].level
        return (level + 1) | 1 if rightwards else (level + 2) & ~1

    def _fits(self, level: int) -> bool:
        return level <= _MAXIMUM_DEPTH and not (self._isolate_overflow or self._embedding_overflow)

    def _embed(self, index: int, name: str) -> None:
        self.levels[index] = self._stack[-1].level
        level = self._next_level(rightwards=name[0] == "R")
        if self._fits(level):
            override = name[0] if name[2] == "O" else ""
            self._stack.append(_Status(level, override, isolate=False))
        elif not self._isolate_overflow:
            self._embedding_overflow += 1

    def _isolate(self, index: int, name: str) -> None:
        self._place(index)
        rightwards = name == "RLI"
        if name == "FSI":
            end = self._isolates.get(index, len(self._original))
            rightwards = first_strong_level(self._original, index + 1, end) == 1
        level = self._next_level(rightwards=rightwards)
        if self._fits(level):
            self._valid_isolates += 1
            self._stack.append(_Status(level, "", isolate=True))
        else:
            self._isolate_overflow += 1

    def _end_isolate(self, index: int) -> None:
        if self._isolate_overflow:
            self._isolate_overflow -= 1
        elif self._valid_isolates:
            self._embedding_overflow = 0
            while not self._stack.pop().isolate:
                pass
            self._valid_isolates -= 1
        self._place(index)

    def _end_embedding(self, index: int) -> None:
        self.levels[index] = self._stack[-1].level
        if self._isolate_overflow:
            return
        if self._embedding_overflow:
            self._embedding_overflow -= 1
        elif not self._stack[-1].isolate and len(self._stack) > 1:
            self._stack.pop()


def find_sequences(
    classes: list[str], levels: list[int], isolates: dict[int, int]
) -> tuple[list[int], list[list[int]]]:
    """Return the characters kept by X9 and the isolating run sequences of X10, as indexes."""
    kept = [index for index, name in enumerate(classes) if name not in REMOVED]
    runs: list[list[int]] = []
    for index in kept:
        if runs and levels[runs[-1][-1]] == levels[index]:
            runs[-1].append(index)
        else:
            runs.append([index])
    run_of = {run[0]: run for run in runs}
    closers = set(isolates.values())
    sequences = []
    for run in runs:
        if run[0] in closers:
            continue
        sequence = list(run)
        while sequence[-1] in isolates and isolates[sequence[-1]] in run_of:
            sequence += run_of[isolates[sequence[-1]]]
        sequences.append(sequence)
    return kept, sequences
