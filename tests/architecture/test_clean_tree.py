"""The project stands for itself: it names no machine it was written on and no package index."""

import re
import shutil
import subprocess
from pathlib import Path

from tests.architecture.sources import ROOT

# Written in pieces, so that this file does not contain what it looks for.
FOREIGN = {
    "a folder of one machine": r"(?<![\w.])/work/|/root/|/home/[a-z]|/Users/[a-z]|C:\\+Users",
    "an interpreter of one machine": r"py" + r"env",
    "a package index": (
        r"py" + r"pi\.org|python" + r"hosted|registry\.npm|(?:deb|ftp|security)\.deb" + r"ian\.org"
    ),
}
ALLOWED = {
    # says which paths it looks for
    "tests/architecture/test_clean_tree.py",
}
MADE = {"build", "dist", "__pycache__", "counterpoise.egg-info"}


def tracked_files() -> list[Path]:
    """Return the files under version control, or what stands in their place in a plain copy."""
    git = shutil.which("git")
    if git and (ROOT / ".git").exists():
        listing = subprocess.run(
            [git, "-c", "safe.directory=*", "ls-files", "-z", "--cached"],
            cwd=ROOT,
            capture_output=True,
            check=True,
        ).stdout.decode()
        return [ROOT / name for name in listing.split("\0") if name and (ROOT / name).is_file()]
    return [path for path in ROOT.rglob("*") if path.is_file() and not _is_made(path)]


def _is_made(path: Path) -> bool:
    """Tell whether a tool made the file: it stands in a build folder or in a hidden one."""
    folders = path.relative_to(ROOT).parts[:-1]
    return any(part in MADE or part.startswith(".") for part in folders if part != ".ci")


def foreign_mentions(text: str) -> list[str]:
    """Return what a text says about a machine or an index, with the words."""
    return [
        f"{kind}: {found.group()}"
        for kind, pattern in FOREIGN.items()
        for found in re.finditer(pattern, text)
    ]


def test_no_file_names_a_machine_or_an_index():
    broken = []
    for path in tracked_files():
        name = path.relative_to(ROOT).as_posix()
        content = path.read_bytes()
        if name in ALLOWED or b"\0" in content:
            continue
        mentions = foreign_mentions(content.decode("utf-8", errors="replace"))
        broken += [f"{name}: {mention}" for mention in mentions]
    assert not broken, "\n".join(broken)


def test_the_check_sees_what_breaks_it():
    assert foreign_mentions("see /home/anna/notes.txt")
    assert foreign_mentions("https://py" + "pi.org/simple")
    assert foreign_mentions("an ordinary sentence about https://www.python.org") == []
