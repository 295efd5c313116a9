"""Places where no file is, or not the one that its name says."""

import os
from itertools import pairwise
from pathlib import Path

from tests.reliability.hostile.making import maker


@maker
def a_chain_of_links_without_a_file(path: Path) -> None:
    path.unlink()
    names = [path, *(path.with_name(f"link{at}") for at in range(60))]
    for one, following in pairwise(names):
        one.symlink_to(following)


@maker
def a_link_to_a_folder(path: Path) -> None:
    path.unlink()
    path.symlink_to("/")


@maker
def a_link_to_the_memory_of_the_program(path: Path) -> None:
    path.unlink()
    path.symlink_to("/proc/self/mem")


@maker
def a_link_to_all_memory(path: Path) -> None:
    path.unlink()
    path.symlink_to("/proc/kcore")


@maker
def a_link_to_what_is_typed(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/stdin")


@maker
def a_link_to_a_terminal(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/tty")


@maker
def a_link_to_a_pipe(path: Path) -> None:
    path.unlink()
    pipe = path.with_name("pipe")
    os.mkfifo(pipe)
    path.symlink_to(pipe)


@maker
def a_link_through_a_file(path: Path) -> None:
    path.unlink()
    path.symlink_to(Path("/etc/passwd/a.poise"))


@maker
def a_journal_that_is_a_link(path: Path) -> None:
    path.with_name(path.name + "-journal").symlink_to("/etc/passwd")


@maker
def a_log_ahead_that_is_a_folder(path: Path) -> None:
    path.with_name(path.name + "-wal").mkdir()


@maker
def a_journal_beside_what_a_link_points_at(path: Path) -> None:
    place = path.parent / "elsewhere"
    place.mkdir()
    target = place / "b.poise"
    path.rename(target)
    path.symlink_to(target)
    target.with_name("b.poise-journal").write_bytes(b"x" * 512)
