"""What is no file of ours, or not a file at all."""

import os
import socket
from contextlib import suppress
from pathlib import Path

from tests.reliability.hostile.making import maker, run


@maker
def nothing_at_all(path: Path) -> None:
    path.write_bytes(b"")


@maker
def a_letter(path: Path) -> None:
    path.write_text("Dear colleague,\n" * 1000, encoding="utf-8")


@maker
def a_pdf(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7\n" + bytes(9000))


@maker
def noise(path: Path) -> None:
    path.write_bytes(bytes((7 * n * n + n // 3) % 256 for n in range(20_000)))


@maker
def somebody_elses_database(path: Path) -> None:
    path.unlink()
    run(path, "CREATE TABLE contacts (name TEXT)", "INSERT INTO contacts VALUES ('Rosa')")


@maker
def somebody_elses_database_with_our_mark(path: Path) -> None:
    somebody_elses_database(path)
    run(path, "PRAGMA application_id = 1349470579", "PRAGMA user_version = 100")


@maker
def an_empty_database_with_our_mark(path: Path) -> None:
    path.unlink()
    run(path, "PRAGMA application_id = 1349470579", "PRAGMA user_version = 100")


@maker
def half_a_file(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


@maker
def a_file_without_its_last_byte(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


@maker
def a_file_with_something_appended(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"MZ" + bytes(4094))


@maker
def ten_sparse_gigabytes(path: Path) -> None:
    os.truncate(path, 10 * 2**30)


@maker
def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@maker
def a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


@maker
def a_socket(path: Path) -> None:
    path.unlink()
    with socket.socket(socket.AF_UNIX) as listener, suppress(OSError):
        listener.bind(str(path))
    if not path.exists():  # the name is too long for a socket here
        a_pipe(path)


@maker
def a_link_to_endless_zeros(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/zero")


@maker
def a_link_to_itself(path: Path) -> None:
    path.unlink()
    path.symlink_to(path)


@maker
def a_link_to_nowhere(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.with_name("gone.poise"))
