"""Starting the worker, and ending it when it takes too long."""

import os
import subprocess
import sys
import threading
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from .container import read_up_to
from .tasks import EXAMINE

WORKER_ARGUMENT: Final = "--examine-file"
"""What a frozen application is started with to be the worker; its entry point looks for it."""

SECONDS: Final = 20.0
"""How long an answer is waited for: more than a whole examination takes on a computer that is busy
with other things. The worker's own time on the processor is limited by itself (`worker`)."""

LARGEST_ANSWER: Final = 256 * 2**20

_PROGRAM: Final = "import sys; sys.path += sys.argv[1:-1]; from db.gate.worker import main; main()"


class Overdue(Exception):
    """The worker could not be started, or gave no answer in time: no fault of the file's."""


def ask_worker(request: bytes, task: str = EXAMINE) -> bytes | None:
    """The worker's answer to a request; None when it died, used up its limits or babbled.

    To examine, the request is the image; to salvage, it is as `db.salvage` encodes it.

    Raises:
        Overdue: no answer came in time and the worker was ended, or it could not be started.
    """
    overdue = threading.Event()
    with _started(task) as process:
        clock = threading.Timer(SECONDS, _end, (process, overdue))
        feeder = threading.Thread(target=_feed, args=(process, request), daemon=True)
        clock.start()
        feeder.start()
        try:
            assert process.stdout is not None
            answer = read_up_to(process.stdout, LARGEST_ANSWER)
            if len(answer) > LARGEST_ANSWER:
                process.kill()
            code = process.wait()
        finally:
            clock.cancel()
            process.kill()
            feeder.join()
    if overdue.is_set():
        raise Overdue
    return answer if code == 0 and len(answer) <= LARGEST_ANSWER else None


def _started(task: str) -> "subprocess.Popen[bytes]":
    try:
        return subprocess.Popen(
            _command(task),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            close_fds=True,
            env=_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:  # no room for one more process, as a rule
        raise Overdue from error


def _end(process: "subprocess.Popen[bytes]", overdue: threading.Event) -> None:
    overdue.set()
    process.kill()


def _command(task: str) -> list[str]:
    """How the worker is started: by the application itself where it is one frozen file."""
    if getattr(sys, "frozen", False):
        return [sys.executable, WORKER_ARGUMENT, task]
    # -I and -S: nothing from the officer's surroundings, and no search for what is installed.
    return [sys.executable, "-I", "-S", "-c", _PROGRAM, *_folders(), task]


def _folders() -> list[str]:
    """Where the worker finds this project and the two libraries that it may load."""
    found = [Path(__file__).parents[2]]
    for library in ("apsw", "msgspec"):
        spec = find_spec(library)
        if spec is not None and spec.origin is not None:
            found.append(Path(spec.origin).parents[1])
    return list(dict.fromkeys(map(str, found)))


def _environment() -> dict[str, str]:
    """Only what an interpreter needs to start; nothing that tells of the officer's session."""
    kept = ("SYSTEMROOT", "PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
    return {name: os.environ[name] for name in kept if name in os.environ}


def _feed(process: "subprocess.Popen[bytes]", request: bytes) -> None:
    assert process.stdin is not None
    try:
        process.stdin.write(request)
        process.stdin.close()
    except OSError:
        # The worker is gone; that its answer is missing says so.
        return
