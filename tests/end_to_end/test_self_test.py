"""`counterpoise self-test` says whether an installation works, and notices when it does not."""

import subprocess
import sys

import pytest

from tests.architecture.sources import ROOT

pytestmark = pytest.mark.needs_qt

CHANGED = """
import sys
from app.cli import main, self_checks
{change}
sys.exit(main(["self-test"]))
"""


def self_test(change: str) -> subprocess.CompletedProcess[str]:
    """Run it in a process of its own, after some change to what is checked."""
    return subprocess.run(
        [sys.executable, "-c", CHANGED.format(change=change)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_sound_installation_passes():
    done = self_test("")
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    assert lines[-1] == "All is well."
    assert [line.split()[0] for line in lines[1:-1]] == ["ok"] * 7


ONLY = "self_checks.CHECKS = {{'it': {check}}}; import app.cli.self_test"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            "p = self_checks._published(); p['topsis']['closeness'][0] = 0.6\n"
            "self_checks._published = lambda: p\n"
            + ONLY.format(check="self_checks._agree_with_publications"),
            "Tzeng & Huang (2011)",
        ),
        (
            "import app.desktop.briefing.process as made_by\n"
            "made_by._command = lambda: [sys.executable, '-c', 'pass']\n"
            + ONLY.format(check="self_checks._work_at_the_desk"),
            "FAILED     it",
        ),
        (
            "import app.desktop.starting.desk_check as desk\n"
            "desk._make_brief = lambda *_: (b'', 3)\n"
            + ONLY.format(check="self_checks._work_at_the_desk"),
            "FAILED     it",
        ),
        (
            "import db.gate; db.gate.read = lambda path: None\n"
            + ONLY.format(check="self_checks._pass_the_gate"),
            "FAILED     it",
        ),
        (
            "import socket\n"
            "def call(folder):\n"
            "    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as out:\n"
            "        out.connect(('127.0.0.1', 9))\n"
            "    return 'called'\n" + ONLY.format(check="call"),
            "socket.connect",
        ),
        (
            "import io\n"
            "import app.brief.pdf as pdf\n"
            "from reportlab.pdfgen.canvas import Canvas\n"
            "def render(document):\n"
            "    out = io.BytesIO()\n"
            "    page = Canvas(out, invariant=1)\n"
            "    page.setTitle(document.title)\n"
            "    page.drawString(72, 72, document.marking)\n"
            "    page.save()\n"
            "    return out.getvalue()\n"
            "pdf.render = render\n" + ONLY.format(check="self_checks._make_a_brief"),
            "a page has no structure",
        ),
    ],
    ids=[
        "a wrong number",
        "a workshop that is gone",
        "a printer that prints nothing",
        "a gate that is open",
        "a network",
        "an untagged brief",
    ],
)
def test_what_does_not_work_is_named(change, said):
    done = self_test(change)
    assert done.returncode == 1
    assert said in done.stdout
    assert "cannot be relied upon" in done.stderr


def test_a_missing_library_of_the_system_is_no_fault():
    change = "import sys; sys.modules['PySide6'] = None\n" + ONLY.format(
        check="self_checks._show_the_window"
    )
    done = self_test(change)
    assert done.returncode == 0
    assert "not tested it: a library of the system is missing" in done.stdout
