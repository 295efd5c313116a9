"""Which files of a folder are programs or libraries of Linux."""

import re
import subprocess
from pathlib import Path

MAGIC = b"\x7fELF"


def libraries(folder: Path) -> list[Path]:
    """All of them, in order; links are left out."""
    return sorted(path for path in folder.rglob("*") if _is_elf(path))


def needed_of_system(folder: Path) -> set[str]:
    """The names of the libraries that are needed in a folder and not in it."""
    inside = {path.name for path in folder.rglob("*.so*")}
    return {name for path in libraries(folder) for name in needed_by(path)} - inside


def needed_by(path: Path) -> list[str]:
    """The names of the libraries that a program or library states that it needs itself."""
    command = ["objdump", "-p", str(path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return re.findall(r"NEEDED\s+(\S+)", done.stdout)


def _is_elf(path: Path) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC
