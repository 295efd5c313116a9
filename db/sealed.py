"""A file under a password: for mail and sticks, where others may get hold of it.

The layout is a header (magic, version, the work that the password takes, salt, nonce) followed by
the file, compressed and then encrypted with AES-256-GCM. The key comes from the password by
Argon2id (RFC 9106, 2021). The header is authenticated with the content, so that not a bit of either
can be changed unnoticed. One password and salt seal one file, so a nonce never meets its key twice.
"""

import secrets
import struct
import unicodedata
import zlib
from typing import Final, NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from .errors import ShareRefused
from .layout import SEALED_MAGIC

VERSION: Final = 1
MEMORY: Final = 64 * 1024
"""KiB of memory that trying one password takes."""
PASSES: Final = 3
LANES: Final = 4

SHORTEST: Final = 8
"""Characters of a password; fewer are found by trying, whatever each try costs."""

_HEADER: Final = struct.Struct(">8sHIHH16s12s")
_STEP: Final = 2**16


class _Header(NamedTuple):
    magic: bytes
    version: int
    memory: int
    passes: int
    lanes: int
    salt: bytes
    nonce: bytes


class Unsealable(ValueError):
    """The password is wrong, or the file is not as it was sealed: the two cannot be told apart."""


def seal(image: bytes, password: str) -> bytes:
    """The bytes of a file under a password.

    Raises:
        ShareRefused: the password is so short that it would only seem to protect the file.
    """
    if len(password) < SHORTEST:
        raise ShareRefused(
            "A password needs at least {number} characters. Choose a longer one, such as a few"
            " words.",
            number=SHORTEST,
        )
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    header = _HEADER.pack(*_Header(SEALED_MAGIC, VERSION, MEMORY, PASSES, LANES, salt, nonce))
    return header + AESGCM(_key(password, salt)).encrypt(nonce, zlib.compress(image), header)


def unseal(data: bytes, password: str, largest: int) -> bytes:
    """The file that was sealed, if it has no more than `largest` bytes.

    Only the work that we ask for ourselves is accepted: a header cannot make us do more.

    Raises:
        Unsealable: the password is wrong, or the file was changed, or is too large.
    """
    if len(data) < _HEADER.size:
        raise Unsealable
    head = _Header(*_HEADER.unpack_from(data))
    if head[:5] != (SEALED_MAGIC, VERSION, MEMORY, PASSES, LANES):
        raise Unsealable
    header, content = data[: _HEADER.size], data[_HEADER.size :]
    try:
        packed = AESGCM(_key(password, head.salt)).decrypt(head.nonce, content, header)
    except InvalidTag as error:
        raise Unsealable from error
    return _unpacked(packed, largest)


def _key(password: str, salt: bytes) -> bytes:
    """The key of a password, however the keyboard composes its accents."""
    typed = unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass")
    work = Argon2id(salt=salt, length=32, iterations=PASSES, lanes=LANES, memory_cost=MEMORY)
    return work.derive(typed)


def _unpacked(packed: bytes, largest: int) -> bytes:
    """What was compressed; unpacked in steps, because a small file may claim to be endless."""
    stream = zlib.decompressobj()
    parts, room = [], largest
    try:
        for at in range(0, len(packed), _STEP):
            piece = packed[at : at + _STEP]
            while piece:
                part = stream.decompress(piece, room + 1)
                piece = stream.unconsumed_tail
                room -= len(part)
                if room < 0:
                    raise Unsealable
                parts.append(part)
    except zlib.error as error:
        raise Unsealable from error
    if not stream.eof or stream.unused_data:
        raise Unsealable
    return b"".join(parts)
