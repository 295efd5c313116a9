"""What can be done with the criterion that is current: buttons, a context menu, and the palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from app.desktop.widgets.own_actions import offer_action
from app.desktop.widgets.text import button, sign_button
from app.wording import _

if TYPE_CHECKING:
    from app.desktop.pages.criteria_page import CriteriaPage


def tool_row(page: CriteriaPage) -> QHBoxLayout:
    """The buttons over the tree."""
    row = QHBoxLayout()
    row.setSpacing(4)
    row.addWidget(button(_("Add beside"), page.add_beside))
    row.addWidget(button(_("Add below"), page.add_below))
    row.addWidget(button(_("Remove"), page.remove))
    row.addSpacing(12)
    out, under = ("←", _("Alt+Left")), ("→", _("Alt+Right"))
    if _is_mirrored(page):
        out, under = under, out
    for (sign, keys), text, run in (
        (("↑", _("Alt+Up")), _("Move up ({keys})"), page.move_up),
        (("↓", _("Alt+Down")), _("Move down ({keys})"), page.move_down),
        (out, _("Move out of its branch ({keys})"), page.outdent),
        (under, _("Move below the one before it ({keys})"), page.indent),
    ):
        row.addWidget(sign_button(sign, text.format(keys=keys), run))
    row.addStretch(1)
    return row


def offer_tools(page: CriteriaPage) -> None:
    """Put the same into the context menu of the tree, from where the palette takes it too."""
    out, under = ("Alt+Right", "Alt+Left") if _is_mirrored(page) else ("Alt+Left", "Alt+Right")
    for text, keys, run in (
        (_("Add a criterion beside it"), "", page.add_beside),
        (_("Add a criterion below it"), "Ins", page.add_below),
        (_("Rename the criterion"), "F2", page.rename),
        (_("Move the criterion up"), "Alt+Up", page.move_up),
        (_("Move the criterion down"), "Alt+Down", page.move_down),
        (_("Move the criterion out of its branch"), out, page.outdent),
        (_("Move the criterion below the one before it"), under, page.indent),
        (_("Move the criterion to another branch"), "", page.choose_branch),
        (_("Remove the criterion"), "Del", page.remove),
    ):
        offer_action(page.tree, text, keys, run)


def _is_mirrored(page: CriteriaPage) -> bool:
    return page.layoutDirection() == Qt.LayoutDirection.RightToLeft
