"""What the window says about the file: in the status bar, and as a notice when it matters."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.desktop.files.state import Caution, FileState
from app.desktop.files.status_line import StatusLine
from app.wording import _, ngettext

if TYPE_CHECKING:
    from app.desktop.widgets.notice_bar import NoticeAction, NoticeBar
    from app.desktop.workspace import Workspace
    from app.desktop.workspace.attendance import Met


class FileNotices(QObject):
    """Follows the state of the file."""

    def __init__(
        self,
        workspace: Workspace,
        notices: NoticeBar,
        keep_elsewhere: Callable[[], object],
        review: Callable[[], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.label = StatusLine()
        self.label.setAccessibleDescription(_("Where this is saved"))  # a name would hide the words
        self._workspace = workspace
        self._notices = notices
        self._keep_elsewhere = keep_elsewhere
        self._review = review
        self._said = ""
        workspace.opened.connect(self._forget)
        workspace.resumed.connect(self._say_resumed)
        workspace.closed.connect(self._clear)
        workspace.file_state_changed.connect(self._show)
        workspace.doubted.connect(self._say_doubted)
        workspace.attendance.met.connect(self._say_met)
        workspace.versions.went_back.connect(self._say_back)

    def _clear(self) -> None:
        self._forget()
        self.label.setText("")

    def _forget(self) -> None:
        """Say no longer what was said of another file."""
        self._said = ""
        self._notices.clear()

    def _show(self, state: FileState) -> None:
        self.label.setText(state.sentence())
        if self.label.property("tone") != state.tone:
            self.label.setProperty("tone", state.tone)
            self.label.style().unpolish(self.label)
            self.label.style().polish(self.label)
        said = _worry(state) or _caution(state)
        if said == self._said:
            return
        self._said = said
        if said:
            self._notices.stand(said, "bad" if state.unkept else "warn", self._remedies(state))
        else:
            self._notices.withdraw()

    def _remedies(self, state: FileState) -> tuple[NoticeAction, ...]:
        """What can be done about what stands in the notice."""
        if state.theirs is not None and not state.unkept:
            return ((_("Review and merge…"), self._review), self._elsewhere())
        return (self._elsewhere(), *(() if _worry(state) else self.permissions()))

    def permissions(self) -> tuple[NoticeAction, ...]:
        """What lets the file be written that is left as it is; nothing where it is written."""
        if self._workspace.file_state.caution is not Caution.PASSING_PLACE:
            return ()
        return ((_("Write to this file"), self._workspace.allow_publishing),)

    def _elsewhere(self) -> NoticeAction:
        return (_("Keep in another file…"), self._keep_elsewhere)

    def _say_doubted(self) -> None:
        """Say once of a file that the officer chose that its place is a poor one."""
        state = self._workspace.file_state
        if state.path is not None:
            text = _(
                "{file} is in a folder for temporary files, which the computer may empty without "
                "asking. It is written as you chose."
            )
            said = text.format(file=state.path.name)
            self._notices.show_message(said, "warn", (self._elsewhere(),))

    def _say_resumed(self, edits: int) -> None:
        state = self._workspace.file_state
        if state.path is None or state.caution is not Caution.NONE:
            return
        text = ngettext(
            "{count} change that had not reached {file} is here again.",
            "{count} changes that had not reached {file} are here again.",
            edits,
        )
        self._notices.show_message(text.format(count=edits, file=state.path.name))

    def _say_back(self, when: str) -> None:
        text = (
            _("The state of {when} is back. Undo takes it away again.").format(when=when)
            if when
            else _("The state as it began is back. Undo takes it away again.")
        )
        self._notices.show_message(text)

    def _say_met(self, met: Met) -> None:
        """Say who else has the file open, unless something graver is on show."""
        if met.author is None or self._notices.grave:
            return
        from app.wording.contests import moment

        if met.author:
            text = _(
                "{name} has this file open since {when}. "
                "Both of you can work; the copies can be merged."
            )
        else:
            text = _(
                "Somebody else has this file open since {when}. "
                "Both of you can work; the copies can be merged."
            )
        self._notices.show_message(text.format(name=met.author, when=moment(met.since)))


def _caution(state: FileState) -> str:
    """Why the file is left as it is; empty where it is written."""
    if state.caution is Caution.NONE or state.path is None:
        return ""
    if state.caution is Caution.PASSWORD:
        text = _(
            "{file} is under a password and stays as it is. "
            "What you change is kept on this computer only."
        )
    elif state.caution is Caution.READ_ONLY:
        text = _("{file} cannot be written. Your changes are saved on this computer only.")
    else:
        text = _(
            "{file} is in a folder for temporary files, such as downloads or attachments "
            "of mail, so it is left as it is. "
            "Your changes are saved on this computer only."
        )
    return text.format(file=state.path.name)


def _worry(state: FileState) -> str:
    """What has to be said beside the status bar; empty while all is well."""
    if state.unkept:
        return state.sentence()
    if state.trouble or state.theirs is None or state.path is None:
        return state.trouble
    text = _("Somebody else has put another version into {file}. Yours is safe on this computer.")
    return text.format(file=state.path.name)
