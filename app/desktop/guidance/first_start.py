"""The tour, offered to somebody who has never been here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.desktop.files.recent import recent_files
from app.desktop.preferences.settings import read_text
from app.wording import _

if TYPE_CHECKING:
    from app.desktop.window import MainWindow

KEY = "tour_offered"


def offer_tour(window: MainWindow) -> None:
    """Offer the tour in a notice, on the very first start only; it stays in the menu."""
    if read_text(window.settings, KEY, "") or recent_files(window.settings):
        return
    window.settings.setValue(KEY, "yes")
    text = _(
        "Is this your first time here? The tour leads through a finished example, "
        "step by step. You find it later under Help."
    )
    take = (_("Take the tour"), window.actions_by_id["tour"].trigger)
    decline = (_("No, thank you"), window.start.example_button.setFocus)
    window.notices.show_message(text, actions=(take, decline))
