"""Tar archives whose bytes depend on nothing but what is in them."""

import lzma
import tarfile
from pathlib import Path


def write_tar_xz(target: Path, folder: Path, name: str, moment: int) -> None:
    """Pack a folder as `name`: in order, owned by root, dated `moment` (seconds since 1970)."""

    def neutral(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = moment
        entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
        return entry

    with (
        lzma.open(target, "wb", preset=6) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as tar,
    ):
        tar.add(folder, name, filter=neutral)  # tarfile goes through folders in order
