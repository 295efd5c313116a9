"""Where two assessors differ, and which of it could change the first place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout

from app.desktop.pages.layout import card
from app.desktop.pages.tabbed_page import Overview
from app.desktop.widgets.choice import Choice
from app.desktop.widgets.sentences import Sentences
from app.desktop.widgets.text import PlainLabel
from app.wording import _
from db.model import PerspectiveKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.analysis.disagreement import Difference
    from app.analysis.outcome import Outcome
    from db.model import Assessment

MOST = 60
TELLING = 0.05
"""A smaller movement of the lead would be shown as 0.0."""


class AssessorsView(Overview):
    """Compares two assessors: what decides first, then what does not matter."""

    def __init__(self) -> None:
        super().__init__()
        self._assessment: Assessment | None = None
        self.mine = Choice(_("Assessor"))
        self.theirs = Choice(_("Assessor to compare with"))
        self._row = QHBoxLayout()
        self._against = PlainLabel(_("against"))
        self._row.addWidget(self.mine, 1)
        self._row.addWidget(self._against)
        self._row.addWidget(self.theirs, 1)
        self.lead = Sentences("lead", bullets=False)
        self.deciding, self.idle = Sentences(), Sentences()
        self._cards = tuple(
            _carded(heading, said)
            for heading, said in (
                (_("What could change the first place"), self.deciding),
                (_("What does not matter for the first place"), self.idle),
            )
        )
        self.column.addLayout(self._row)
        self.column.addWidget(self.lead)
        for frame in self._cards:
            self.column.addWidget(frame)
        self.column.addStretch(1)
        for choice in (self.mine, self.theirs):
            choice.chosen.connect(self._compare)

    def show_value(self, assessment: Assessment) -> None:
        """Offer the assessors, the assessor of record first."""
        self._assessment = assessment
        names = tuple(
            (row.id, row.name)
            for row in assessment.perspectives
            if row.kind is PerspectiveKind.ASSESSOR
        )
        keys = [key for key, _name in names]
        for widget in (self.mine, self._against, self.theirs):
            widget.setVisible(len(names) > 1)
        self.mine.show_choices(names)
        self.theirs.show_choices(names)
        if self.mine.key is None and keys:
            record = assessment.decision.assessor
            self.mine.show_choice(record if record in keys else keys[0])
        if self.theirs.key is None or self.theirs.key == self.mine.key:
            self.theirs.show_choice(next((key for key in keys if key != self.mine.key), None))
        self._compare()

    def _compare(self, _key: object = None) -> None:
        from app.analysis.disagreement import find_disagreement
        from app.analysis.outcome import find_outcome
        from app.wording.disagreement import agreement_sentences

        assessment, one, other = self._assessment, self.mine.key, self.theirs.key
        if assessment is None or one is None or other is None or one == other:
            self._say_nothing()
            return
        mine, theirs = find_outcome(assessment, str(one)), find_outcome(assessment, str(other))
        if mine is None or theirs is None:
            self._say_nothing()
            return
        found = find_disagreement(mine, theirs)
        names = tuple(assessment.perspective_by_id[str(key)].name for key in (one, other))
        self.lead.say(agreement_sentences(mine, found, (names[0], names[1])))
        for frame, said, differences in zip(
            self._cards, (self.deciding, self.idle), (found.deciding, found.idle), strict=True
        ):
            said.say(_told(mine, differences, (names[0], names[1])))
            frame.setVisible(bool(differences))

    def _say_nothing(self) -> None:
        for frame in self._cards:
            frame.hide()
        if self.mine.count() < 2:
            text = _("There is one assessor only. Others can judge in copies that you merge.")
        elif self.mine.key == self.theirs.key:
            text = _("Choose two different assessors.")
        else:
            text = _("There is nothing to rank yet.")
        self.lead.say((text,))


def _told(
    mine: Outcome, differences: Sequence[Difference], names: tuple[str, str]
) -> tuple[str, ...]:
    """Each difference that can be seen in the lead, and how many more there are."""
    from app.wording.disagreement import difference_sentence, still_sentence

    telling = [one for one in differences if one.decides or abs(one.effect) >= TELLING]
    said = [difference_sentence(mine, one, names) for one in telling[:MOST]]
    if len(telling) > MOST:
        said.append(_("… and {count} more.").format(count=len(telling) - MOST))
    still = len(differences) - len(telling)
    return (*said, still_sentence(still)) if still else tuple(said)


def _carded(heading: str, said: Sentences) -> QFrame:
    frame, inside = card(heading)
    inside.addWidget(said)
    return frame
