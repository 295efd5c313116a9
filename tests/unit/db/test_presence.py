"""A note says who has a file open; it informs, never blocks, and believes nobody too much."""

import os

import msgspec
import pytest

from db.presence import STALE_AFTER, Presence, Somebody, note_path, who_has_open


@pytest.fixture
def file(tmp_path):
    """A published file in a folder that two officers share."""
    path = tmp_path / "kabul.poise"
    path.write_bytes(b"x")
    return path


class Clock:
    """A clock that stands where it is put."""

    def __init__(self):
        self.now = 1_800_000_000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    """A clock for both officers."""
    return Clock()


def entered(file, author, clock):
    """An officer who has the file open, and whom they found there."""
    presence = Presence(file, author, clock)
    found = presence.renew()
    if found is None and note_path(file).is_file():
        os.utime(note_path(file), (clock.now, clock.now))
    return presence, found


def test_who_comes_second_is_told_who_came_first(file, clock):
    _, nobody = entered(file, "Rosa", clock)
    clock.now += 100
    _, somebody = entered(file, "Carl", clock)
    assert nobody is None
    assert somebody == Somebody(author="Rosa", since=1_800_000_000)
    assert who_has_open(file, clock.now) == somebody


def test_who_has_it_open_is_not_told_of_themselves(file, clock):
    presence, _ = entered(file, "Rosa", clock)
    clock.now += 60
    assert presence.renew() is None
    assert note_path(file).stat().st_mtime == clock.now


def test_when_the_first_leaves_the_second_takes_over(file, clock):
    first, _ = entered(file, "Rosa", clock)
    second, _ = entered(file, "Carl", clock)
    second.leave()
    assert who_has_open(file, clock.now).author == "Rosa"
    first.leave()
    assert not note_path(file).exists()
    assert second.renew() is None
    os.utime(note_path(file), (clock.now, clock.now))
    assert who_has_open(file, clock.now).author == "Carl"


def test_a_note_that_a_crash_left_counts_for_five_minutes(file, clock):
    entered(file, "Rosa", clock)
    clock.now += STALE_AFTER
    assert who_has_open(file, clock.now)
    clock.now += 1
    assert who_has_open(file, clock.now) is None
    assert entered(file, "Carl", clock)[1] is None
    assert who_has_open(file, clock.now).author == "Carl"


def test_a_note_from_the_future_is_nobodys(file, clock):
    entered(file, "Rosa", clock)
    assert who_has_open(file, clock.now - 3600) is None


def test_the_note_holds_a_name_and_a_time_and_nothing_else(file, clock):
    entered(file, "Rosa", clock)
    said = msgspec.json.decode(note_path(file).read_bytes())
    assert said.keys() == {"token", "author", "since"}
    assert note_path(file).name == ".~kabul.poise.open"


def test_who_does_not_want_to_be_named_is_not(file, clock):
    entered(file, "", clock)
    assert who_has_open(file, clock.now) == Somebody(author="", since=1_800_000_000)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"Rosa",
        b"\xff\xfe",
        b"[]",
        b'{"token": "x", "since": 1}',
        b'{"token": "' + b"a" * 32 + b'", "since": 99999999999999999999}',
        b'{"token": "' + b"a" * 32 + b'", "since": 1, "more": 1}',
        b'{"author": "' + b"a" * 9000 + b'"}',
        b"[" * 4000,
    ],
)
def test_what_is_no_note_names_nobody(file, clock, content):
    note_path(file).write_bytes(content)
    os.utime(note_path(file), (clock.now, clock.now))
    assert who_has_open(file, clock.now) is None
    Presence(file, "Carl", clock).renew()


@pytest.mark.parametrize("author", ["Rosa\u202e", "Rosa\nCarl", "\u200b", "\x1b[31mRosa"])
def test_a_name_that_would_deceive_is_left_out(file, clock, author):
    entered(file, author, clock)
    assert who_has_open(file, clock.now).author == ""


def test_a_long_file_name_has_a_note_too(tmp_path, clock):
    file = tmp_path / ("k" * 245 + ".poise")
    file.write_bytes(b"x")
    entered(file, "Rosa", clock)
    assert who_has_open(file, clock.now).author == "Rosa"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_or_a_link_in_its_place_is_neither_opened_nor_replaced(file, clock, tmp_path):
    os.mkfifo(note_path(file))
    assert entered(file, "Rosa", clock)[1] is None
    assert not note_path(file).is_file()
    note_path(file).unlink()
    victim = tmp_path / "victim"
    victim.write_bytes(b"mine")
    note_path(file).symlink_to(victim)
    assert entered(file, "Rosa", clock)[1] is None
    assert victim.read_bytes() == b"mine"


def test_a_file_that_one_cannot_write_gets_no_note(file, clock, monkeypatch):
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert entered(file, "Rosa", clock)[1] is None
    assert not note_path(file).exists()


def test_a_folder_that_is_gone_is_no_trouble(tmp_path, clock):
    presence = Presence(tmp_path / "gone" / "kabul.poise", "Rosa", clock)
    assert presence.renew() is None
    presence.leave()
    assert who_has_open(presence.file) is None
