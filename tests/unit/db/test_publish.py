"""Publishing puts whole files in place, keeps what it displaces, and never covers a colleague's."""

import errno
import os
import threading
from pathlib import Path

import msgspec
import pytest

from db import exchange
from db import publish as publishing
from db.document import Document
from db.errors import PublishConflict, PublishFailed
from db.gate import read
from db.kept import versions_of
from db.model import Assessment, Decision
from db.publish import publish, stamp_of
from tests.strategies import grown

ONE, TWO, THREE = (
    Assessment(decision=Decision(id="D", title=title)) for title in ("One", "Two", "Three")
)


def title_at(path: Path) -> str:
    return read(path).assessment.decision.title


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture(params=["exchange", "lock"])
def any_file_system(request, monkeypatch):
    """Also a file system that can neither exchange nor keep from replacing, as on many shares."""
    if request.param == "lock":

        def unsupported(*_):
            raise exchange.Unsupported(errno.EINVAL, "Invalid argument")

        monkeypatch.setattr(exchange, "displace", unsupported)
        monkeypatch.setattr(exchange, "put_new", unsupported)
    return request.param


def test_a_new_file_holds_the_document_and_nothing_lies_beside_it(tmp_path, any_file_system, small):
    path = tmp_path / "a.poise"
    stamp = publish(Document(assessment=small), path, None)
    reading = read(path)
    assert (reading.assessment, reading.stamp, stamp_of(path)) == (small, stamp, stamp)
    assert names_in(tmp_path) == ["a.poise"]


def test_publishing_again_keeps_what_it_displaces(tmp_path, any_file_system):
    path, keep = tmp_path / "a.poise", tmp_path / "kept"
    first = publish(ONE, path, None, keep=keep)
    second = publish(TWO, path, first, keep=keep)
    assert title_at(path) == "Two"
    assert stamp_of(path) == second
    assert [title_at(version) for version in versions_of(keep, path)] == ["One"]
    assert names_in(tmp_path) == ["a.poise", "kept"]


def test_a_file_that_nobody_expected_stays(tmp_path, any_file_system):
    path = tmp_path / "a.poise"
    publish(ONE, path, None)
    with pytest.raises(PublishConflict) as conflict:
        publish(TWO, path, None)
    assert conflict.value.theirs == path
    assert title_at(path) == "One"
    assert names_in(tmp_path) == ["a.poise"]


def test_a_colleagues_version_stays(tmp_path, any_file_system):
    path = tmp_path / "a.poise"
    mine = publish(ONE, path, None)
    publish(TWO, path, mine)
    with pytest.raises(PublishConflict, match="Somebody else"):
        publish(THREE, path, mine)
    assert title_at(path) == "Two"
    assert names_in(tmp_path) == ["a.poise"]


def test_a_colleague_who_is_faster_by_an_instant_is_not_covered(tmp_path, monkeypatch):
    path = tmp_path / "a.poise"
    mine = publish(ONE, path, None)
    displace, calls = exchange.displace, []

    def displace_late(source, target):
        calls.append(target)
        if len(calls) == 1:
            monkeypatch.setattr(exchange, "displace", displace)
            publish(TWO, path, mine)
            monkeypatch.setattr(exchange, "displace", displace_late)
        return displace(source, target)

    monkeypatch.setattr(exchange, "displace", displace_late)
    with pytest.raises(PublishConflict) as conflict:
        publish(THREE, path, mine, keep=tmp_path / "kept")
    assert conflict.value.theirs == path
    assert title_at(path) == "Two"
    assert names_in(tmp_path) == ["a.poise", "kept"]


def test_two_colleagues_within_the_same_instant_are_both_kept(tmp_path, monkeypatch):
    path, keep = tmp_path / "a.poise", tmp_path / "kept"
    mine = publish(ONE, path, None)
    displace, calls = exchange.displace, []

    def displace_late(source, target):
        calls.append(target)
        number = len(calls)
        monkeypatch.setattr(exchange, "displace", displace)
        if number == 1:
            publish(TWO, path, mine)
        if number == 2:
            publish(grown(1, 2), path, stamp_of(path))
        monkeypatch.setattr(exchange, "displace", displace_late)
        return displace(source, target)

    monkeypatch.setattr(exchange, "displace", displace_late)
    with pytest.raises(PublishConflict) as conflict:
        publish(THREE, path, mine, keep=keep)
    assert read(path).assessment == grown(1, 2)
    assert title_at(conflict.value.theirs) == "Two"
    assert names_in(tmp_path) == ["a.poise", "kept"]


def test_two_first_publishers_do_not_cover_each_other(tmp_path, monkeypatch):
    path = tmp_path / "a.poise"
    put_new = exchange.put_new

    def put_new_late(source, target):
        monkeypatch.setattr(exchange, "put_new", put_new)
        publish(ONE, path, None)
        return put_new(source, target)

    monkeypatch.setattr(exchange, "put_new", put_new_late)
    with pytest.raises(PublishConflict):
        publish(TWO, path, None)
    assert title_at(path) == "One"
    assert names_in(tmp_path) == ["a.poise"]


def test_a_file_that_was_moved_away_is_not_brought_back(tmp_path):
    path = tmp_path / "a.poise"
    stamp = publish(ONE, path, None)
    path.rename(tmp_path / "b.poise")
    with pytest.raises(PublishFailed, match="moved"):
        publish(TWO, path, stamp)
    assert names_in(tmp_path) == ["b.poise"]


