"""A copy under a password on the command line."""

import pytest

from app.cli import main
from db import gate
from db.image import build_image
from db.sealed import seal


def run(*arguments):
    return main([str(argument) for argument in arguments])


def test_a_shared_copy_can_be_put_under_a_password(tmp_path, capsys):
    sample, out, secret = (tmp_path / name for name in ("a.poise", "b.poise", "secret.txt"))
    run("new", sample, "--sample")
    secret.write_text("correct horse battery\n", encoding="utf-8")
    assert run("share", sample, "-o", out, "--password-file", secret) == 0
    assert "opens with the password only" in capsys.readouterr().out
    assert gate.read(out, "correct horse battery").document == gate.read(sample).document
    assert run("rank", out) == 1
    assert "under a password" in capsys.readouterr().err
    assert run("share", sample, "-o", out, "--password-file", secret) == 1
    assert "exists already" in capsys.readouterr().err


def test_a_password_file_that_is_of_no_use_is_told(tmp_path, capsys):
    sample, out, secret = (tmp_path / name for name in ("a.poise", "b.poise", "secret.txt"))
    run("new", sample, "--sample")
    assert run("share", sample, "-o", out, "--password-file", secret) == 1
    assert "cannot be read" in capsys.readouterr().err
    secret.write_text("short\n", encoding="utf-8")
    assert run("share", sample, "-o", out, "--password-file", secret) == 1
    assert "at least 8" in capsys.readouterr().err
    assert not out.exists()


PASSWORD = "correct horse battery"  # noqa: S105 - of the test alone


@pytest.fixture
def sealed(tmp_path, capsys):
    """The worked example under a password, in a folder with the text file that holds it."""
    sample, path = tmp_path / "a.poise", tmp_path / "sealed.poise"
    run("new", sample, "--sample")
    (tmp_path / "secret.txt").write_text(f"\ufeff{PASSWORD}\r\n", encoding="utf-8")
    run("share", sample, "-o", path, "--password-file", tmp_path / "secret.txt")
    capsys.readouterr()
    return path


def secret_of(sealed):
    return sealed.with_name("secret.txt")


@pytest.mark.parametrize("command", ["rank", "check", "history", "policy"])
def test_a_command_reads_a_sealed_file_with_its_password(sealed, capsys, command):
    assert run(command, sealed, "--password-file", secret_of(sealed)) == 0
    assert run(command, sealed) == 1
    assert "name that file with --password-file" in capsys.readouterr().err


def test_a_wrong_password_is_told_as_such(sealed, tmp_path, capsys):
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("incorrect horse", encoding="utf-8")
    assert run("rank", sealed, "--password-file", wrong) == 1
    assert "does not open with this password" in capsys.readouterr().err


def test_two_sealed_copies_can_be_compared_and_merged_into_a_third(sealed, tmp_path, capsys):
    given = ("--password-file", secret_of(sealed))
    assert run("diff", sealed, tmp_path / "a.poise", *given) == 0
    assert "say the same" in capsys.readouterr().out
    out = tmp_path / "both.poise"
    assert run("merge", sealed, tmp_path / "a.poise", "-o", out, *given) == 0
    assert gate.read(out).document == gate.read(tmp_path / "a.poise").document


def test_a_plain_file_never_takes_the_place_of_a_sealed_one_unasked(sealed, tmp_path, capsys):
    before, given = sealed.read_bytes(), ("--password-file", secret_of(sealed))
    assert run("merge", sealed, tmp_path / "a.poise", "-o", sealed, *given) == 1
    assert "can only be read" in capsys.readouterr().err
    assert run("history", sealed, "--name", 1, "sent", *given) == 1
    assert "can only be read" in capsys.readouterr().err
    assert sealed.read_bytes() == before


def test_a_sealed_file_is_shared_on_with_its_own_password(sealed, tmp_path, capsys):
    out = tmp_path / "on.poise"
    assert run("share", sealed, "-o", out) == 1
    assert "name that file with --source-password-file" in capsys.readouterr().err
    assert run("share", sealed, "-o", out, "--source-password-file", secret_of(sealed)) == 0
    assert gate.read(out).document == gate.read(sealed, PASSWORD).document


def test_what_is_damaged_under_a_password_can_be_recovered(sealed, tmp_path, capsys):
    image = bytearray(build_image(gate.read(sealed, PASSWORD).document))
    image[:4096] = bytes(4096)
    sealed.write_bytes(seal(bytes(image), PASSWORD))
    out = tmp_path / "recovered.poise"
    assert run("recover", sealed, "-o", out) == 1
    assert "name that file with --password-file" in capsys.readouterr().err
    assert run("recover", sealed, "-o", out, "--password-file", secret_of(sealed)) == 0
    assert gate.read(out).assessment.decision.title.startswith("Recovered")
