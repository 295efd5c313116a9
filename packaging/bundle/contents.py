"""What goes into the bundle and what does not: the one list that the PyInstaller spec follows.

Of Python packages, what requirements.txt locks; of Qt, what a window of widgets needs on X11,
Wayland and without a screen; of the system's libraries, those that a desktop may lack.
"""

import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution, packages_distributions
from pathlib import Path, PurePosixPath

from packaging.markers import Marker
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]

Entry = tuple[str, str, str]
"""A file as PyInstaller lists it: its place in the bundle, where it comes from, and its kind."""

NEVER_RUN = {
    "cffi",  # cryptography is asked for Argon2 and ciphers, both without it
    "charset-normalizer",  # for guessing encodings in a corner of ReportLab
    "pycparser",  # for cffi
    "pyyaml",  # for a format of pybtex
    "setuptools",
}
"""Locked because a locked package asks for them, and not shipped, because nothing loads them."""

STANDARD_LIBRARY_UNUSED = (
    "_hashlib",  # OpenSSL: hashlib has its own of all that is used here
    "_ssl",  # nothing reaches a network
    "ssl",
    "_curses",
    "curses",
    "doctest",
    "ensurepip",
    "idlelib",
    "lib2to3",
    "pdb",
    "pydoc",
    "pydoc_data",
    "readline",
    "sqlite3.test",
    "test",
    "tkinter",
    "turtle",
    "turtledemo",
    "unittest",
    "venv",
    "xmlrpc",
)
PARTS_UNUSED = (
    "PIL._avif",
    "PIL._imagingcms",
    "PIL._imagingft",
    "PIL._imagingtk",
    "PIL._webp",
    "PySide6.QtDBus",  # Qt talks to the desktop by itself
    "PySide6.QtNetwork",
    "cffi",  # cryptography is asked for Argon2 and ciphers, both without it
    "lxml.isoschematron",
    "lxml.html",
    "lxml.objectify",
    "numpy._core._multiarray_tests",
    "numpy.f2py",
    "numpy.fft",
    "numpy.testing",
    "pypdfium2_cli",
    "sqlalchemy.dialects.mssql",
    "sqlalchemy.dialects.mysql",
    "sqlalchemy.dialects.oracle",
    "sqlalchemy.dialects.postgresql",
    "sqlalchemy.orm",
)

_QT_PLUGINS = re.compile(
    r"""
    platforms/(libq(xcb|wayland|offscreen)\.so|q(windows|offscreen)\.dll|libq(cocoa|offscreen)\.dylib)
    | platformthemes/libqxdgdesktopportal\.so
    | platforminputcontexts/lib(compose|ibus)platforminputcontextplugin\.so
    | wayland-shell-integration/libxdg-shell\.so
    | wayland-decoration-client/lib(bradient|adwaita)\.so
    | (imageformats|iconengines)/(lib)?qsvg(icon)?\.(so|dll|dylib)
    | printsupport/.*
    | styles/.*
    """,
    re.VERBOSE,
)
_QT_LIBRARY_UNUSED = re.compile(
    r"(lib)?Qt6?(Network|OpenGL|OpenGLWidgets|Qml|Quick|Pdf|Sql|Test|Xml|Concurrent|"
    r"VirtualKeyboard|EglFS|WlShell|WaylandEglClientHwIntegration)\w*\.(so|dll|framework|dylib|pyd)",
    re.IGNORECASE,
)

FROM_THE_SYSTEM = re.compile(
    r"(ld-linux-.*|lib(c|m|dl|pthread|rt|util|gcc_s|stdc\+\+|EGL|GL|OpenGL|GLX|GLdispatch|"
    r"X11|X11-xcb|Xau|Xdmcp|xcb|xkbcommon|wayland-(client|cursor|egl)|fontconfig|freetype|"
    r"expat|dbus-1|glib-2\.0|gthread-2\.0|zstd|cups))\.so(\.[\d.]+)?"
)
"""Libraries of the C system, the graphics driver and the desktop, found on every Linux desktop.

They must fit the kernel, the display server and each other, and the system keeps them safe.
What many desktops lack (xcb-cursor and its like, libxkbcommon-x11) comes along.
"""


def runtime() -> dict[str, Distribution]:
    """The distributions that are shipped, by their canonical names."""
    names = {canonicalize_name(name) for name in _locked()} - NEVER_RUN
    return {name: distribution(name) for name in sorted(names)}


def modules() -> list[str]:
    """Every module of the application: what it loads by name cannot be found by reading."""
    found = [path for top in ("app", "db") for path in sorted((ROOT / top).rglob("*.py"))]
    return [_module(path) for path in found if path.name != "__main__.py"]


