"""The licence bundle: the text of every licence, and a notice that says what each is for."""

import shutil
from importlib.metadata import version
from pathlib import Path

import contents
from components import Component

NOTICE = """\
Counterpoise {version} is under the MIT licence (LICENSE beside this file). It is packed together
with the works below, each under a licence of its own, whose texts are in this folder.

Qt, PySide6 and Shiboken are used under the GNU Lesser General Public License, version 3 (in
pyside6-essentials/). They are unmodified but for debugging symbols taken out, and linked
dynamically: each library is a file of its own below _internal/PySide6 and _internal/shiboken6, so
you may replace it with a build of your own that has the same interface; nothing checks or prevents
that, and reverse engineering for that purpose is allowed. Their complete sources:

    https://download.qt.io/official_releases/qt/{qt_series}/{qt}/single/
    https://download.qt.io/official_releases/QtForPython/pyside6/PySide6-{qt}-src/

What Qt itself contains (among others HarfBuzz, PCRE2, libpng, zlib, double-conversion and TinyCBOR)
and its licences: https://doc.qt.io/qt-6/licenses-used-in-qt.html

The sources of Counterpoise, with the scripts that made this folder, come as its release does.

"""


def write_licences(bundle: Path, parts: list[Component]) -> None:
    """Write the folder `licences` of a bundle. Raises ValueError where a licence has no text."""
    folder = bundle / "licences"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    shutil.copyfile(contents.ROOT / "LICENSE", folder / "LICENSE")
    for part in parts:
        _copy(part, folder / part.name)
    (folder / "NOTICE.txt").write_text(_notice(parts), encoding="utf-8")


def _copy(part: Component, folder: Path) -> None:
    if not part.texts:
        raise ValueError(f"{part.name} {part.version} comes without the text of its licence")
    folder.mkdir()
    for text in part.texts:
        target = folder / text.name
        if target.exists():  # several parts of one work have a file of that name each
            target = folder / f"{text.parent.name}-{text.name}"
        shutil.copyfile(text, target)


def _notice(parts: list[Component]) -> str:
    qt = version("pyside6-essentials")
    head = NOTICE.format(
        version=version("counterpoise"), qt=qt, qt_series=".".join(qt.split(".")[:2])
    )
    rows = [f"{part.name} {part.version}: {part.licence}" for part in parts]
    return head + "\n".join(rows) + "\n"
