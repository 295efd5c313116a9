"""The time that stands in what is built: that of its sources, so that the same gives the same."""

import os
import subprocess

from contents import ROOT


def moment() -> int:
    """Seconds since 1970: SOURCE_DATE_EPOCH, or the time of the last commit."""
    stated = os.environ.get("SOURCE_DATE_EPOCH")
    if stated:
        return int(stated)
    command = ["git", "log", "-1", "--format=%ct"]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return int(done.stdout)
