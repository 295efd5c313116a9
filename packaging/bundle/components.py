"""What the bundle is made of, by name, version and licence: for the licences and the SBOM."""

import platform
import subprocess
import sys
from functools import cache
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import NamedTuple

import contents

KEPT = contents.ROOT / "packaging" / "licences"
FONTS = contents.ROOT / "resources" / "fonts" / "licences"
DEBIAN_DOCUMENTS = Path("/usr/share/doc")


class Component(NamedTuple):
    """Something that somebody else made and that is shipped."""

    name: str
    version: str
    licence: str
    texts: tuple[Path, ...]
    address: str
    """Its package URL (purl); empty where there is none."""


def components(bundle: Path) -> list[Component]:
    """All that a bundle holds beside Counterpoise itself, in the order of the names."""
    found = [_of_python(), _of_pyinstaller(), _of_icu(), *_of_fonts(), *_of_system(bundle)]
    found += [_of_package(each) for each in contents.runtime().values()]
    return sorted(found, key=lambda component: component.name.lower())


def _of_package(found: Distribution) -> Component:
    name, version = contents.canonicalize_name(found.metadata["Name"]), found.version
    stated = (
        found.metadata["License-Expression"]
        or _first_line(found.metadata["License"])
        or _classified(found)
        or "see the text"
    )
    texts = _texts(found)
    if name in {"pyside6-essentials", "shiboken6"}:  # the wheels carry no text
        texts = (KEPT / "LGPL-3.0.txt", KEPT / "GPL-3.0.txt")
    return Component(name, version, stated, texts, f"pkg:pypi/{name}@{version}")


def _texts(found: Distribution) -> tuple[Path, ...]:
    folder = next(str(p.parent) for p in found.files or () if p.name == "METADATA")
    words = ("licen", "copying", "notice", "authors")
    named = [
        Path(str(found.locate_file(path)))
        for path in found.files or ()
        if str(path).startswith(folder)
        and ("licenses" in path.parts or path.name.lower().startswith(words))
    ]
    return tuple(sorted(path for path in named if path.is_file()))


def _classified(found: Distribution) -> str:
    kinds = found.metadata.get_all("Classifier") or []
    named = [kind.split(" :: ")[-1] for kind in kinds if kind.startswith("License ::")]
    return " AND ".join(named)


def _first_line(stated: str | None) -> str:
    return (stated or "").strip().partition("\n")[0]


def _of_python() -> Component:
    library = Path(sys.base_prefix) / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}"
    places = (library / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt")
    debian = DEBIAN_DOCUMENTS / library.name / "copyright"
    text = next((path for path in (*places, debian) if path.is_file()), None)
    if text is None:
        raise FileNotFoundError(f"the licence of Python is in none of {places}")
    version = platform.python_version()
    return Component("cpython", version, "PSF-2.0", (text,), f"pkg:generic/cpython@{version}")


def _of_pyinstaller() -> Component:
    """The small program that starts Python: GPL with an exception for what it is packed with."""
    found = distribution("pyinstaller")
    licence = "GPL-2.0-or-later WITH Bootloader-exception"
    address = f"pkg:pypi/pyinstaller@{found.version}"
    return Component("pyinstaller-bootloader", found.version, licence, _texts(found), address)


def _of_icu() -> Component:
    """It comes in the wheel of PySide6, beside Qt."""
    folder = Path(str(distribution("pyside6-essentials").locate_file("PySide6/Qt/lib")))
    library = next(folder.glob("libicudata.so.*"), None)
    version = library.suffix.lstrip(".") if library else "as built into Qt"
    return Component("icu", version, "Unicode-3.0", (KEPT / "ICU.txt",), "")


def _of_fonts() -> list[Component]:
    stated = (("NotoSans", "2.015"), ("NotoSansMath", "cut down"), ("Vazirmatn", "33.003"))
    return [
        Component(name, version, "OFL-1.1", (FONTS / f"{name}-OFL.txt",), "")
        for name, version in stated
    ]


def _of_system(bundle: Path) -> list[Component]:
    """The system's libraries that come along, by the Debian package that they were taken from."""
    if sys.platform != "linux":
        return []
    files = [path for path in (bundle / "_internal").glob("lib*.so*") if not path.is_symlink()]
    names = sorted(path.name for path in files if not path.name.startswith("libpython"))
    packages = {package_of(name) for name in names}
    return [_of_debian(package) for package in sorted(packages)]


def _of_debian(package: str) -> Component:
    name, _, architecture = package.partition(":")
    version = _run("dpkg-query", "-W", "-f", "${Version}", package)
    address = f"pkg:deb/debian/{name}@{version}?arch={architecture or 'all'}"
    text = DEBIAN_DOCUMENTS / name / "copyright"
    return Component(name, version, "see the text", (text,), address)


@cache
def package_of(library: str) -> str:
    """The Debian package that a shared library of the system belongs to."""
    return _run("dpkg-query", "-S", f"*/{library}").splitlines()[0].rpartition(": ")[0]


def _run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
