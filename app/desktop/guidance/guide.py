"""Showing help beside the page, and pictures to a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.wording import _

if TYPE_CHECKING:
    from app.desktop.guidance.help_dialog import HelpDialog
    from app.desktop.handbook.window import Handbook
    from app.desktop.presenting.presentation import Presentation
    from app.desktop.robustness.report import Report
    from app.desktop.window import MainWindow


class Guide(QObject):
    """What the actions about help and presenting do."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self.help: HelpDialog | None = None
        self.handbook: Handbook | None = None
        self.presentation: Presentation | None = None

    def show_help(self) -> None:
        """Explain the step on show; the help follows from step to step."""
        document = self.window.document
        if document is None:
            return
        if self.help is None:
            from app.desktop.guidance.help_dialog import HelpDialog

            self.help = HelpDialog(document.step, self.window)
            self.help.step_wanted.connect(self.window.show_step)
            self.help.handbook_wanted.connect(self.show_handbook)
            self.help.beginning_wanted.connect(self.window.commands.new)
            self.help.finished.connect(self._forget_help)
            document.step_shown.connect(self.help.show_step)
            self.window.workspace.closed.connect(self.help.reject)
        self.help.show_step(document.step)
        self.help.show()
        self.help.next_button.setFocus()

    def show_handbook(self, page: str = "") -> None:
        """Open the handbook beside the work, at a page if one is named."""
        from app.desktop.handbook.pages import CONTENTS
        from app.desktop.handbook.window import Handbook

        if self.handbook is None:
            self.handbook = Handbook(page or CONTENTS, self.window)
            self.handbook.finished.connect(self._forget_handbook)
        elif page:
            self.handbook.show_page(page)
        self.handbook.show()
        self.handbook.activateWindow()
        self.handbook.reader.setFocus()

    def take_tour(self) -> None:
        """Lead through the steps of the worked example."""
        if not self.window.commands.open_example():
            return
        self.window.show_step("decision")
        self.show_help()
        if self.help is not None:
            self.help.lead_through()

    def present(self) -> None:
        """Show the pictures in large type, over the whole screen."""
        self.window.commit_pending()
        from app.analysis.outcome import find_outcome
        from app.desktop.presenting.meeting import make_slides
        from app.desktop.presenting.presentation import Presentation
        from app.desktop.robustness.examiner import Examiner

        value = self.window.workspace.value
        outcome = find_outcome(value)
        if outcome is None:
            text = _("There is nothing to present yet: add options and criteria first.")
            self.window.notices.show_message(text)
            return
        slides = make_slides(outcome)
        self.presentation = Presentation(slides, value.decision.marking, self.window)
        self.presentation.finished.connect(self._forget_presentation)
        self.presentation.showFullScreen()
        examiner = Examiner(self.presentation)
        examiner.reported.connect(self._add_robustness)
        examiner.ask(outcome)

    def _add_robustness(self, report: Report) -> None:
        """What takes a moment to work out comes after the pictures that were there at once."""
        from app.desktop.presenting.meeting import robustness_slides

        if self.presentation is not None:
            self.presentation.add(robustness_slides(report))

    def _forget_help(self, _result: int) -> None:
        self.help = None

    def _forget_handbook(self, _result: int) -> None:
        self.handbook = None

    def _forget_presentation(self, _result: int) -> None:
        self.presentation = None
