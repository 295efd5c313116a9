"""Files that do not hold still: written over while they are read, linked, locked away."""

import os
import threading
from pathlib import Path

from db.errors import FileRefused
from db.gate import document_in, read
from db.gate.container import read_bytes
from db.image import build_image
from db.publish import publish
from tests.reliability.scenes import genuine_document
from tests.reliability.steps import titled


def test_a_file_that_is_written_over_while_it_is_read_is_one_or_the_other_or_refused(tmp_path):
    path = tmp_path / "a.poise"
    documents = (genuine_document(), genuine_document(seed=7))
    images = [build_image(document) for document in documents]
    path.write_bytes(images[0])
    done = threading.Event()

    def write_over():
        at = 0
        while not done.is_set():
            with path.open("r+b") as file:
                for start in range(0, len(images[at]), 4096):
                    file.write(images[at][start : start + 4096])
                file.truncate()
            at = 1 - at

    writer = threading.Thread(target=write_over)
    writer.start()
    try:
        for _ in range(60):
            try:
                assert document_in(read_bytes(path), path) in documents
            except FileRefused:
                continue
    finally:
        done.set()
        writer.join()


def test_what_is_read_does_not_change_with_the_file_afterwards(tmp_path):
    path = tmp_path / "a.poise"
    path.write_bytes(build_image(genuine_document()))
    document = read(path).document
    path.write_bytes(b"")
    assert document == genuine_document()


def test_another_name_of_the_same_file_keeps_what_it_stood_for(tmp_path):
    path, other = tmp_path / "a.poise", tmp_path / "b.poise"
    stamp = publish(titled("One"), path, None)
    other.hardlink_to(path)
    publish(titled("Two"), path, stamp, keep=tmp_path / "kept")
    assert read(path).assessment.decision.title == "Two"
    assert read(other).assessment.decision.title == "One"


def test_a_chain_of_links_leads_to_the_file_and_stays(tmp_path):
    target = tmp_path / "real" / "a.poise"
    target.parent.mkdir()
    stamp = publish(titled("One"), target, None)
    link: Path = target
    for number in range(12):
        following = tmp_path / f"link{number}.poise"
        following.symlink_to(link)
        link = following
    publish(titled("Two"), link, stamp)
    assert read(link).assessment.decision.title == "Two"
    assert link.is_symlink()
    assert os.listdir(target.parent) == ["a.poise"]  # noqa: PTH208
