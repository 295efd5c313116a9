"""What a desktop and its shells need: menu entry, file type, icons, manual page, completion.

The same tree goes to /usr/share in the .deb and to ~/.local/share from the tarball.
"""

import gzip
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "bundle"))

import icon_files  # noqa: E402
import manual  # noqa: E402
from moment import moment  # noqa: E402

IDENTITY = "org.counterpoise.counterpoise"
KIND = "application-x-counterpoise"


def write_share(share: Path) -> None:
    """Write the tree, of files and folders that everybody may read."""
    _write(share / "applications" / "counterpoise.desktop", _own("counterpoise.desktop"))
    _write(share / "mime" / "packages" / "counterpoise.xml", _own("counterpoise.mime.xml"))
    metainfo = f"{IDENTITY}.metainfo.xml"
    _write(share / "metainfo" / metainfo, _dated(_own(metainfo)))
    _write_icons(share / "icons" / "hicolor")
    _write_completions(share)
    page = manual.page(moment()).encode()
    _write(share / "man" / "man1" / "counterpoise.1.gz", gzip.compress(page, 9, mtime=0))


def _write_completions(share: Path) -> None:
    import argcomplete

    places = {
        "bash": "bash-completion/completions/counterpoise",
        "zsh": "zsh/vendor-completions/_counterpoise",
        "fish": "fish/vendor_completions.d/counterpoise.fish",
    }
    for shell, place in places.items():
        code = argcomplete.shellcode(["counterpoise"], use_defaults=True, shell=shell)
        _write(share / place, f"{code.strip()}\n".encode())


def _write_icons(theme: Path) -> None:
    drawings = (
        ("apps", "counterpoise", icon_files.DRAWING),
        ("mimetypes", KIND, icon_files.DOCUMENT),
    )
    for context, name, drawing in drawings:
        _write(theme / "scalable" / context / f"{name}.svg", drawing.read_bytes())
        for size in icon_files.SIZES:
            folder = theme / f"{size}x{size}" / context
            _write(folder / f"{name}.png", icon_files.png(drawing, size))


def _own(name: str) -> bytes:
    return (HERE / name).read_bytes()


def _dated(text: bytes) -> bytes:
    day = datetime.fromtimestamp(moment(), UTC).date().isoformat()
    return text.replace(b"@VERSION@", version("counterpoise").encode()).replace(
        b"@DATE@", day.encode()
    )


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    path.chmod(0o644)
