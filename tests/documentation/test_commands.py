"""Every command that a page shows is typed, one after the other, beside the worked example."""

import shlex
import shutil
from pathlib import Path

import pytest

from app.cli import main
from app.cli.arguments import COMMANDS
from tests.architecture.sources import ROOT
from tests.documentation.written import PAGES, commands_of, name_of

RUN = [page for page in PAGES if commands_of(page)]
TABLE = """Option,Costs,Delay,Support,Remark
,min,min,max,
weight,100,50,25,
Wait,20,5,40,as now
Talk,35,10,60,
Leave,50,20,10,last
"""
STYLE = 'letterhead = ["Ministry of Foreign Affairs", "Policy Planning"]\npaper = "A4"\n'
COPIES = ("before", "after", "mine", "theirs", "copy", "decision")
XMCDA = ("alternatives", "criteria", "weights", "performances")


@pytest.fixture
def folder(tmp_path, monkeypatch, capsys):
    """A folder with all that the pages speak of."""
    monkeypatch.chdir(tmp_path)
    assert main(["new", "afghanistan.poise", "--sample"]) == 0
    for name in COPIES:
        shutil.copy("afghanistan.poise", f"{name}.poise")
    Path("table.csv").write_text(TABLE, encoding="utf-8")
    assert main(["import", "table.csv", "-o", "small.poise"]) == 0
    assert (
        main(["export", "small.poise", "--xlsx", "table.xlsx", "--json", "afghanistan.json"]) == 0
    )
    shutil.copy("table.xlsx", "scores.xlsx")
    Path("style.toml").write_text(STYLE, encoding="utf-8")
    Path("secret.txt").write_text("a few plain words\n", encoding="utf-8")
    whole = Path("afghanistan.poise").read_bytes()
    Path("damaged.poise").write_bytes(whole[: len(whole) // 2])
    for name in XMCDA:
        shutil.copy(ROOT / "tests/data/xmcda/weighted-sum-2" / f"{name}.xml", f"{name}.xml")
    capsys.readouterr()
    return tmp_path


def run(words):
    """Type a command; what it is to make anew is taken away first."""
    makes = words[0] in ("new", "import", "share", "merge", "recover")
    for option in ("-o",) if makes else ():
        if option in words:
            Path(words[words.index(option) + 1]).unlink(missing_ok=True)
    if words[0] == "new":
        Path(words[1]).unlink(missing_ok=True)
    try:
        return main(words)
    except SystemExit as ended:
        return ended.code


@pytest.mark.parametrize("page", RUN, ids=name_of)
def test_what_a_page_tells_one_to_type_works(page, folder, capsys):
    typed = [shlex.split(command) for command in commands_of(page)]
    for words in typed:
        if words[0] not in COMMANDS:  # opens the window
            assert words[0].endswith(".poise") or words == ["--help"]
            continue
        status = run(words)
        said = capsys.readouterr().err
        assert status == 0, f"counterpoise {shlex.join(words)}: {said}"


def test_the_pages_tell_enough_to_type():
    typed = [command for page in RUN for command in commands_of(page)]

    assert len(typed) > 50
    assert {command.split()[0] for command in typed} >= set(COMMANDS) - {"completion"}
