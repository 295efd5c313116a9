"""Choices of which one holds: Tab leads to the one that is chosen, arrows to the others."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton


def lead_to_chosen(buttons: Iterable[QAbstractButton]) -> None:
    """Let Tab come to the chosen one alone.

    Qt sees to that only once one of them has had the keyboard: before, Tab comes to the first.
    """
    for button in buttons:
        policy = Qt.FocusPolicy.StrongFocus if button.isChecked() else Qt.FocusPolicy.ClickFocus
        button.setFocusPolicy(policy)
