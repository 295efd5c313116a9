"""What is due, said once when an assessment is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from app.desktop.widgets.notice_bar import NoticeBar
    from app.desktop.workspace import Workspace


class Reminders(QObject):
    """Names overdue reviews of benchmarks and signposts, after the window has been painted."""

    def __init__(self, workspace: Workspace, notices: NoticeBar, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._notices = notices
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._remind)
        workspace.opened.connect(self._timer.start)
        workspace.closed.connect(self._timer.stop)

    def _remind(self) -> None:
        value = self._workspace.value
        # The days that an example names for its signposts have long gone by.
        signposts = () if value.decision.illustrative else value.signposts
        if not any(row.review_on for row in (*value.benchmarks, *signposts)):
            return
        import datetime

        from app.analysis.policy.reviews import overdue_reviews, overdue_signposts
        from app.wording.conditions import overdue_sentence
        from app.wording.futures import overdue_signposts_sentence

        today = datetime.datetime.now().astimezone().date()
        late = overdue_sentence(overdue_reviews(value, today))
        unwatched = overdue_signposts_sentence(overdue_signposts(signposts, today))
        said = " ".join(filter(None, (late, unwatched)))
        if said and self._notices.isHidden():  # trouble with the file comes first
            self._notices.show_message(said, "warn")
