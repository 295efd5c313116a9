"""How the weights on show were found, and why they are what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.desktop.models.weights import label_of
from app.desktop.widgets.choice import Choice
from app.desktop.widgets.fields import ProseField
from app.desktop.widgets.text import PlainLabel
from app.edits import weights as edits
from app.wording import _
from app.wording.terms import term
from app.wording.weighings import origin_sentence, weights_sentence
from db.model import Elicitation

from .layout import card, labelled

if TYPE_CHECKING:
    from app.desktop.workspace import Workspace


class WeightsOrigin:
    """The method and the reason of one perspective's weights, to be read and changed."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._perspective: str | None = None
        self.method = Choice(_("How the weights were found"))
        self.reason = ProseField(_("Why the weights are what they are"))
        self.account = PlainLabel(role="muted", wrap=True)
        self.frame, inside = card(_("How these weights were found"))
        inside.addWidget(self.account)
        labelled(inside, _("Method"), self.method)
        labelled(inside, _("Reason"), self.reason)
        self.method.chosen.connect(self._set_method)
        self.reason.committed.connect(self._set_reason)

    def show(self, perspective: str | None) -> None:
        """Show what is kept of a perspective; a reason that is being typed stays."""
        self._perspective = perspective
        self.method.show_choices(tuple((kind, term(kind)) for kind in Elicitation))
        if perspective is not None:
            row = self._workspace.value.perspective_by_id[perspective]
            self.method.show_choice(row.elicitation)
            origin = origin_sentence(self._workspace.value, perspective)
            weights = weights_sentence(self._workspace.value, perspective)
            self.account.setText(f"{origin} {weights}".strip())
            self.reason.show_text(row.reason)

    def load(self, perspective: str | None) -> None:
        """Show what is kept of a perspective, whatever stood in the field."""
        if perspective is not None:
            row = self._workspace.value.perspective_by_id[perspective]
            self.reason.load_text(row.reason)
        self.show(perspective)

    def _set_method(self, kind: Elicitation) -> None:
        self._keep(_("How the weights were found"), kind)

    def _set_reason(self, text: str) -> None:
        self._keep(_("Reason for the weights"), self.method.key, reason=text)

    def _keep(self, label: str, kind: object, **reason: str) -> None:
        told = label_of(self._workspace.value, self._perspective, label)
        edit = edits.change_elicitation
        self._workspace.apply(told, edit, self._perspective, kind, **reason)
