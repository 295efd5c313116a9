"""A copy under a password on the command line."""

from app.cli import main
from db import gate


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
