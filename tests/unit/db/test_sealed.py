"""A file under a password opens with it, unchanged, and in no other way."""

import hashlib
import random
import zlib
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from db import gate, sealed
from db.errors import FileRefused, PasswordNeeded, ShareRefused
from db.publish import publish
from db.salvage import salvage
from db.sealed import Unsealable, seal, unseal
from tests.reliability.scenes import genuine_document

PASSWORD = "correct horse battery"  # noqa: S105
LARGEST = 2**20


@pytest.fixture
def quick(monkeypatch):
    """Keys that take no work, where the work is not what is tested."""

    def key(password, salt):
        return hashlib.sha256(password.encode() + salt).digest()

    monkeypatch.setattr(sealed, "_key", key)


def packed_as(content: bytes) -> bytes:
    """A container, made with the password, that holds these compressed bytes."""
    whole = seal(b"", PASSWORD)
    size = sealed._HEADER.size
    head = sealed._Header(*sealed._HEADER.unpack(whole[:size]))
    cipher = AESGCM(sealed._key(PASSWORD, head.salt))
    return whole[:size] + cipher.encrypt(head.nonce, content, whole[:size])


def test_what_was_sealed_comes_back(quick):
    for size in (0, 1, 70_000):
        image = random.Random(size).randbytes(size)
        assert unseal(seal(image, PASSWORD), PASSWORD, LARGEST) == image


def test_trying_a_password_takes_memory_and_time():
    assert (sealed.MEMORY, sealed.PASSES, sealed.LANES) == (65_536, 3, 4)
    assert sealed._key("é", b"x" * 16) == sealed._key("e\u0301", b"x" * 16)


def test_no_two_containers_are_alike(quick):
    assert seal(b"same", PASSWORD) != seal(b"same", PASSWORD)


def test_of_ten_thousand_flipped_bits_none_is_accepted(quick):
    chance = random.Random(20261122)
    whole = seal(chance.randbytes(3000), PASSWORD)
    for _ in range(10_000):
        mutant = bytearray(whole)
        mutant[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        with pytest.raises(Unsealable):
            unseal(bytes(mutant), PASSWORD, LARGEST)


def test_no_beginning_of_a_container_is_accepted(quick):
    whole = seal(b"content", PASSWORD)
    for end in range(len(whole)):
        with pytest.raises(Unsealable):
            unseal(whole[:end], PASSWORD, LARGEST)


def test_a_small_container_of_endless_content_is_stopped(quick):
    bomb = zlib.compressobj(9)
    packed = b"".join(bomb.compress(bytes(2**20)) for _ in range(64)) + bomb.flush()
    assert len(packed) < 2**17
    with pytest.raises(Unsealable):
        unseal(packed_as(packed), PASSWORD, LARGEST)


@pytest.mark.parametrize(
    "content",
    [b"", b"no compression", zlib.compress(b"a")[:-1], zlib.compress(b"a") + b"more"],
)
def test_content_that_is_not_compressed_as_a_whole_is_refused(quick, content):
    with pytest.raises(Unsealable):
        unseal(packed_as(content), PASSWORD, LARGEST)


def test_a_header_cannot_ask_for_more_work(quick):
    whole = bytearray(seal(b"content", PASSWORD))
    whole[10:14] = (2**31).to_bytes(4, "big")
    with pytest.raises(Unsealable):
        unseal(bytes(whole), PASSWORD, LARGEST)


def test_a_short_password_is_refused(quick):
    with pytest.raises(ShareRefused, match="at least 8"):
        seal(b"content", "1234567")


@pytest.fixture
def path(tmp_path) -> Path:
    path = tmp_path / "a.poise"
    publish(genuine_document(), path, None, password=PASSWORD)
    return path


def test_a_sealed_file_opens_with_its_password_and_is_only_read(path):
    before = path.read_bytes()
    reading = gate.read(path, PASSWORD)
    assert reading.document == genuine_document()
    assert not reading.writable
    assert reading.stamp.size == len(before)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_password_is_asked_for_and_a_wrong_one_is_told_in_a_sentence(path):
    with pytest.raises(PasswordNeeded, match="under a password"):
        gate.read(path)
    with pytest.raises(PasswordNeeded, match="does not open with this password") as caught:
        gate.read(path, "wrong horse battery")
    assert str(caught.value).endswith(".")
    with pytest.raises(PasswordNeeded):
        salvage(path)


def test_what_is_under_a_password_passes_the_gate_like_any_file(tmp_path):
    path = tmp_path / "a.poise"
    path.write_bytes(seal(b"SQLite format 3\0" + bytes(9000), PASSWORD))
    with pytest.raises(FileRefused, match="not a Counterpoise assessment"):
        gate.read(path, PASSWORD)


def test_a_password_does_no_harm_to_a_plain_file(tmp_path):
    path = tmp_path / "a.poise"
    publish(genuine_document(), path, None)
    reading = gate.read(path, PASSWORD)
    assert reading.document == genuine_document()
    assert reading.writable
