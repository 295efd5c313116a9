"""What is said of an option or a criterion, for reading."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.desktop.widgets.text import PlainLabel
from app.wording import _
from app.wording.numbers import score as in_words
from db.model import Assessment, Criterion, Option
from db.model.tree import is_leaf

Part = tuple[str, str]
"""A caption, which may be empty, and a text."""


class Description(QWidget):
    """A heading, and texts under their captions."""

    def __init__(self) -> None:
        super().__init__()
        self._title = PlainLabel(role="heading", wrap=True)
        self._parts = QVBoxLayout()
        self._parts.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.addWidget(self._title)
        column.addLayout(self._parts)
        column.addStretch(1)
        self._shown: list[Part] | None = None

    def show_option(self, option: Option) -> None:
        """Show what is said of an option."""
        self._show(option.name, option_parts(option))

    def show_criterion(self, assessment: Assessment, criterion: Criterion) -> None:
        """Show what is said of a criterion, and its levels in words."""
        self._show(criterion.name, criterion_parts(assessment, criterion))

    def texts(self) -> list[str]:
        """Everything that is shown."""
        parts = (text for part in self._shown or () for text in part)
        return [self._title.text(), *filter(None, parts)]

    def _show(self, title: str, parts: Iterator[Part]) -> None:
        self._title.setText(title)
        wanted = list(parts)
        if wanted == self._shown:
            return
        self._shown = wanted
        while (item := self._parts.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for caption, text in wanted:
            if caption:
                self._parts.addWidget(PlainLabel(caption, "caption"))
            label = PlainLabel(text, wrap=True)
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            label.setAccessibleName(f"{caption} {text}".strip())
            self._parts.addWidget(label)


def option_parts(option: Option) -> Iterator[Part]:
    """What is said of an option."""
    yield "", option.description or _("No description yet.")
    if option.screened_out:
        yield _("Screened out"), option.screened_out
    if option.locator:
        yield _("Where it is described"), option.locator


def criterion_parts(assessment: Assessment, criterion: Criterion) -> Iterator[Part]:
    """What is said of a criterion."""
    yield "", criterion.description or _("No description yet.")
    if not is_leaf(assessment, criterion.id):
        return
    described = [row for row in assessment.levels_by_criterion.get(criterion.id, ()) if row.words]
    lines = [
        _("{number}: {words}").format(
            number=f"{in_words(row.at)} {criterion.unit}".strip(), words=row.words
        )
        for row in described
    ]
    yield _("Scale"), "\n".join(lines) or _("Nothing on the scale is described in words yet.")
