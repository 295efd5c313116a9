"""What the bundle holds, and how it starts."""

import ctypes
import re
import shutil
import subprocess
import sys
import tarfile

import pytest

from db.gate import process
from tests.architecture.sources import ROOT, project_sources, within


def test_the_entry_knows_the_arguments_that_workers_are_started_with():
    import entry

    assert entry.WORKER_ARGUMENT == process.WORKER_ARGUMENT
    source = (ROOT / "app" / "desktop" / "briefing" / "process.py").read_text("utf-8")
    assert f'WORKSHOP_ARGUMENT: Final = "{entry.WORKSHOP_ARGUMENT}"' in source


def test_the_packed_application_starts_itself_as_the_worker(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert process._command("examine") == [sys.executable, "--examine-file", "examine"]


@pytest.mark.parametrize(("before", "after"), [("/their/lib", "/their/lib"), (None, None)])
def test_programs_that_we_start_find_their_own_libraries(monkeypatch, before, after):
    import entry

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("LD_LIBRARY_PATH", "/usr/lib/counterpoise/_internal")
    monkeypatch.delenv("LD_LIBRARY_PATH_ORIG", raising=False)
    if before is not None:
        monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", before)
    entry._give_back_library_path()
    assert entry.os.environ.get("LD_LIBRARY_PATH") == after
    assert "LD_LIBRARY_PATH_ORIG" not in entry.os.environ


def test_every_module_and_every_resource_is_packed():
    import contents

    modules = set(contents.modules())
    assert {source.module for source in project_sources("app", "db")} - modules <= {
        source.module
        for source in project_sources("app", "db")
        if source.module.endswith("__main__")
    }
    packed = {path for path, _ in contents.data()}
    resources = {str(path) for path in (ROOT / "resources").rglob("*") if path.is_file()}
    assert resources <= packed


def test_the_handbook_is_packed_with_its_pictures():
    import contents

    from app.desktop.handbook.pages import handbook, links

    packed = {path for path, _ in contents.data()}
    for page in handbook().values():
        assert str(ROOT / "docs" / page.name) in packed
        shown = [target for _words, target, picture in links(page.text) if picture]
        for target in shown:
            assert str((ROOT / "docs" / page.name).parent.joinpath(target).resolve()) in packed


def test_nothing_that_the_application_imports_is_left_out():
    import contents

    unwanted = contents.unwanted()
    lost = [
        f"{source.module}:{line} imports {name}"
        for source in project_sources("app", "db")
        for line, name in source.imports()
        if within(name, *unwanted)
    ]
    assert not lost


def test_no_part_of_numpy_that_is_reached_through_it_is_left_out():
    import contents

    left_out = [name.removeprefix("numpy") for name in contents.PARTS_UNUSED if "numpy." in name]
    reached = [
        f"{source.module} uses np{part}"
        for source in project_sources("app", "db")
        for part in left_out
        if re.search(rf"\bnp{re.escape(part)}\b", source.text)
    ]
    assert left_out
    assert not reached


def test_the_library_behind_every_module_of_qt_that_is_imported_is_packed():
    import contents

    modules = {
        name.split(".")[1]
        for source in project_sources("app")
        for _, name in source.imports()
        if name.startswith("PySide6.")
    }
    assert {"QtCore", "QtGui", "QtWidgets"} <= modules
    for module in modules:
        assert contents.belongs(f"PySide6/Qt/lib/lib{module.replace('Qt', 'Qt6')}.so.6"), module


def test_tools_of_this_environment_are_left_out():
    import contents

    unwanted = set(contents.unwanted())
    assert {"pytest", "_pytest", "mypy", "hypothesis", "yaml", "ssl", "tkinter"} <= unwanted
    assert not {"numpy", "PySide6", "reportlab", "app", "db"} & unwanted


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/lib/libQt6Widgets.so.6",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/Qt/plugins/imageformats/libqsvg.so",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "PySide6/Qt/translations/qtbase_fr.qm",
        "libxcb-cursor.so.0",
        "numpy.libs/libscipy_openblas64_-32a4b2a6.so",
    ],
)
def test_what_the_window_needs_is_packed(name):
    import contents

    assert contents.belongs(name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/lib/libQt6Network.so.6",
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "PySide6/Qt/lib/libQt6EglFSDeviceIntegration.so.6",
        "PySide6/Qt/plugins/platforms/libqeglfs.so",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6/Qt/translations/qt_help_fr.qm",
    ],
)
def test_what_it_does_not_need_stays_out(name):
    import contents

    assert not contents.belongs(name)


@pytest.mark.skipif(sys.platform != "linux", reason="the rule is for Linux")
@pytest.mark.parametrize("name", ["libc.so.6", "libGL.so.1", "libglib-2.0.so.0", "libX11.so.6"])
def test_libraries_of_the_system_come_from_the_system(name):
    import contents

    assert not contents.belongs(name)


def test_everything_shipped_comes_with_the_text_of_its_licence():
    import components
    import contents

    parts = [components._of_package(each) for each in contents.runtime().values()]
    parts += [components._of_python(), components._of_icu(), *components._of_fonts()]
    assert {"pyside6-essentials", "numpy", "reportlab"} <= {part.name for part in parts}
    for part in parts:
        assert part.texts, part.name
        assert max(text.stat().st_size for text in part.texts) > 200, part.name


def test_an_archive_depends_on_nothing_but_what_is_in_it(tmp_path):
    import archive

    made = []
    for place, names in (("one", "ab"), ("two", "ba")):
        folder = tmp_path / place
        folder.mkdir()
        for name in names:
            (folder / name).write_text(name, encoding="utf-8")
        (folder / "a").chmod(0o700)
        target = tmp_path / f"{place}.tar.xz"
        archive.write_tar_xz(target, folder, "top", 1_000_000_000)
        made.append(target.read_bytes())
    assert made[0] == made[1]
    with tarfile.open(tmp_path / "one.tar.xz") as tar:
        entry = tar.getmember("top/a")
        assert (entry.mode, entry.uid, entry.mtime) == (0o755, 0, 1_000_000_000)


@pytest.mark.skipif(sys.platform != "linux", reason="of Linux")
@pytest.mark.parametrize(
    ("stated", "removed"),
    [
        ("/srv/builder/lib", "/srv/builder/lib"),
        ("$ORIGIN:/opt/lib", "$ORIGIN:/opt/lib"),
        ("$ORIGIN/../lib", ""),
    ],
)
def test_a_library_does_not_look_where_the_building_machine_keeps_its_own(
    tmp_path, stated, removed
):
    import run_paths

    if shutil.which("cc") is None:
        pytest.skip("no C compiler to make a library with")
    library = tmp_path / "lib.so"
    flags = ["-shared", "-nostdlib", f"-Wl,--enable-new-dtags,-rpath,{stated}"]
    subprocess.run(
        ["cc", *flags, "-x", "c", "-o", library, "-"],
        input="int one(void) { return 1; }",
        text=True,
        check=True,
    )
    assert run_paths.remove_foreign_run_path(library) == removed
    assert run_paths.remove_foreign_run_path(library) == ""
    assert ctypes.CDLL(str(library)).one() == 1
