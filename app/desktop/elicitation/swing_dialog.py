"""Swing weights: first the change that is wanted most, then the others against it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.desktop.elicitation.case import Case, Leaf
from app.desktop.elicitation.dialog import HUNDRED, ElicitationDialog
from app.desktop.models.weights import WeightLine
from app.desktop.pages.layout import card
from app.desktop.widgets.number_field import NumberField
from app.desktop.widgets.text import PlainLabel, button, plain_caption
from app.desktop.widgets.weight_row import WeightRow
from app.wording import _, ngettext
from db.model import Elicitation

if TYPE_CHECKING:
    from app.analysis.arrays import FloatArray


class SwingDialog(ElicitationDialog):
    """Asks which change is wanted most, then how much each of the others is worth beside it."""

    kind: ClassVar[Elicitation] = Elicitation.SWING

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        self.next_button = button(_("Next"), self._begin_comparing, "primary")
        super().__init__(case, parent)
        self._swings = {leaf.key: leaf.swing for leaf in case.leaves}
        self._most: str | None = None
        self._refused = ""
        self.rows: dict[str, WeightRow] = {}
        self.choices: dict[str, QRadioButton] = {}
        self._wanted = self._make_choices()
        self._against = QWidget()
        self._lead = PlainLabel(role="lead", wrap=True)
        self._list = QVBoxLayout(self._against)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(6)
        self._list.addWidget(self._lead)
        self.body.addWidget(self._wanted)
        self.body.addWidget(self._against)
        self._turn_to(self._wanted)
        self.follow()

    def title(self) -> str:
        return _("Weigh by swings")

    def hint(self) -> str:
        return _("Imagine that everything stood at its worst, and that one thing could be changed.")

    def shares(self) -> FloatArray | None:
        from app.analysis.weights import normalise

        if self._most is None or self._against.isHidden():
            return None
        return normalise([self._swings[leaf.key] for leaf in self.case.leaves])

    def status(self) -> str:
        if self._most is None:
            return _("Choose the change that you would want most.")
        if self._against.isHidden():
            return ""
        untouched = sum(not swing for swing in self._swings.values())
        if untouched:
            return ngettext(
                "{count} criterion is at 0 and will not count at all.",
                "{count} criteria are at 0 and will not count at all.",
                untouched,
            ).format(count=untouched)
        return ""

    def summary(self) -> str:
        return ""  # the weights are what was answered

    def go_back(self) -> None:
        """Return to the choice of the change that is wanted most."""
        self._turn_to(self._wanted)
        if self._most is not None:
            self.choices[self._most].setFocus()
        self.follow()

    def keep_pending(self) -> bool:
        self._refused = ""
        for row in self.rows.values():
            row.field.commit()
        return not self._refused and not any(row.field.is_changed() for row in self.rows.values())

    def stops(self) -> list[QWidget]:
        return [row.field for row in self.rows.values()]

    def is_wrong(self, field: NumberField) -> bool:
        refused, self._refused = self._refused, ""
        return refused in self.rows and self.rows[refused].field is field

    def foot_buttons(self) -> list[QPushButton]:
        return [*super().foot_buttons()[:-1], self.next_button, self.accept_button]

    def _turn_to(self, page: QWidget) -> None:
        """Show one of the two pages, with the button that ends it."""
        at_first = page is self._wanted
        self._wanted.setVisible(at_first)
        self._against.setVisible(not at_first)
        self.back_button.setVisible(not at_first)
        self.next_button.setVisible(at_first)
        self.accept_button.setVisible(not at_first)
        (self.next_button if at_first else self.accept_button).setDefault(True)

    # --- the change that is wanted most

    def _make_choices(self) -> QFrame:
        frame, inside = card(_("Which of these changes would you want most?"))
        self._group = QButtonGroup(self)
        for leaf in self.case.leaves:
            made = QRadioButton(plain_caption(leaf.name))
            made.setAccessibleDescription(leaf.words)
            made.setObjectName(leaf.key)
            made.clicked.connect(self._want)
            self._group.addButton(made)
            self.choices[leaf.key] = made
            inside.addWidget(made)
            words = PlainLabel(leaf.words, "muted", wrap=True)
            words.setContentsMargins(30, 0, 0, 4)
            inside.addWidget(words)
        self.next_button.setEnabled(False)
        return frame

    def _want(self) -> None:
        self._most = self._group.checkedButton().objectName()
        self.next_button.setEnabled(True)
        self.follow()

    # --- the others beside it

    def _begin_comparing(self) -> None:
        assert self._most is not None
        before = self._swings[self._most]
        if before:  # what was weighed before keeps its ratios, as far as that is possible
            scaled = {key: swing / before * HUNDRED for key, swing in self._swings.items()}
            self._swings = {key: min(swing, HUNDRED) for key, swing in scaled.items()}
        self._swings[self._most] = HUNDRED
        self._arrange()
        self._turn_to(self._against)
        self._show()
        self.arrange_focus()
        first = next((key for key in self.rows if key != self._most), self._most)
        self.rows[first].take_typing()

    def _arrange(self) -> None:
        for row in self.rows.values():
            row.deleteLater()
        self.rows.clear()
        most = next(leaf for leaf in self.case.leaves if leaf.key == self._most)
        lead = _(
            "Moving {name} {words} is worth 100. How much is each of these changes worth beside it?"
        )
        self._lead.setText(lead.format(name=most.name, words=most.words))
        others = [leaf for leaf in self.case.leaves if leaf is not most]
        others.sort(key=lambda leaf: -self._swings[leaf.key])
        for leaf in (most, *others):
            self._list.addWidget(self._make_row(leaf))

    def _make_row(self, leaf: Leaf) -> WeightRow:
        row = WeightRow(WeightLine(leaf.key, leaf.name, 0, True, leaf.words))
        row.moved.connect(self._pass)
        row.settled.connect(self._settle)
        row.reverted.connect(self._show)
        self.rows[leaf.key] = row
        return row

    def _pass(self, key: str, swing: float) -> None:
        if key == self._most or swing > HUNDRED:
            swing = HUNDRED
        kept = self._swings
        self._swings = _with_swing(kept, key, swing)
        self._show_rows(final=False)
        self.follow()
        self._swings = kept

    def _settle(self, key: str, swing: float) -> None:
        if key == self._most and swing != HUNDRED:
            self._refuse(key, _("This is the change you want most: it is 100 by definition."))
            return
        if not 0.0 <= swing <= HUNDRED:
            sentence = _(
                "Give a number from 0 to 100. If this change is worth more than the one you chose "
                "first, go back and choose this one."
            )
            self._refuse(key, sentence)
            return
        self._swings = _with_swing(self._swings, key, swing)
        self.rows[key].field.load_number(self._swings[key])
        self._show()

    def _refuse(self, key: str, sentence: str) -> None:
        self._refused = key
        self._show_rows(final=True)
        row = self.rows[key]
        row.field.load_number(self._swings[key])
        row.say(sentence)
        row.take_typing()

    def _show(self) -> None:
        self._show_rows(final=True)
        self.follow()

    def _show_rows(self, *, final: bool) -> None:
        total = sum(self._swings.values())
        for key, row in self.rows.items():
            share = self._swings[key] / total
            most = key == self._most
            row.show_weight(self._swings[key], share, final=final, beside=HUNDRED, reference=most)


def _with_swing(swings: dict[str, float], key: str, swing: float) -> dict[str, float]:
    """One swing set; one above 100 becomes the reference, and all at 0 is not possible."""
    changed = {**swings, key: max(swing, 0.0)}
    largest = max(changed.values())
    if largest <= 0.0:
        return swings
    return {other: number / largest * HUNDRED for other, number in changed.items()}
