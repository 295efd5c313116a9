"""Weights from an order of importance alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from app.desktop.elicitation.case import Case, Leaf
from app.desktop.elicitation.dialog import ElicitationDialog
from app.desktop.widgets.choice import Choice
from app.desktop.widgets.shortcuts import add_shortcut
from app.desktop.widgets.text import PlainLabel, button, plain_tip
from app.wording import _
from app.wording.numbers import percent
from db.model import Elicitation

if TYPE_CHECKING:
    from app.analysis.arrays import FloatArray

_CENTROID, _SUM, _EQUAL = "centroid", "sum", "equal"
ROWS_SEEN, ROOM = 14, 4
GAP = 24
_KEY_ROLE = Qt.ItemDataRole.UserRole


class RanksDialog(ElicitationDialog):
    """Lets the changes be put in order; a rule makes weights of their places."""

    kind: ClassVar[Elicitation] = Elicitation.RANKS

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(case, parent)
        self.rule = Choice(_("How places become weights"))
        self.rule.show_choices(_rules())
        self.rule.show_choice(_CENTROID)
        self.list = self._make_list()
        self.words = PlainLabel(role="muted", wrap=True)
        tools = QHBoxLayout()
        for text, run in ((_("More important"), self.raise_current), (_("Less"), self.lower)):
            tools.addWidget(button(text, run))
        tools.addSpacing(GAP)
        tools.addWidget(self.rule, 1)
        self.body.addWidget(self.list)
        self.body.addWidget(self.words)
        self.body.addLayout(tools)
        self.rule.chosen.connect(self._follow_choice)
        self.list.currentRowChanged.connect(self._show_words)
        self.list.model().rowsMoved.connect(self._follow_move)
        self.list.setCurrentRow(0)
        self.follow()

    def title(self) -> str:
        return _("Weigh by order")

    def hint(self) -> str:
        return _(
            "Put the change that matters most on top. Drag, or press Alt with Up or Down. An order "
            "says less than swings do: the rule below supplies the rest."
        )

    def shares(self) -> FloatArray | None:
        from app.analysis.rank_weights import equal, rank_order_centroid, rank_sum

        keys = self.order()
        ranks = [keys.index(leaf.key) + 1 for leaf in self.case.leaves]
        if self.rule.key == _EQUAL:
            return equal(len(ranks))
        return rank_order_centroid(ranks) if self.rule.key == _CENTROID else rank_sum(ranks)

    def summary(self) -> str:
        return ""  # the weights tell the order and the rule

    def stops(self) -> list[QWidget]:
        return [self.list, self.rule]

    def order(self) -> list[str]:
        """The keys of the leaves, the most important first."""
        return [self.list.item(row).data(_KEY_ROLE) for row in range(self.list.count())]

    def raise_current(self) -> None:
        """Move the current change up by one place."""
        self._move(-1)

    def lower(self) -> None:
        """Move the current change down by one place."""
        self._move(1)

    def follow(self) -> None:
        super().follow()
        shares = self.shares()
        if shares is None:
            return
        found = dict(zip((leaf.key for leaf in self.case.leaves), shares.tolist(), strict=True))
        for row in range(self.list.count()):
            item = self.list.item(row)
            key = item.data(_KEY_ROLE)
            line = _("{place}. {name}   {share}")
            share = percent(found[key])
            item.setText(line.format(place=row + 1, name=self._leaf(key).name, share=share))

    def _make_list(self) -> QListWidget:
        made = _OrderList()
        made.setAccessibleName(_("Changes in order of importance"))
        made.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for leaf in sorted(self.case.leaves, key=lambda leaf: -leaf.swing):
            item = QListWidgetItem(leaf.name, made)
            item.setData(_KEY_ROLE, leaf.key)
            item.setToolTip(plain_tip(leaf.words))
        add_shortcut(made, "Alt+Up", self.raise_current)
        add_shortcut(made, "Alt+Down", self.lower)
        return made

    def _move(self, by: int) -> None:
        row = self.list.currentRow()
        to = row + by
        if row >= 0 and 0 <= to < self.list.count():
            item = self.list.takeItem(row)
            self.list.insertItem(to, item)
            self.list.setCurrentRow(to)
            self.follow()

    def _follow_move(self, _parent: QModelIndex) -> None:
        self.follow()

    def _follow_choice(self, _rule: object) -> None:
        self.follow()

    def _show_words(self, row: int) -> None:
        if row >= 0:
            leaf = self._leaf(self.list.item(row).data(_KEY_ROLE))
            said = _("{name}: {words}").format(name=leaf.name, words=leaf.words)
            self.words.setText(said)

    def _leaf(self, key: str) -> Leaf:
        return next(leaf for leaf in self.case.leaves if leaf.key == key)


class _OrderList(QListWidget):
    """A list that is as tall as its rows, as many as are seen at once."""

    def minimumSizeHint(self) -> QSize:
        rows = min(ROWS_SEEN, self.count()) * self.sizeHintForRow(0)
        return QSize(super().minimumSizeHint().width(), rows + 2 * self.frameWidth() + ROOM)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()


def _rules() -> tuple[tuple[str, str], ...]:
    return (
        (_CENTROID, _("Centre of all weights in this order")),
        (_SUM, _("In even steps down the order")),
        (_EQUAL, _("All the same, whatever the order")),
    )
