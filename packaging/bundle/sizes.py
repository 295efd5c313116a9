"""How large the bundle is, and which of its parts are."""

from collections import Counter
from pathlib import Path

LARGE_MB = 2.0


def report(bundle: Path) -> float:
    """Print the large parts and the whole; returns the whole in MB (of 1,000,000 bytes)."""
    parts = measure(bundle)
    total = sum(parts.values()) / 1e6
    for name, size in parts.most_common():
        if size / 1e6 >= LARGE_MB:
            print(f"{size / 1e6:7.1f} MB  {name}")
    print(f"{total:7.1f} MB  unpacked, all in all")
    return total


def measure(bundle: Path) -> Counter[str]:
    """Bytes by part: the folders of _internal, with large files of Qt and the program apart."""
    parts: Counter[str] = Counter()
    for path in bundle.rglob("*"):
        if path.is_file() and not path.is_symlink():
            parts[_part(path.relative_to(bundle))] += path.stat().st_size
    return parts


def _part(path: Path) -> str:
    inside = path.parts[1:] if path.parts[0] == "_internal" else path.parts
    if inside[0] == "PySide6":
        is_icu = path.name.startswith("libicu")
        return "ICU (in PySide6/Qt)" if is_icu else "Qt" if "Qt" in inside else "PySide6"
    if len(inside) == 1 and inside[0].startswith("lib") and not inside[0].startswith("libpython"):
        return "libraries of the system"
    return inside[0]
