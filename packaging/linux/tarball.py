"""The tarball for anybody without administrator rights: the bundle, and scripts that place it."""

import os
import shutil
import tempfile
from importlib.metadata import version
from pathlib import Path

from archive import write_tar_xz
from moment import moment

HERE = Path(__file__).resolve().parent


def write_tarball(bundle: Path, share: Path, out: Path) -> Path:
    """Build the tarball into a folder and return where it is; share: as `shared_files` wrote it."""
    name = f"counterpoise-{version('counterpoise')}-linux-{os.uname().machine}"
    target = out / f"{name}.tar.xz"
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder) / name
        top.mkdir()
        shutil.copytree(bundle, top / "counterpoise", symlinks=True)
        shutil.copytree(share, top / "share")
        shutil.copyfile(bundle.with_suffix(".cdx.json"), top / "counterpoise.cdx.json")
        for script in ("install.sh", "uninstall.sh"):
            shutil.copyfile(HERE / script, top / script)
            (top / script).chmod(0o755)
        shutil.copyfile(HERE / "tarball.txt", top / "README.txt")
        write_tar_xz(target, top, name, moment())
    return target