def unwanted() -> list[str]:
    """Modules left out: the tools beside the application, and parts of what it uses."""
    shipped = {*runtime(), "counterpoise"}
    beside = [
        top
        for top, owners in packages_distributions().items()
        if shipped.isdisjoint(canonicalize_name(owner) for owner in owners)
    ]
    return sorted({*beside, *STANDARD_LIBRARY_UNUSED, *PARTS_UNUSED})


def data() -> list[tuple[str, str]]:
    """Files that are read at run time, each with the folder it goes to."""
    found = [path for path in sorted((ROOT / "resources").rglob("*")) if path.is_file()]
    found += sorted((ROOT / "db" / "formats").glob("*.sql"))
    found += _handbook()
    pairs = [(str(path), str(path.parent.relative_to(ROOT))) for path in found]
    return pairs + list(_of_packages()) + list(_stated_versions())


def _handbook() -> list[Path]:
    """What Help ▸ Handbook shows: its pages and their pictures."""
    docs = ROOT / "docs"
    return sorted([*docs.glob("*.md"), *docs.glob("guide/*.md"), *docs.glob("pictures/*.png")])


def belongs(name: str) -> bool:
    """Whether a collected file (by its place in the bundle) is one that is needed."""
    place = PurePosixPath(name.replace("\\", "/"))
    if "PySide6" in place.parts:
        return _is_wanted_of_qt(place)
    if "default-docx-template" in place.parts:  # the unpacked twin of default.docx
        return False
    return not (sys.platform == "linux" and FROM_THE_SYSTEM.fullmatch(place.name))


def prune(binaries: list[Entry], data: list[Entry]) -> tuple[list[Entry], list[Entry]]:
    """What belongs, without links to what does not, and without libraries that only that needed."""
    kept = [entry for entry in binaries if belongs(entry[0]) and not _is_link(entry)]
    if sys.platform == "linux":
        kept = _without_orphans(kept)
    places = {entry[0] for entry in kept}
    links = [entry for entry in (*binaries, *data) if _is_link(entry) and str(entry[1]) in places]
    files = [entry for entry in data if belongs(entry[0]) and not _is_link(entry)]
    return kept + links, files


def _without_orphans(binaries: list[Entry]) -> list[Entry]:
    """Leave out the libraries of the system that nothing else in the bundle needs."""
    from elf import needed_by

    loose = {entry[0]: entry for entry in binaries if _is_of_system(entry[0])}
    kept = [entry for entry in binaries if entry[0] not in loose]
    for entry in kept:  # grows while it is gone through
        kept += [loose.pop(name) for name in needed_by(Path(entry[1])) if name in loose]
    return kept


def _is_of_system(name: str) -> bool:
    return "/" not in name and not name.startswith("libpython")


def _is_link(entry: Entry) -> bool:
    return entry[2] == "SYMLINK"


def _is_wanted_of_qt(place: PurePosixPath) -> bool:
    path = place.as_posix()
    if "/plugins/" in path:
        return _QT_PLUGINS.fullmatch(path.partition("/plugins/")[2]) is not None
    if "/translations/" in path:
        return _is_spoken(place.stem)
    return _QT_LIBRARY_UNUSED.match(place.name) is None


def _is_spoken(stem: str) -> bool:
    """Qt's own words (buttons of dialogues) in the languages that the window speaks."""
    spoken = {folder.name for folder in (ROOT / "resources" / "translations").iterdir()}
    return stem in {f"qtbase_{code}" for code in spoken}


def _locked() -> Iterator[str]:
    """The names in requirements.txt whose markers hold here."""
    for line in (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines():
        stated = re.match(r"([\w.-]+)==[^;\\\s]+\s*(?:;\s*([^\\]+))?", line)
        if stated and (not stated[2] or Marker(stated[2].strip()).evaluate()):
            yield stated[1]


def _module(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _of_packages() -> Iterator[tuple[str, str]]:
    """What packages read beside their modules and PyInstaller does not know of."""
    latexcodec, docx = distribution("latexcodec"), distribution("python-docx")
    yield str(latexcodec.locate_file("latexcodec/table.txt")), "latexcodec"
    # It looks for its templates in docx/parts/../templates, so that folder has to exist.
    yield str(docx.locate_file("docx/py.typed")), "docx/parts"


def _stated_versions() -> Iterator[tuple[str, str]]:
    """What importlib.metadata reads: the bare statement, without the paths of this machine."""
    for name in ("counterpoise", "numpy", "reportlab", "uharfbuzz"):
        found = distribution(name)
        metadata = next(path for path in found.files or () if path.name == "METADATA")
        yield str(found.locate_file(metadata)), metadata.parent.name
