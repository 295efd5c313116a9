"""The Debian package: the bundle in /usr/lib, what the desktop needs in /usr/share."""

import gzip
import hashlib
import os
import re
import shutil
import subprocess
import tempfile
from datetime import UTC, datetime
from email.utils import format_datetime
from importlib.metadata import version
from pathlib import Path

from components import package_of
from contents import ROOT
from elf import libraries, needed_by
from moment import moment

MAINTAINER = "The Counterpoise authors <authors@counterpoise.invalid>"
PRINTING = "printsupport"
"""Qt's plugin for CUPS: where that is missing it is not loaded, and the brief goes to a PDF."""
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}

CONTROL = """\
Package: counterpoise
Version: {version}
Section: science
Priority: optional
Architecture: {architecture}
Maintainer: {maintainer}
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: desktop-file-utils, hicolor-icon-theme, libcups2, shared-mime-info
Suggests: xdg-utils
Description: weigh policy options offline and hand over a brief
 Counterpoise is for officers who compare policy options. They name the
 options and the criteria, score them with reasons, ranges and graded
 sources, and weigh the criteria by the worth of their swings. They see which
 option leads and by how much, the exact weight at which another would, and
 what to find out next.
 .
 One file holds the decision with its history. The brief is an accessible,
 archival PDF. Nothing is ever sent anywhere.
"""
COPYRIGHT = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Counterpoise
Comment:
 The package holds Python, Qt and other works that Counterpoise runs on, each
 under a licence of its own. NOTICE.txt in /usr/lib/counterpoise/licences names
 them and where their sources are; their licences are beside it.

Files: *
Copyright: 2026 The Counterpoise authors
License: Expat

License: Expat
"""
OVERRIDES = """\
# The application comes with the Python, the Qt and the libraries that it was tested with.
counterpoise: embedded-library
# Modules of Python that need nothing but its interpreter; ICU's file of data.
counterpoise: library-not-linked-against-libc
counterpoise: shared-library-lacks-prerequisites
# Stripping would spoil a library that was repaired for its wheel.
counterpoise: unstripped-binary-or-object
# Made by PyInstaller's own build of its small starter, which cannot be moved in memory.
counterpoise: hardening-no-pie
# Texts of licences stand as their authors wrote them.
counterpoise: national-encoding
"""


def write_deb(bundle: Path, share: Path, out: Path) -> Path:
    """Build the package into a folder and return where it is; share: as `shared_files` wrote it."""
    architecture = ARCHITECTURES[os.uname().machine]
    target = out / f"counterpoise_{version('counterpoise')}_{architecture}.deb"
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "root"
        _fill(root, bundle, share)
        control = root / "DEBIAN"
        control.mkdir()
        (control / "control").write_text(_control(root, architecture), encoding="utf-8")
        (control / "md5sums").write_text(_md5sums(root), encoding="utf-8")
        _pack(root, target)
    return target


def _fill(root: Path, bundle: Path, share: Path) -> None:
    library = root / "usr" / "lib" / "counterpoise"
    shutil.copytree(bundle, library, symlinks=True)
    command = root / "usr" / "bin" / "counterpoise"
    command.parent.mkdir(parents=True)
    command.symlink_to("../lib/counterpoise/counterpoise")
    target = root / "usr" / "share"
    shutil.copytree(share, target)
    documents = target / "doc" / "counterpoise"
    documents.mkdir(parents=True)
    (documents / "copyright").write_text(_copyright(), encoding="utf-8")
    log = gzip.compress(_changelog().encode(), 9, mtime=0)
    (documents / "changelog.gz").write_bytes(log)
    shutil.copyfile(bundle.with_suffix(".cdx.json"), documents / "counterpoise.cdx.json")
    overrides = target / "lintian" / "overrides" / "counterpoise"
    overrides.parent.mkdir(parents=True)
    overrides.write_text(OVERRIDES, encoding="utf-8")
    for path in (root, *root.rglob("*")):
        if not path.is_symlink():
            is_program = path == library / "counterpoise"
            path.chmod(0o755 if path.is_dir() or is_program else 0o644)


def _control(root: Path, architecture: str) -> str:
    sizes = (path.lstat().st_size for path in root.rglob("*") if "DEBIAN" not in path.parts)
    return CONTROL.format(
        version=version("counterpoise"),
        architecture=architecture,
        maintainer=MAINTAINER,
        kilobytes=sum((size + 1023) // 1024 for size in sizes),
        depends=_depends(root / "usr" / "lib" / "counterpoise"),
    )


def _depends(bundle: Path) -> str:
    """What dpkg-shlibdeps finds that the bundle needs, without what it brings along itself."""
    found = [path for path in libraries(bundle) if path.parent.name != PRINTING]
    inside = sorted({str(path.parent) for path in found})
    with tempfile.TemporaryDirectory() as folder:
        stated = Path(folder) / "debian" / "control"
        stated.parent.mkdir()
        stated.write_text("Source: counterpoise\n\nPackage: counterpoise\nArchitecture: any\n")
        command = ["dpkg-shlibdeps", "-O", "--ignore-missing-info", "--warnings=0"]
        command += [f"-l{place}" for place in inside] + [f"-e{path}" for path in found]
        done = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
    named = re.search(r"shlibs:Depends=(.+)", done.stdout)
    assert named is not None
    inside_names = {path.name for path in bundle.rglob("*.so*")}
    needed = {name for path in found for name in needed_by(path)} - inside_names
    wanted = {package_of(name).partition(":")[0] for name in needed}
    return ", ".join(each for each in named[1].split(", ") if each.split(" ")[0] in wanted)


def _md5sums(root: Path) -> str:
    files = sorted(path for path in (root / "usr").rglob("*") if _is_plain(path))
    return "".join(
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}"
        f"  {path.relative_to(root)}\n"
        for path in files
    )


def _is_plain(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _copyright() -> str:
    lines = (ROOT / "LICENSE").read_text(encoding="utf-8").splitlines()
    body = lines[lines.index("") + 1 :]  # after the title
    return COPYRIGHT + "\n".join(f" {line}" if line else " ." for line in body) + "\n"


def _changelog() -> str:
    day = format_datetime(datetime.fromtimestamp(moment(), UTC))
    return (
        f"counterpoise ({version('counterpoise')}) unstable; urgency=medium\n\n"
        f"  * See CHANGELOG.md in the sources.\n\n -- {MAINTAINER}  {day}\n"
    )


def _pack(root: Path, target: Path) -> None:
    command = ["dpkg-deb", "--build", "--root-owner-group", "-Zxz", "-z6", "--threads-max=1"]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(moment())}
    subprocess.run([*command, str(root), str(target)], check=True, env=environment)
