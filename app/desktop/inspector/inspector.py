"""The pane for the selected thing: a score, an option or a criterion."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.desktop.widgets.text import PlainLabel
from app.desktop.workspace import Workspace
from app.wording import _
from db.model import Assessment

from .description import Description
from .score_inspector import ScoreInspector, ScoreKey

Selection = tuple[str, ...]


class Inspector(QWidget):
    """Shows one selection: ("score", assessor, option, criterion), ("option", id) or the like."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setAccessibleName(_("Details of the selection"))
        self._workspace = workspace
        self._selection: Selection | None = None
        self.score = ScoreInspector(workspace)
        self.description = Description()
        self._nothing = PlainLabel(_("Select something to see what is said of it."), "muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        self._shown: QWidget = self._nothing
        sheet = QWidget()
        sheets = QVBoxLayout(sheet)
        sheets.setContentsMargins(0, 0, 0, 0)
        for widget in (self._nothing, self.score, self.description):
            sheets.addWidget(widget)
            widget.setVisible(widget is self._shown)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(sheet)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def inspect(self, selection: Selection | None) -> None:
        """Show a selection, after what is being typed about the last one has been committed."""
        if selection != self._selection:
            self.commit_pending()
            self._selection = selection
        self.show_value(self._workspace.value, None)

    def show_value(self, assessment: Assessment, tables: frozenset[str] | None) -> None:
        """Follow a change of the assessment."""
        if not self._showed(assessment):
            self._selection = None
            self._turn_to(self._nothing)

    def forget(self) -> None:
        """Show nothing: another assessment is open."""
        self._selection = None
        self.score.forget()
        self._turn_to(self._nothing)

    def commit_pending(self) -> None:
        """Commit what has been typed but not left yet."""
        if self._shown is self.score:
            self.score.commit_pending()

    def _showed(self, assessment: Assessment) -> bool:
        """Show the selection; False when there is none, or it has gone."""
        match self._selection:
            case ("score", assessor, option, criterion):
                self._turn_to(self.score)
                return self.score.show_score(assessment, ScoreKey(assessor, option, criterion))
            case ("option", key) if key in assessment.option_by_id:
                self._turn_to(self.description)
                self.description.show_option(assessment.option_by_id[key])
                return True
            case ("criterion", key) if key in assessment.criterion_by_id:
                self._turn_to(self.description)
                self.description.show_criterion(assessment, assessment.criterion_by_id[key])
                return True
        return False

    def _turn_to(self, widget: QWidget) -> None:
        if widget is not self._shown:
            self._shown.hide()
            self._shown = widget
            widget.show()
