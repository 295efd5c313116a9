"""A proposed name is never that of a file that is there."""

from app.desktop.files.proposals import name_of, propose, propose_beside


def test_a_title_becomes_a_name_that_every_disk_takes():
    assert name_of("A: closing/opening? 2026") == "A closing opening 2026"
    assert name_of("???") == "assessment"
    assert len(name_of("x" * 300)) == 60


def test_what_the_file_is_stands_in_brackets(tmp_path):
    assert propose(tmp_path, "A strait", "copy without names").name == (
        "A strait (copy without names).poise"
    )


def test_a_file_that_is_there_is_never_proposed(tmp_path):
    for name in ("A strait.poise", "A strait 2.poise"):
        (tmp_path / name).touch()

    assert propose(tmp_path, "A strait").name == "A strait 3.poise"
    assert propose_beside(tmp_path / "A strait 2.poise").name == "A strait 3.poise"
    assert propose_beside(tmp_path / "mine.poise") == tmp_path / "mine 2.poise"
