"""The actors: their views, and who they are."""

from __future__ import annotations

from typing import ClassVar, cast

from PySide6.QtWidgets import QWidget

from app.desktop.pages.actor_list import Actors
from app.desktop.pages.actor_views import ActorViews
from app.desktop.pages.tabbed_page import Tab, TabbedPage
from app.wording import _


class ActorsPage(TabbedPage):
    """Who else has a view, what it is, and what could be agreed on."""

    step: ClassVar[str] = "actors"

    def title(self) -> str:
        return _("Actors")

    def hint(self) -> str:
        return _(
            "Other states and groups apply their own weights to your scores. Nothing is averaged."
        )

    def tabs(self) -> tuple[Tab, ...]:
        return (
            Tab("views", _("Their views"), self._make_views),
            Tab("actors", _("Who they are"), self._make_actors),
        )

    def _make_views(self) -> QWidget:
        made = ActorViews(self.workspace)
        made.actors_wanted.connect(self._show_actors)
        made.first_name.named.connect(self._begin_with)
        return made

    def _make_actors(self) -> QWidget:
        made = Actors(self.workspace)
        made.weights_wanted.connect(self._want_weights)
        return made

    def _show_actors(self) -> None:
        self.show_tab("actors")

    def _begin_with(self, name: str) -> None:
        self.begin("actors", cast("ActorViews", self.tab("views")).first_name, name)

    def _want_weights(self, actor: str) -> None:
        self.place_wanted.emit("weights", actor)
