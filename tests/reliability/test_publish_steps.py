"""A publisher may be killed between any two of its steps: what stands there is old or new."""

import os
import sys
from pathlib import Path

import pytest

from db.gate import document_in
from db.kept import versions_of
from db.publish import publish, stamp_of
from tests.reliability.kills import SERVER
from tests.reliability.steps import die_at, titled

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills with a signal")


def title_at(path: Path) -> str:
    return document_in(path.read_bytes(), path).assessment.decision.title


def run(step: int, path: Path, expected, keep: Path) -> bool:
    """Whether the publisher came to its end."""
    process = SERVER.Process(target=die_at, args=(step, path, expected, keep))
    process.start()
    process.join()
    assert process.exitcode in (0, -9)
    return process.exitcode == 0


@pytest.mark.parametrize("first", [True, False])
def test_killed_at_any_step_it_leaves_the_old_file_or_the_new_one(tmp_path, first):
    SERVER.set_forkserver_preload(["tests.reliability.steps"])
    finished, step, seen = False, 0, set()
    while not finished:
        folder = tmp_path / str(step)
        folder.mkdir()
        path, keep = folder / "a.poise", folder / "kept"
        stamp = None if first else publish(titled("One"), path, None)
        finished = run(step, path, stamp, keep)
        seen.add(title_at(path) if path.exists() else None)
        _publish_again(path, keep)
        step += 1
    assert step >= 6, "hardly a step was seen: the test shows nothing"
    assert seen == ({None, "Two"} if first else {"One", "Two"})


def _publish_again(path: Path, keep: Path) -> None:
    """The next publisher finds a way on, keeps what lies around and leaves nothing behind."""
    left = [one for one in path.parent.iterdir() if one.suffix == ".tmp"]
    contents = [one.read_bytes() for one in left]
    for one in left:
        os.utime(one, (0, 0))
    expected = stamp_of(path)
    publish(titled("Three"), path, expected, keep=keep)
    assert title_at(path) == "Three"
    assert {one.name for one in path.parent.iterdir()} <= {"a.poise", "kept"}
    kept = [version.read_bytes() for version in versions_of(keep, path)]
    assert all(content in kept for content in contents)
