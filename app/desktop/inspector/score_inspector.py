"""Everything about one score: numbers, what they mean, why, how sure, and the evidence."""

from typing import Any, NamedTuple

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.desktop.models.scales import nearest_levels
from app.desktop.widgets.choice import Choice
from app.desktop.widgets.fields import ProseField
from app.desktop.widgets.spoken_label import SpokenLabel
from app.desktop.widgets.text import PlainLabel
from app.desktop.workspace import Workspace
from app.edits import scores as edits
from app.wording import _
from app.wording.numbers import score as in_words
from app.wording.scales import swing_sentence
from app.wording.terms import term
from db.model import Assessment, Basis, Confidence, Criterion, Level, Score, Stance

from .evidence_links import EvidenceLinks
from .score_numbers import Numbers, ScoreNumbers


class ScoreKey(NamedTuple):
    """Which score."""

    assessor: str
    option: str
    criterion: str


class ScoreInspector(QWidget):
    """Shows and edits one score; fields commit when they are left."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._key: ScoreKey | None = None
        self._drafts: dict[ScoreKey, tuple[str, ...]] = {}
        self._title = PlainLabel(role="strong", wrap=True)
        self._scale = PlainLabel(role="muted", wrap=True)
        self._screened = PlainLabel(wrap=True)
        self.numbers = ScoreNumbers()
        self._problem = SpokenLabel(role="problem")
        self._words = PlainLabel(wrap=True)
        self.rationale = ProseField(_("Rationale"), lines=5)
        self.basis = Choice(_("What the score rests on"))
        self.confidence = Choice(_("Confidence"))
        self.evidence = EvidenceLinks()
        unsaid = (None, _("not stated"))
        self.basis.show_choices((unsaid, *((basis, term(basis)) for basis in Basis)))
        self.confidence.show_choices((unsaid, *((level, term(level)) for level in Confidence)))
        self._lay_out()
        self._connect()

    def show_score(self, assessment: Assessment, key: ScoreKey) -> bool:
        """Show a score; False when it cannot be there any more."""
        option = assessment.option_by_id.get(key.option)
        leaf = assessment.criterion_by_id.get(key.criterion)
        if option is None or leaf is None or key.assessor not in assessment.perspective_by_id:
            self._key = None
            return False
        other = key != self._key
        if other:
            self._key = key
            self._problem.hide()
        score = assessment.score_by_key.get(key)
        self._title.setText(
            _("{option}: {criterion}").format(option=option.name, criterion=leaf.name)
        )
        self._scale.setText(swing_sentence(assessment, leaf))
        reason = option.screened_out
        self._screened.setText(_("Screened out: {reason}").format(reason=reason))
        self._screened.setVisible(bool(reason))
        self.numbers.setEnabled(not reason)
        self._show_judgement(score, other=other)
        self._show_words(assessment, leaf, score)
        self.evidence.show_links(
            assessment,
            tuple(
                row
                for row in assessment.score_evidence
                if (row.assessor, row.option, row.criterion) == key
            ),
        )
        return True

    def forget(self) -> None:
        """Show no score: another assessment is open."""
        self._key = None
        self._drafts.clear()

    def commit_pending(self) -> None:
        """Commit what has been typed; numbers that do not fit together yet are kept aside."""
        self.rationale.commit()
        self.numbers.commit()
        if self._key is not None and (drafts := self.numbers.drafts()) is not None:
            self._drafts[self._key] = drafts

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(6)
        for widget in (
            self._title,
            self._scale,
            self._screened,
            self.numbers,
            self._problem,
            self._words,
        ):
            column.addWidget(widget)
        for label, field in (
            (_("Rationale"), self.rationale),
            (_("Rests on"), self.basis),
            (_("Confidence"), self.confidence),
            (_("Evidence"), self.evidence),
        ):
            caption = PlainLabel(label, "caption")
            caption.setBuddy(field)
            column.addSpacing(4)
            column.addWidget(caption)
            column.addWidget(field)
        column.addStretch(1)
        self._problem.hide()

    def _connect(self) -> None:
        self.numbers.committed.connect(self._set_numbers)
        self.numbers.refused.connect(self._say)
        self.rationale.committed.connect(self._set_rationale)
        self.basis.chosen.connect(self._set_basis)
        self.confidence.chosen.connect(self._set_confidence)
        self.evidence.link_wanted.connect(self._link)
        self.evidence.unlink_wanted.connect(self._unlink)
        self._workspace.refused.connect(self._hear_refusal)
        self._applying = False

    def _show_judgement(self, score: Score | None, *, other: bool) -> None:
        numbers = Numbers(None, None, None)
        rationale, basis, confidence = "", None, None
        if score is not None:
            numbers = Numbers(score.low, score.likely, score.high)
            rationale, basis, confidence = score.rationale, score.basis, score.confidence
        if other and self._key is not None:
            self.numbers.load_numbers(numbers, self._drafts.pop(self._key, None))
            self.rationale.load_text(rationale)
        else:
            self.numbers.show_numbers(numbers)
            self.rationale.show_text(rationale)
        self.basis.show_choice(basis)
        self.confidence.show_choice(confidence)

    def _show_words(self, assessment: Assessment, leaf: Criterion, score: Score | None) -> None:
        levels: tuple[Level, ...] = ()
        if score is not None and score.likely is not None:
            levels = nearest_levels(assessment, leaf, score.likely)
        lines = [
            _("{number}: {words}").format(number=in_words(level.at), words=level.words)
            for level in levels
        ]
        self._words.setText("\n".join(lines))
        self._words.setVisible(bool(lines))

    def _set_numbers(self, numbers: Numbers) -> None:
        if self._apply(
            _("Score {option} on {criterion}"),
            edits.set_score,
            numbers.likely,
            numbers.low,
            numbers.high,
        ):
            self._problem.hide()
            self.numbers.load_numbers(numbers)

    def _set_rationale(self, text: str) -> None:
        if self._apply(
            _("Rationale of {option} on {criterion}"), edits.annotate_score, rationale=text
        ):
            score = self._workspace.value.score_by_key.get(self._key or ("", "", ""))
            self.rationale.show_text("" if score is None else score.rationale)

    def _set_basis(self, basis: Basis | None) -> None:
        self._apply(_("Basis of {option} on {criterion}"), edits.annotate_score, basis=basis)

    def _set_confidence(self, confidence: Confidence | None) -> None:
        self._apply(
            _("Confidence of {option} on {criterion}"), edits.annotate_score, confidence=confidence
        )

    def _link(self, extract: str, stance: Stance) -> None:
        self._apply(_("Evidence of {option} on {criterion}"), edits.link_evidence, extract, stance)

    def _unlink(self, extract: str) -> None:
        self._apply(_("Evidence of {option} on {criterion}"), edits.unlink_evidence, extract)

    def _apply(self, label: str, edit: Any, *args: object, **kwargs: object) -> bool:
        if self._key is None or not self._is_there(self._key):
            return False
        value = self._workspace.value
        option, leaf = (
            value.option_by_id[self._key.option],
            value.criterion_by_id[self._key.criterion],
        )
        named = label.format(option=option.code or option.name, criterion=leaf.code or leaf.name)
        self._applying = True
        try:
            return self._workspace.apply(named, edit, *self._key, *args, **kwargs)
        finally:
            self._applying = False

    def _is_there(self, key: ScoreKey) -> bool:
        """Whether the score can be said: option or criterion may have gone while out of sight."""
        has = self._workspace.has
        return has("options", key.option) and has("criteria", key.criterion)

    def _hear_refusal(self, sentence: str) -> None:
        if self._applying:
            self._say(sentence)

    def _say(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.show()
