"""Draw all pictures: `python -m tests.pictures [--languages en,fr,ar] [--size 1280x720] …`.

They are written to build/pictures/LANGUAGE/SCALE/CASE/THEME/STEP.png. Language and scale are
settings of a whole process, so each pair is drawn by a process of its own.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

from tests.architecture.sources import ROOT

FOLDER = ROOT / "build" / "pictures"


def main() -> int:
    """Draw what the command line asks for; the exit status of the first process that fails."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--languages", default="en,fr,ar")
    parser.add_argument("--scales", default="1,2")
    parser.add_argument("--cases", default="empty,example,crowded")
    parser.add_argument("--themes", default="light,dark")
    parser.add_argument("--steps", default="")
    parser.add_argument("--size", default="1280x800", help="of the window; tall for whole pages")
    parser.add_argument("--type", default="100", help="its size, in per cent of the usual one")
    parser.add_argument("--folder", type=Path, default=FOLDER)
    wanted = parser.parse_args()
    for language in wanted.languages.split(","):
        for scale in wanted.scales.split(","):
            folder = wanted.folder / language / scale
            folder.mkdir(parents=True, exist_ok=True)
            command = [sys.executable, "-m", "tests.pictures.gallery", language, str(folder)]
            command += [wanted.cases, wanted.themes, wanted.steps, wanted.size, wanted.type]
            environment = os.environ | {
                "QT_QPA_PLATFORM": "offscreen",
                "QT_SCALE_FACTOR": scale,
                "QT_LOGGING_RULES": "default.warning=false",
            }
            ended = subprocess.run(command, env=environment, check=False).returncode
            if ended:
                return ended
    sys.stdout.write(f"The pictures are in {wanted.folder}.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
