"""The house style of briefs: which file says it, and why it cannot be used."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.desktop.files.documents import documents_folder
from app.desktop.jobs import LatestJob
from app.desktop.preferences.settings import open_settings, read_text
from app.desktop.telling.trouble import sentence_of
from app.desktop.widgets.text import PlainLabel, button, set_role
from app.wording import _

if TYPE_CHECKING:
    from app.brief.house import ReadStyle

KEY = "house_style"


class HouseStyleField(QWidget):
    """Chooses the file, remembers it for every brief, and reads it beside the window."""

    changed = Signal()
    """Briefs look as `style_read` says from now on."""

    def __init__(self) -> None:
        super().__init__()
        self.style_read: ReadStyle | None = None
        self._settings = open_settings()
        self._job = LatestJob(self)
        self._job.done.connect(self._take)
        self._job.failed.connect(self._refuse)
        self.said = PlainLabel(role="muted", wrap=True)
        self.choose = button(_("Choose a style file…"), self._ask)
        self.clear = button(_("No house style"), self.forget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.said)
        for made in (self.choose, self.clear):  # side by side they are too wide in some languages
            column.addWidget(made, 0, Qt.AlignmentFlag.AlignLeading)
        self._say("")

    @property
    def path(self) -> Path | None:
        """The file that is remembered."""
        told = read_text(self._settings, KEY, "")
        return Path(told) if told else None

    @property
    def busy(self) -> bool:
        """Whether the file is being read."""
        return self._job.busy

    def read_again(self) -> None:
        """Read the file as it is now; somebody may have changed it meanwhile."""
        path = self.path
        if path is not None:
            self._job.request(lambda: _read(path))
        elif self.style_read is not None:
            self._take(None)  # another window has chosen none

    def settle(self) -> None:
        """Wait until the file has been read, if that is going on."""
        self._job.wait()

    def use(self, path: Path) -> None:
        """Take another file and remember it."""
        self._settings.setValue(KEY, str(path.absolute()))
        self.read_again()

    def forget(self) -> None:
        """Let briefs look as they do by themselves."""
        self._job.abandon()
        self._settings.setValue(KEY, "")
        self._take(None)

    def _ask(self) -> None:
        folder = str(documents_folder() if self.path is None else self.path.parent)
        kind = _("House style (*.toml)")
        chosen, _kind = QFileDialog.getOpenFileName(self, _("Choose a house style"), folder, kind)
        if chosen:
            self.use(Path(chosen))

    def _take(self, style: ReadStyle | None) -> None:
        self.style_read = style
        self._say("")
        self.changed.emit()

    def _refuse(self, error: Exception) -> None:
        from app.brief.house import StyleRefused

        said = str(error) if isinstance(error, StyleRefused) else sentence_of(error)
        self._take(None)
        self._say(said)

    def _say(self, trouble: str) -> None:
        path = self.path
        if trouble:
            text = _("The brief goes without a house style: {reason}").format(reason=trouble)
        elif path is None:
            text = _("None: the brief looks as it does by itself.")
        else:
            text = path.name
        set_role(self.said, "problem" if trouble else "muted")
        self.said.setText(text)
        self.clear.setEnabled(path is not None)


def _read(path: Path) -> ReadStyle:
    from app.brief.house import read_style

    return read_style(path)
