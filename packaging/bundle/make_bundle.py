"""Build the one-folder bundle: PyInstaller, stripping, licences, bill of materials, sizes.

`python packaging/bundle/make_bundle.py` leaves the folder in build/package/bundle/counterpoise and
the bill beside it. SOURCE_DATE_EPOCH (default: the last commit) dates what is dated.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import contents
import icon_files
import licences
import sbom
import sizes
import start_up
from components import components
from elf import libraries, needed_of_system
from moment import moment
from run_paths import remove_foreign_run_path

OUT = contents.ROOT / "build" / "package"
BUNDLE = OUT / "bundle" / "counterpoise"
LIMIT_MB = 200


def main() -> int:
    """Build, and say what is how large; 1 where the bundle is too large."""
    shutil.rmtree(OUT / "bundle", ignore_errors=True)
    work = OUT / "work" / "counterpoise"
    shutil.rmtree(work, ignore_errors=True)
    icon_files.write_for_programs(work)
    _freeze()
    if sys.platform == "linux":
        _strip()
        _forget_build_machine()
        _set_modes()
        _require_whole()
    parts = components(BUNDLE)
    licences.write_licences(BUNDLE, parts)
    (OUT / "bundle" / "counterpoise.cdx.json").write_text(
        sbom.bill(parts, moment()), encoding="utf-8"
    )
    total = sizes.report(BUNDLE)
    start_up.report(_program())
    if total > LIMIT_MB:
        print(f"That is more than {LIMIT_MB} MB: see packaging/bundle/contents.py.")
    return int(total > LIMIT_MB)


def _program() -> Path:
    return BUNDLE / ("counterpoise.exe" if sys.platform == "win32" else "counterpoise")


def _freeze() -> None:
    environment = {
        **os.environ,
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
        "SOURCE_DATE_EPOCH": str(moment()),
    }
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    command += ["--distpath", str(OUT / "bundle"), "--workpath", str(OUT / "work")]
    spec = str(Path(__file__).with_name("counterpoise.spec"))
    subprocess.run([*command, spec], check=True, cwd=contents.ROOT, env=environment)


def _strip() -> None:
    """Take out what only a debugger reads, a fifth of the whole.

    Libraries that were repaired for their wheels (in folders named `*.libs`) would be spoilt by it.
    """
    for path in sorted((BUNDLE / "_internal").rglob("*.so*")):
        repaired = any(part.endswith(".libs") for part in path.parts)
        if path.is_file() and not path.is_symlink() and not repaired:
            command = ["strip", "--strip-unneeded", str(path)]
            subprocess.run(command, check=True)


def _forget_build_machine() -> None:
    """Let no library look for others where this machine keeps its own."""
    for path in libraries(BUNDLE):
        remove_foreign_run_path(path)


def _require_whole() -> None:
    """Raise where something in the bundle needs a library that neither it nor every desktop has."""
    needed = needed_of_system(BUNDLE)
    missing = sorted(name for name in needed if not contents.FROM_THE_SYSTEM.fullmatch(name))
    if missing:
        raise SystemExit(
            f"The bundle lacks {', '.join(missing)}: see packaging/bundle/contents.py."
        )


def _set_modes() -> None:
    """Everybody may read it all, and run the program; a library is not a program."""
    for path in (BUNDLE, *BUNDLE.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path == _program() else 0o644)


if __name__ == "__main__":
    sys.exit(main())
