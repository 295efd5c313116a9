"""Every dialog about files and settings, opened on the window that stands open."""

from datetime import UTC, datetime
from pathlib import Path

from app.desktop.beginning.template_dialog import TemplateDialog
from app.desktop.comparing.versions_dialog import VersionsDialog
from app.desktop.exchanging.table_dialog import TableDialog
from app.desktop.merging.cases import cases_of
from app.desktop.merging.merge_dialog import MergeDialog
from app.desktop.preferences.settings_dialog import SettingsDialog
from app.desktop.preferences.shortcuts_dialog import ShortcutsDialog
from app.desktop.sharing.share_dialog import ShareDialog
from app.desktop.telling.line_dialog import LineDialog
from app.desktop.workspace.arrivals import Arrival
from app.edits.decision import change_decision
from app.edits.scores import set_score
from app.exchange import tables
from db.document import Document, Stamp
from db.merge import merge
from db.store import Store

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
TABLE = b"Option,Cost,Reach\nStay,3,40\nLeave,9,\nTalk,5,70\n"


def arrival(folder: Path, begun: Document, title: str = "As Rosa sees it") -> Arrival:
    """A colleague's copy of the worked example in which two things differ that I changed, too."""
    mine = _edited(folder / "mine", begun, "Ada", "As I see it", 70)
    theirs = _edited(folder / "theirs", begun, "Rosa", title, 20)
    merged = merge(mine, theirs)
    names = {session.id: session.author for session in merged.sessions}
    cases = cases_of(merged.assessment, merged.conflicts, mine, names)
    stamp = Stamp(size=1, sha256="0" * 64)
    return Arrival(Path("rosas copy.poise"), stamp, mine, theirs, merged, cases)


def _edited(folder: Path, begun: Document, author: str, title: str, likely: float) -> Document:
    store = Store.create(folder, begun)
    for label, edit in (
        ("Title", lambda a: change_decision(a, title=title)),
        ("Score", lambda a: set_score(a, "policy-desk", "CM", "security", likely)),
    ):
        before = store.document().assessment
        store.commit(label, before, edit(before), author=author, when=NOON)
    made = store.document()
    store.discard()
    return made


def dialogs(window, folder):
    """Make each of them, with its name."""
    setting_up = window.commands.setting_up
    document = window.workspace.versions.document()
    yield "settings", SettingsDialog(setting_up.preferences, window)
    yield "shortcuts", ShortcutsDialog(setting_up._shortcuts(), window)
    sharing = ShareDialog(document, window)
    sharing.sealed.setChecked(True)
    yield "share", sharing
    yield "versions", VersionsDialog(window.workspace, window)
    yield "template", TemplateDialog(window)
    yield "table", TableDialog(tables.read_table(TABLE), window.workspace.value, window)
    yield "merge", MergeDialog(arrival(folder, document), window)
    yield (
        "password",
        LineDialog("afghanistan.poise", "It is under a password.", window, secret=True),
    )