def test_a_link_goes_on_pointing_at_the_file(tmp_path):
    target, link = tmp_path / "real.poise", tmp_path / "link.poise"
    stamp = publish(ONE, target, None)
    link.symlink_to(target)
    publish(TWO, link, stamp)
    assert link.is_symlink()
    assert title_at(target) == "Two"


def test_permissions_of_the_file_stay(tmp_path):
    path = tmp_path / "a.poise"
    stamp = publish(ONE, path, None)
    path.chmod(0o640)
    publish(TWO, path, stamp)
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("number", "cause"),
    [
        (errno.ENOSPC, "is full"),
        (errno.EROFS, "cannot be written to"),
        (errno.EACCES, "may not write"),
        (errno.EPERM, "may not write"),
        (errno.EIO, "could not be written"),
    ],
)
@pytest.mark.parametrize("step", ["open", "sync_file", "displace"])
def test_whatever_fails_the_file_stays_and_the_cause_is_named(
    tmp_path, monkeypatch, step, number, cause
):
    path = tmp_path / "a.poise"
    stamp = publish(ONE, path, None)

    def fail(*_, **__):
        raise OSError(number, os.strerror(number))

    place = {"open": "db.temporary.os.open", "sync_file": "db.temporary.sync_file"}
    monkeypatch.setattr(place.get(step, f"db.exchange.{step}"), fail)
    with pytest.raises(PublishFailed, match=cause):
        publish(TWO, path, stamp)
    monkeypatch.undo()
    assert title_at(path) == "One"
    assert names_in(tmp_path) == ["a.poise"]


def test_a_folder_that_is_gone_is_named(tmp_path):
    with pytest.raises(PublishFailed, match="no longer there"):
        publish(ONE, tmp_path / "gone" / "a.poise", None)
    with pytest.raises(PublishFailed, match="is a folder"):
        publish(ONE, tmp_path, None)


def test_a_name_too_long_is_named_and_the_longest_possible_works(tmp_path):
    longest = tmp_path / ("n" * (255 - len(".poise")) + ".poise")
    stamp = publish(ONE, longest, None)
    publish(TWO, longest, stamp, keep=tmp_path / "kept")
    assert title_at(longest) == "Two"
    with pytest.raises(PublishFailed, match="too long"):
        publish(ONE, tmp_path / ("n" * 300 + ".poise"), None)


def test_content_that_could_not_be_read_back_is_never_put_anywhere(tmp_path):
    path = tmp_path / "a.poise"
    stamp = publish(ONE, path, None)
    unreadable = Assessment(decision=Decision(id="D", title="x" * 300))
    with pytest.raises(PublishFailed, match="read back"):
        publish(unreadable, path, stamp)
    assert title_at(path) == "One"


def test_what_a_crash_left_behind_is_kept_before_it_is_removed(tmp_path):
    path, keep = tmp_path / "a.poise", tmp_path / "kept"
    stamp = publish(ONE, path, None)
    leftover = publishing.write_temporary(path, b"somebody's only copy")
    fresh = publishing.write_temporary(path, b"being written at this moment")
    os.utime(leftover, (0, 0))
    publish(TWO, path, stamp, keep=keep)
    assert fresh.exists()
    assert not leftover.exists()
    assert b"somebody's only copy" in [version.read_bytes() for version in versions_of(keep, path)]


def test_a_lock_left_by_a_crash_is_not_waited_for(tmp_path):
    target = tmp_path / "a.poise"
    with publishing.publisher_lock(target):
        (lock,) = tmp_path.iterdir()
        os.utime(lock, (0, 0))
        with publishing.publisher_lock(target):
            assert lock.exists()


@pytest.mark.usefixtures("any_file_system")
def test_racing_publishers_who_merge_lose_nothing(tmp_path):
    path = tmp_path / "a.poise"
    publish(noted(frozenset()), path, None)
    threads = [
        threading.Thread(target=add_notes, args=(path, tmp_path / f"kept{who}", who))
        for who in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert notes_of(read(path).assessment) == {f"{who}-{k}" for who in range(3) for k in range(12)}


def noted(notes) -> Assessment:
    """An assessment that is no more than a set of notes."""
    return Assessment(decision=Decision(id="D", title="Race", background="\n".join(sorted(notes))))


def notes_of(assessment: Assessment) -> set[str]:
    return set(assessment.decision.background.split())


def add_notes(path: Path, keep: Path, who: int) -> None:
    """Add twelve notes, merging whatever is in the way."""
    known, stamp = set(), stamp_of(path)
    for number in range(12):
        known.add(f"{who}-{number}")
        while True:
            try:
                stamp = publish(noted(known), path, stamp, keep=keep)
                break
            except PublishConflict as conflict:
                data = conflict.theirs.read_bytes()
                theirs = publishing.document_in(data, path)
                known |= notes_of(theirs.assessment)
                stamp = publishing._stamp(data)


def test_a_document_and_its_assessment_are_published_alike(tmp_path):
    one = publish(ONE, tmp_path / "a.poise", None)
    two = publish(Document(assessment=msgspec.structs.replace(ONE)), tmp_path / "b.poise", None)
    assert one == two


@pytest.mark.parametrize("make", [Path.mkdir, *([os.mkfifo] if hasattr(os, "mkfifo") else [])])
def test_what_is_no_file_is_never_replaced_and_never_waited_for(tmp_path, small, make):
    target = tmp_path / "odd.poise"
    make(target)
    for attempt in (lambda: stamp_of(target), lambda: publish(small, target, None)):
        with pytest.raises(PublishFailed, match="folder or a device"):
            attempt()
    assert not target.is_file()
    assert list(tmp_path.iterdir()) == [target]
