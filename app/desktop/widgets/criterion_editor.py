"""Everything about one criterion: name, short form, description and, on a leaf, its scale."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.desktop.workspace import Workspace
from app.edits.criteria import change_criterion
from app.wording import _
from db.model import Assessment, Criterion
from db.model.tree import is_leaf, walk

from .choice import Choice, Choices
from .fields import LineField, ProseField
from .scale_editor import ScaleEditor
from .text import PlainLabel

STEP_IN = "\u2003"
"""The space by which a branch below another one stands further in."""

WIDEST_NEED = 480
"""It asks for no more width than that; in a narrower window it scrolls."""


class CriterionEditor(QScrollArea):
    """Follows the criterion that is selected in the tree."""

    branch_wanted = Signal(object)
    """The branch below which the criterion shall stand, None for the top."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._key: str | None = None
        self._title = PlainLabel(role="heading", wrap=True)
        self.code = LineField(_("Short form"), _("for narrow places, such as “norm”"))
        self.description = ProseField(_("Description"), lines=2)
        self.branch = Choice(_("Branch to which the criterion belongs"))
        self.branch.chosen.connect(self.branch_wanted)
        self.scale = ScaleEditor(workspace)
        self._branch = PlainLabel(
            _("A branch weighs what the criteria below it weigh; only those have scales."),
            "muted",
            wrap=True,
        )
        self._sheet = QWidget()
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(16, 4, 8, 8)
        column.addWidget(self._title)
        for name, field in (
            (_("Description"), self.description),
            (_("Short form"), self.code),
            (_("Belongs to"), self.branch),
        ):
            caption = PlainLabel(name, "caption")
            caption.setBuddy(field)
            column.addWidget(caption)
            column.addWidget(field)
        column.addSpacing(6)
        column.addWidget(self.scale)
        column.addWidget(self._branch)
        column.addStretch(1)
        self.setWidget(self._sheet)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.code.committed.connect(self._set_code)
        self.description.committed.connect(self._set_description)

    def minimumSizeHint(self) -> QSize:
        # What is on the sheet, beside its bar: half a field would hide what is typed.
        width = self._sheet.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(min(width, WIDEST_NEED), super().minimumSizeHint().height())

    def show_criterion(self, assessment: Assessment, key: str | None) -> None:
        """Show a criterion; nothing when there is none."""
        row = assessment.criterion_by_id.get(key or "")
        self._sheet.setVisible(row is not None)
        if row is None:
            self._key = None
            self.scale.forget()
            return
        if row.id != self._key:
            self._key = row.id
            self.code.load_text(row.code)
            self.description.load_text(row.description)
        self._title.setText(row.name)
        self.branch.show_choices(_branches(assessment, row))
        self.branch.show_choice(row.parent)
        self.code.show_text(row.code)
        self.description.show_text(row.description)
        leaf = is_leaf(assessment, row.id)
        self.scale.setVisible(leaf)
        self._branch.setVisible(not leaf)
        if leaf:
            self.scale.show_leaf(assessment, row)
        else:
            self.scale.forget()

    def _set_code(self, text: str) -> None:
        self._change(_("Short form of {criterion}"), code=text)

    def _set_description(self, text: str) -> None:
        self._change(_("Description of {criterion}"), description=text)

    def _change(self, label: str, **fields: str) -> None:
        if self._workspace.has("criteria", self._key):
            name = self._workspace.value.criterion_by_id[self._key].name
            self._workspace.apply(
                label.format(criterion=name), change_criterion, self._key, **fields
            )


def _branches(assessment: Assessment, criterion: Criterion) -> Choices:
    """The top and every branch, as deep as it stands, but for those below the criterion itself."""
    below = {criterion.id, *(row.id for _depth, row in walk(assessment, criterion.id))}
    branches = (
        (row.id, f"{STEP_IN * depth}{row.name}")
        for depth, row in walk(assessment)
        if row.id not in below and not is_leaf(assessment, row.id)
    )
    return ((None, _("no branch: it stands at the top")), *branches)
