"""What the packed application runs first: a worker (gate or briefs), or the command line."""

import os
import sys

WORKER_ARGUMENT = (
    "--examine-file"  # db.gate.process says the same; importing it would load the gate
)
WORKSHOP_ARGUMENT = "--make-briefs"  # and app.desktop.briefing.process this


def main() -> int:
    """Be a worker if that is asked for, else do what `counterpoise` does."""
    _give_back_library_path()
    if sys.argv[1:2] == [WORKER_ARGUMENT]:
        from db.gate.worker import main as answer

        answer()
        return 0
    if sys.argv[1:2] == [WORKSHOP_ARGUMENT]:
        from app.desktop.briefing.workshop import main as make_briefs

        make_briefs()
        return 0
    from app.cli import main as run

    return run()


def _give_back_library_path() -> None:
    """Let the programs that we start (a viewer of PDF, say) find their own libraries, not ours."""
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if before is not None:
        os.environ["LD_LIBRARY_PATH"] = before
    elif sys.platform == "linux":
        os.environ.pop("LD_LIBRARY_PATH", None)


if __name__ == "__main__":
    sys.exit(main())
