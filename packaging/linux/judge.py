"""Let the desktops' own checkers judge what was built; one that is not installed is named."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
OUT = HERE.parents[1] / "build" / "package" / "out"
CHECKS = (
    ("desktop-file-validate", [], "share/applications/counterpoise.desktop"),
    ("appstreamcli", ["validate", "--no-net"], "share/metainfo/*.metainfo.xml"),
    ("man", ["--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z"], "share/man/man1/*.gz"),
    ("lintian", ["--fail-on", "error", "--allow-root"], "*.deb"),
)


def main() -> int:
    """Run every checker that is here; the number of those that found an error."""
    (deb,) = OUT.glob("*.deb")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["dpkg-deb", "-x", str(deb), folder], check=True)  # noqa: S607
        places = {"*.deb": deb}
        failed = 0
        for tool, options, pattern in CHECKS:
            found = places.get(pattern) or next((Path(folder) / "usr").glob(pattern))
            failed += _judge(tool, [*options, str(found)])
    return failed


def _judge(tool: str, arguments: list[str]) -> int:
    if shutil.which(tool) is None:
        print(f"{tool}: not installed here, so it was not asked")
        return 0
    done = subprocess.run([tool, *arguments], capture_output=True, text=True, check=False)
    said = (done.stderr if tool == "man" else done.stdout + done.stderr).strip()
    is_bad = done.returncode != 0 or (tool == "man" and bool(said))
    print(f"{tool}: {'FAILED' if is_bad else 'passed'}" + (f"\n{said}" if said else ""))
    return int(is_bad)


if __name__ == "__main__":
    sys.exit(main())
