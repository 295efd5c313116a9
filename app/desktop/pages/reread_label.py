"""Says on the brief's page which own words may speak of an option that is not advised any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.desktop.widgets.text import PlainLabel

if TYPE_CHECKING:
    from app.desktop.briefing.written import WrittenWords
    from app.desktop.workspace import Workspace
    from db.model import Assessment


class RereadLabel(PlainLabel):
    """One sentence for each text to read again; hidden while there is none."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(role="problem", wrap=True)
        self._workspace = workspace
        self._words: WrittenWords | None = None
        self.hide()

    def show_value(self, drafted: Assessment) -> None:
        """Say what is to be read again; drafted: the assessment with what is being typed."""
        from app.desktop.briefing.written import WrittenWords

        if self._words is None:
            self._words = WrittenWords(self._workspace.versions.document)
        said = "\n".join(self._words.to_reread(self._workspace.value, drafted))
        self.setText(said)
        self.setVisible(bool(said))

    def forget(self) -> None:
        """Let go of the assessment, which has been closed."""
        self._words = None
