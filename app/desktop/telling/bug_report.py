"""What happens when the program itself is wrong: one report, and the work goes on."""

from __future__ import annotations

import sys
import traceback
from types import TracebackType

from PySide6.QtWidgets import QApplication

from app.desktop.telling.messages import desk
from app.wording import _


class BugDesk:
    """Shows an unexpected error once; further ones that happen meanwhile are only printed."""

    def __init__(self) -> None:
        self._showing = False

    def install(self) -> None:
        """Be told of every error that nobody handled."""
        sys.excepthook = self.report

    def report(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Print the error and show it with a text that can be copied."""
        details = "".join(traceback.format_exception(kind, error, trace))
        sys.stderr.write(details)
        if self._showing or not issubclass(kind, Exception):
            return
        self._showing = True
        text = _(
            "Something went wrong inside Counterpoise. Every change up to the last one is kept, "
            "and you can go on working. The details below help to mend it; they name no content "
            "of your assessment unless an error message quotes it."
        )
        try:
            window = QApplication.activeWindow()
            desk().report_error(window, _("An error in Counterpoise"), text, details)
        finally:
            self._showing = False
