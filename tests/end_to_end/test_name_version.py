"""Naming a version on the command line."""

from datetime import UTC, datetime

from app.cli import main
from app.edits.decision import change_decision
from db import gate
from db.publish import publish
from db.store import Store


def run(*arguments):
    return main([str(argument) for argument in arguments])


def edited_sample(tmp_path):
    path = tmp_path / "a.poise"
    run("new", path, "--sample")
    reading = gate.read(path)
    store = Store.create(tmp_path / "work", reading.document)
    after = change_decision(reading.assessment, title="Another")
    when = datetime(2026, 11, 22, tzinfo=UTC)
    store.commit("Title", reading.assessment, after, author="Rosa", when=when)
    publish(store.document(), path, reading.stamp)
    store.discard()
    return path


def test_a_named_version_is_listed_by_its_name(tmp_path, capsys):
    path = edited_sample(tmp_path)
    assert run("history", path, "--name", 1, "As sent") == 0
    assert run("history", path) == 0
    assert "As sent – Title" in capsys.readouterr().out


def test_a_version_that_is_not_there_is_refused(tmp_path, capsys):
    path = edited_sample(tmp_path)
    assert run("history", path, "--name", 7, "As sent") == 1
    assert "no change number 7" in capsys.readouterr().err
    assert run("history", path, "--name", "first", "As sent") == 1
    assert "no number" in capsys.readouterr().err
