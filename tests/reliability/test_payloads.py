"""Whatever an officer's words mean elsewhere, here they are words: in every command and export."""

import csv
import io
import os
import re
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest

from app.cli.main import main
from db.image import build_image
from tests.reliability.payloads import PAYLOADS, loaded, watched

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="watches what is opened")

COMMANDS = (
    ["rank", "a.poise"],
    ["policy", "a.poise"],
    ["check", "a.poise"],
    ["history", "a.poise"],
    ["diff", "a.poise", "b.poise"],
    ["analyse", "a.poise", "--samples", "1000"],
    ["brief", "a.poise", "-o", "out.pdf"],
    ["brief", "a.poise", "-o", "out.docx"],
    ["brief", "a.poise", "-o", "out.md"],
    ["export", "a.poise", "--json", "out.json", "--csv", "out.csv", "--xlsx", "out.xlsx"],
    ["export", "a.poise", "--xmcda", "out.xml", "--charts", "charts"],
    ["share", "a.poise", "-o", "shared.poise", "--no-history"],
)
NEUTRAL = "Plain words"
ACTIVE = re.compile(rb"/(JavaScript|JS|Launch|OpenAction|GoToR|SubmitForm|ImportData|URI)\b")


@pytest.fixture
def trap(tmp_path) -> Path:
    """A picture that nothing may ever open."""
    place = tmp_path / "trap" / "x.png"
    place.parent.mkdir()
    place.write_bytes(b"\x89PNG\r\n\x1a\n")
    return place


def written(folder: Path, texts: tuple[str, ...], seed: int, monkeypatch) -> Path:
    """A folder with what every command makes of an assessment full of these texts."""
    folder.mkdir()
    monkeypatch.chdir(folder)
    (folder / "a.poise").write_bytes(build_image(loaded(texts, seed)))
    (folder / "b.poise").write_bytes(build_image(loaded((NEUTRAL,), seed)))
    for command in COMMANDS:
        assert main(command) in (0, 1), command
    return folder


def formulas_in(path: Path) -> int:
    """How many cells of a workbook compute something."""
    book = openpyxl.load_workbook(path)
    return sum(cell.data_type == "f" for sheet in book for row in sheet.iter_rows() for cell in row)


@pytest.mark.parametrize("seed", range(int(os.environ.get("PAYLOAD_ROUNDS", "1"))))
def test_nothing_is_opened_and_nothing_becomes_live(tmp_path, trap, seed, monkeypatch, capsys):
    sockets = []
    texts = tuple(text.replace("{trap}", str(trap)) for text in PAYLOADS)
    active = [True]

    def listen(event, arguments):
        if active[0] and event.startswith(("socket.connect", "socket.getaddrinfo", "urllib")):
            sockets.append((event, arguments))

    sys.addaudithook(listen)
    with watched(trap.parent) as seen:
        folder = written(tmp_path / "out", texts, seed, monkeypatch)
    active[0] = False
    assert seen == []
    assert sockets == []
    said = capsys.readouterr()
    assert "Traceback" not in said.err + said.out
    plain = written(tmp_path / "plain", (NEUTRAL,), seed, monkeypatch)
    assert formulas_in(folder / "out.xlsx") == formulas_in(plain / "out.xlsx")
    _require_plain_csv(folder / "out.csv")
    assert not ACTIVE.search((folder / "out.pdf").read_bytes())
    with zipfile.ZipFile(folder / "out.docx") as package:
        links = b"".join(package.read(name) for name in package.namelist() if "rels" in name)
    assert b'TargetMode="External"' not in links


def _require_plain_csv(path: Path) -> None:
    for row in csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))):
        for cell in row:
            assert not cell.startswith(("=", "@", "+", "\t", "\r")), cell
            assert not re.match(r"-(?!\d+(\.\d+)?$)", cell), cell
