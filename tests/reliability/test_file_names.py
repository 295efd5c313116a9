"""Whatever a file is called, it is that file which is read and written, and no other."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from db.document import Document
from db.errors import FileRefused, PublishFailed
from db.gate import read
from db.model import Assessment, Decision
from db.publish import publish, stamp_of
from db.store import Store

NAMES = [
    "plain.poise",
    "with spaces and, commas.poise",
    "a?mode=memory&cache=shared.poise",
    "100%25.poise",
    "hash#tag.poise",
    "file:x?mode=memory.poise",
    ":memory:",
    "line\nend.poise",
    "tab\tquote\"'.poise",
    "-rf.poise",
    "~tilde$(echo x)`y`.poise",
    "عضوية مشروطة.poise",
    "right\u202eto left.poise",
    "n" * 249 + ".poise",
    os.fsdecode(b"latin-1-\xe9.poise"),
    ".hidden",
]


def titled(title: str) -> Document:
    return Document(assessment=Assessment(decision=Decision(id="D", title=title)))


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_a_file_of_any_name_is_written_read_and_written_again(tmp_path, name):
    folder = tmp_path / "share"
    folder.mkdir()
    path = folder / name
    stamp = publish(titled("First"), path, None, keep=tmp_path / "kept")
    assert os.listdir(folder) == [name]  # noqa: PTH208  (names as the system spells them)
    publish(titled("Second"), path, stamp, keep=tmp_path / "kept")
    reading = read(path)
    assert reading.assessment.decision.title == "Second"
    store = Store.create(tmp_path / "work", reading.document, source=path, stamp=reading.stamp)
    store.close()
    assert Store.open(store.path).source == path
    assert os.listdir(folder) == [name]  # noqa: PTH208


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_a_refusal_names_the_file_on_one_line(tmp_path, name):
    (tmp_path / name).write_bytes(b"not an assessment")
    with pytest.raises(FileRefused) as refusal:
        read(tmp_path / name)
    sentence = str(refusal.value)
    assert sentence.isprintable()
    assert sentence.endswith("is not a Counterpoise assessment.")


@pytest.mark.parametrize("name", ["nul\0byte.poise", "x" * 256, "a/b/c.poise", ""])
def test_a_name_that_cannot_be_is_a_sentence(tmp_path, name):
    path = tmp_path / name
    with pytest.raises(FileRefused):
        read(path)
    with pytest.raises(PublishFailed):
        publish(titled("First"), path, None)


def test_a_relative_path_is_taken_from_where_one_is(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    publish(titled("Here"), Path("a.poise"), None)
    assert read(Path("a.poise")).assessment.decision.title == "Here"
    assert stamp_of(tmp_path / "a.poise") is not None


@pytest.mark.skipif(sys.platform != "linux", reason="mounts a read-only folder")
def test_a_folder_that_really_is_read_only_is_named(tmp_path):
    """Root may write where permissions say no; a read-only mount holds for everybody."""
    folder = tmp_path / "share"
    folder.mkdir()
    stamp = publish(titled("First"), folder / "a.poise", None)
    root = Path(__file__).parents[2]
    program = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from pathlib import Path\n"
        "from db.document import Document\n"
        "from db.errors import PublishFailed\n"
        "from db.gate import read\n"
        "from db.publish import publish\n"
        "path = Path(sys.argv[2])\n"
        "reading = read(path)\n"
        "try:\n"
        "    publish(reading.document, path, reading.stamp)\n"
        "except PublishFailed as trouble:\n"
        "    print(trouble)\n"
    )
    script = (
        'mount --bind "$2" "$2" && mount -o remount,ro,bind "$2" && exec "$0" -c "$1" "$3" "$4"'
    )
    command = ["unshare", "--mount", "--map-root-user", "sh", "-c", script]
    command += [sys.executable, program, str(folder), str(root), str(folder / "a.poise")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if "unshare" in done.stderr:
        folder.chmod(0o500)  # no namespaces here: then we are not root either
        command = [sys.executable, "-c", program, str(root), str(folder / "a.poise")]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        folder.chmod(0o700)
    assert "cannot be written to" in done.stdout or "may not write" in done.stdout, done.stderr
    assert str(folder) in done.stdout
    assert stamp_of(folder / "a.poise") == stamp
