"""Damage at random: what cables, sticks and half-finished copies do to a file."""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from db.errors import FileRefused
from db.gate import document_in
from db.image import build_image
from tests.reliability.scenes import genuine_document

PAGE = 4096


@dataclass
class Outcome:
    """What was seen over all mutants."""

    refused: int = 0
    harmless: int = 0
    slowest: float = 0.0
    troubles: list[str] = field(default_factory=list)


def try_mutants(number: int, seed: int) -> Outcome:
    """Read so many mutants of a genuine file; each must be refused or say what it always said."""
    chance = random.Random(seed)
    document = genuine_document()
    image = build_image(document)
    outcome = Outcome()
    for at in range(number):
        damage = chance.choice(DAMAGES)
        mutant = bytearray(image)
        damage(mutant, chance)
        start = time.perf_counter()
        try:
            if document_in(bytes(mutant), Path("a.poise")) == document:
                outcome.harmless += 1
            else:
                outcome.troubles.append(f"mutant {at} ({damage.__name__}) was read wrongly")
        except FileRefused:
            outcome.refused += 1
        except Exception as error:  # noqa: BLE001  (whatever it is, it is what we look for)
            outcome.troubles.append(f"mutant {at} ({damage.__name__}) ended in {error!r}")
        outcome.slowest = max(outcome.slowest, time.perf_counter() - start)
    return outcome


def flip_bits(data: bytearray, chance: random.Random) -> None:
    """One to eight single bits."""
    for _ in range(chance.randint(1, 8)):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def flip_in_content(data: bytearray, chance: random.Random) -> None:
    """One bit where text and numbers are."""
    places = [at for at in range(PAGE, len(data)) if data[at]]
    data[chance.choice(places)] ^= 1 << chance.randrange(8)


def change_bytes(data: bytearray, chance: random.Random) -> None:
    """A few bytes in a row."""
    at = chance.randrange(len(data) - 16)
    size = chance.randint(1, 16)
    data[at : at + size] = chance.randbytes(size)


def change_header(data: bytearray, chance: random.Random) -> None:
    """One byte of the first hundred."""
    data[chance.randrange(100)] = chance.randrange(256)


def cut(data: bytearray, chance: random.Random) -> None:
    """Everything from somewhere on."""
    del data[chance.randrange(len(data)) :]


def cut_pages(data: bytearray, chance: random.Random) -> None:
    """Whole pages at the end, with a header that knows."""
    pages = chance.randrange(1, len(data) // PAGE)
    del data[pages * PAGE :]
    data[28:32] = pages.to_bytes(4, "big")


def zero_page(data: bytearray, chance: random.Random) -> None:
    """One whole page."""
    at = chance.randrange(len(data) // PAGE) * PAGE
    data[at : at + PAGE] = bytes(PAGE)


def swap_pages(data: bytearray, chance: random.Random) -> None:
    """Two whole pages."""
    one, other = (chance.randrange(len(data) // PAGE) * PAGE for _ in range(2))
    data[one : one + PAGE], data[other : other + PAGE] = (
        data[other : other + PAGE],
        data[one : one + PAGE],
    )


def repeat_page(data: bytearray, chance: random.Random) -> None:
    """One page in the place of another."""
    one, other = (chance.randrange(len(data) // PAGE) * PAGE for _ in range(2))
    data[one : one + PAGE] = data[other : other + PAGE]


def insert_bytes(data: bytearray, chance: random.Random) -> None:
    """Something in the middle."""
    at = chance.randrange(len(data))
    data[at:at] = chance.randbytes(chance.randint(1, 64))


DAMAGES: tuple[Callable[[bytearray, random.Random], None], ...] = (
    flip_bits,
    flip_in_content,
    change_bytes,
    change_header,
    cut,
    cut_pages,
    zero_page,
    swap_pages,
    repeat_page,
    insert_bytes,
)
