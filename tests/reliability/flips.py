"""Sealed files that were damaged, cut, mistaken or made to burst."""

import random
import time
import zlib
from dataclasses import dataclass, field
from functools import cache
from unittest import mock

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from db import sealed
from db.gate.container import LARGEST
from db.image import build_image
from db.sealed import Unsealable, seal, unseal
from tests.reliability.scenes import genuine_document

PASSWORD = "correct horse battery"  # noqa: S105


@dataclass
class Outcome:
    """What was seen over all tries."""

    tries: int = 0
    accepted: int = 0
    slowest: float = 0.0
    troubles: list[str] = field(default_factory=list)


def flip_bits_often(number: int, seed: int) -> Outcome:
    """Flip a bit of a sealed file so many times, and try other passwords, cuts and bombs.

    The key of a password and salt is worked out once: the work of each try is what it always is.
    """
    chance = random.Random(seed)
    image = build_image(genuine_document())
    whole = seal(image, PASSWORD)
    outcome = Outcome()
    with mock.patch.object(sealed, "_key", cache(sealed._key)):
        if unseal(whole, PASSWORD, LARGEST) != image:
            outcome.troubles.append("the whole file does not open")
        for _ in range(number):
            _try(_flipped(whole, chance), PASSWORD, outcome)
        for password in ("", "correct horse batterz", "CORRECT HORSE BATTERY", PASSWORD + " "):
            _try(whole, password, outcome)
        for _ in range(50):
            _try(whole[: chance.randrange(len(whole))], PASSWORD, outcome)
        _try(_bomb(whole), PASSWORD, outcome)
    return outcome


def _flipped(whole: bytes, chance: random.Random) -> bytes:
    """One bit changed; seldom in the salt, where every try costs a new key."""
    salt = range(18, 34)
    at = chance.randrange(len(whole))
    while at in salt and chance.random() < 0.9:
        at = chance.randrange(len(whole))
    mutant = bytearray(whole)
    mutant[at] ^= 1 << chance.randrange(8)
    return bytes(mutant)


def _bomb(whole: bytes) -> bytes:
    """64 KiB, sealed with the right password, that burst to more than any file may have."""
    size = sealed._HEADER.size
    head = sealed._Header(*sealed._HEADER.unpack(whole[:size]))
    burst = zlib.compressobj(9)
    packed = b"".join(burst.compress(bytes(2**20)) for _ in range(68)) + burst.flush()
    cipher = AESGCM(sealed._key(PASSWORD, head.salt))
    return whole[:size] + cipher.encrypt(head.nonce, packed, whole[:size])


def _try(data: bytes, password: str, outcome: Outcome) -> None:
    outcome.tries += 1
    start = time.perf_counter()
    try:
        unseal(data, password, LARGEST)
        outcome.accepted += 1
    except Unsealable:
        outcome.slowest = max(outcome.slowest, time.perf_counter() - start)
