"""The tarball's scripts put everything in place and take everything away again."""

import os
import shutil
import subprocess

import pytest

from tests.packaging.conftest import PACKAGING

PROGRAM = '#!/bin/sh\necho started with "$@"\n'


@pytest.fixture
def unpacked(tmp_path):
    """What the tarball unpacks to, with a program of two lines."""
    top = tmp_path / "unpacked"
    program = top / "counterpoise" / "counterpoise"
    program.parent.mkdir(parents=True)
    program.write_text(PROGRAM, encoding="utf-8")
    program.chmod(0o755)
    for name, target in (
        ("counterpoise.desktop", "applications/counterpoise.desktop"),
        ("counterpoise.mime.xml", "mime/packages/counterpoise.xml"),
    ):
        path = top / "share" / target
        path.parent.mkdir(parents=True)
        shutil.copyfile(PACKAGING / "linux" / name, path)
    for script in ("install.sh", "uninstall.sh"):
        shutil.copyfile(PACKAGING / "linux" / script, top / script)
    return top


@pytest.fixture
def home(tmp_path):
    path = tmp_path / "an officer's home"
    path.mkdir()
    return path


def run(home, *command):
    environment = {"HOME": str(home), "PATH": os.environ["PATH"]}
    return subprocess.run(
        [str(part) for part in command],
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    ).stdout


def files(home):
    return sorted(str(path.relative_to(home)) for path in home.rglob("*"))


def test_what_is_installed_can_be_started_and_is_gone_afterwards(unpacked, home):
    run(home, "sh", unpacked / "install.sh")
    assert run(home, home / ".local/bin/counterpoise", "rank") == "started with rank\n"
    entry = (home / ".local/share/applications/counterpoise.desktop").read_text(encoding="utf-8")
    assert f'Exec="{home}/.local/lib/counterpoise/counterpoise" %f' in entry
    run(home, "sh", home / ".local/lib/counterpoise/uninstall.sh")
    assert files(home) == []


def test_installing_twice_is_as_good_as_once(unpacked, home):
    run(home, "sh", unpacked / "install.sh")
    once = files(home)
    run(home, "sh", unpacked / "install.sh")
    assert files(home) == once


def test_what_others_put_there_is_left_alone(unpacked, home):
    theirs = home / ".local/share/applications/other.desktop"
    theirs.parent.mkdir(parents=True)
    theirs.write_text("[Desktop Entry]\nType=Application\nName=Other\nExec=other\n", "utf-8")
    data = home / ".local/share/Counterpoise/working"
    data.mkdir(parents=True)
    run(home, "sh", unpacked / "install.sh")
    run(home, "sh", home / ".local/lib/counterpoise/uninstall.sh")
    assert theirs.exists()
    assert data.exists()


def test_a_folder_that_it_did_not_make_is_refused(unpacked, home):
    theirs = home / ".local/lib/counterpoise"
    theirs.mkdir(parents=True)
    with pytest.raises(subprocess.CalledProcessError) as refused:
        run(home, "sh", unpacked / "install.sh")
    assert "was not made by this installer" in refused.value.stderr
    assert files(home) == [".local", ".local/lib", ".local/lib/counterpoise"]


def test_removing_what_is_not_there_is_refused(unpacked, home):
    with pytest.raises(subprocess.CalledProcessError):
        run(home, "sh", unpacked / "uninstall.sh")
