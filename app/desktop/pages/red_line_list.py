"""The red lines: obligations outside the weights, and who crosses them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout

from app.desktop.models.bearings import criteria
from app.desktop.pages.evidence_card import EvidenceCard
from app.desktop.pages.layout import card
from app.desktop.pages.recognition import recognition_view
from app.desktop.pages.register import Register, Words
from app.desktop.widgets.crossing_choice import Crosser, CrossingChoice
from app.desktop.widgets.judgement_row import JudgementRow
from app.desktop.widgets.record_form import Field, Kind
from app.desktop.widgets.record_list import ListRow
from app.desktop.widgets.sentences import Sentences
from app.desktop.widgets.stops import lead_to
from app.edits import options, red_lines, waivers
from app.wording import _, ngettext
from app.wording.terms import term
from db.model import Assessment, Crossing, RedLine, RedLineTest

if TYPE_CHECKING:
    import datetime

    from app.analysis.policy.red_lines import Finding
    from app.desktop.widgets.choice import Choices

ABOUT_RECOGNITION = RedLineTest.RECOGNITION_WITHOUT_BENCHMARK
SCORE_TESTS = (RedLineTest.SCORE_BELOW, RedLineTest.SCORE_ABOVE)


class RedLines(Register):
    """Red lines with their test, who set them, who may waive them, and the judgements."""

    table = "red_lines"

    def words(self) -> Words:
        return Words(
            rows=_("Red lines"),
            new=_("New red line"),
            change=_("Change a red line"),
            move=_("Order of the red lines"),
            remove=_("Remove a red line"),
            invitation=_(
                "A red line is an obligation that is never weighed against anything, such as a "
                "duty under a treaty. An option that crosses one is marked wherever it is named."
            ),
        )

    def fields(self) -> tuple[Field, ...]:
        return (
            Field("name", _("Red line")),
            Field("test", _("How it is found out who crosses it"), Kind.CHOICE),
            Field("criterion", _("Criterion"), Kind.CHOICE),
            Field("threshold", _("Threshold"), Kind.NUMBER, beside=True),
            Field("set_by", _("Who set it")),
            Field("waivable_by", _("Who may waive it, if anybody"), beside=True),
            Field("holder", _("Whose line it is"), Kind.CHOICE),
            Field("legal_basis", _("Legal basis")),
            Field("note", _("Note"), Kind.PROSE),
            Field("locator", _("Where it comes from")),
        )

    def head_sheet(self, sheet: QVBoxLayout) -> None:
        frame, inside = card(_("Who crosses it"))
        self.said = Sentences()
        inside.addWidget(self.said)
        self.crossing = CrossingChoice()
        self.crossing.exclusion_wanted.connect(self._screen_out)
        self.crossing.waiver_wanted.connect(self._waive)
        self.crossing.comparison_wanted.connect(self._keep_for_comparison)
        self.crossing.nothing_wanted.connect(self._take_back)
        self.crossing.refused.connect(self.workspace.refused)
        inside.addWidget(self.crossing)
        sheet.addWidget(frame)

    def fill_sheet(self, sheet: QVBoxLayout) -> None:
        self._rows: dict[str, JudgementRow] = {}
        self._line: str | None = None
        self._options: tuple[tuple[str, str], ...] | None = None
        self._judgements, self._inside = card(_("Judgements"))
        sheet.addWidget(self._judgements)
        self._evidence = EvidenceCard(self.workspace, "red_lines")
        sheet.addWidget(self._evidence)

    def show_value(self, assessment: Assessment) -> None:
        from app.analysis.policy.red_lines import find_breaches

        self._findings = find_breaches(assessment)
        super().show_value(assessment)

    def line(self, assessment: Assessment, row: RedLine) -> ListRow:
        who = row.set_by or _("nobody named")
        said = _("set by {who}").format(who=who)
        return ListRow(row.id, f"{row.name}\n{said}", f"{row.name}\n{term(row.test)}")

    def offers(self, assessment: Assessment, key: str) -> dict[str, Choices]:
        holders = ((row.id, row.name) for row in assessment.perspectives)
        recognition = recognition_view(self.workspace).is_shown(assessment)
        tests = (test for test in RedLineTest if recognition or test is not ABOUT_RECOGNITION)
        return {
            "test": tuple((test, term(test)) for test in tests),
            "criterion": ((None, _("choose one")), *criteria(assessment)),
            "holder": ((None, _("the desk's own")), *holders),
        }

    def show_more(self, assessment: Assessment, row: RedLine) -> None:
        from app.analysis.policy.red_lines import Breach
        from app.wording.red_lines import breach_sentence

        for name in ("criterion", "threshold"):
            self.form.show_field(name, shown=row.test in SCORE_TESTS)
        judged = row.test is RedLineTest.JUDGED
        self._judgements.setVisible(judged)
        if judged:
            self._show_judgements(assessment, row.id)
        found = [finding for finding in self._findings if finding.red_line == row.id]
        known = [finding for finding in found if finding.breach is not Breach.UNKNOWN]
        unknown = len(found) - len(known)
        said = [breach_sentence(assessment, finding) for finding in known]
        if unknown:
            text = ngettext(
                "It cannot be said of {count} option yet.",
                "It cannot be said of {count} options yet.",
                unknown,
            )
            said.append(text.format(count=unknown))
        clear = _("No option crosses it, in the present case or in any scenario.")
        self.said.say(said or [clear])
        self.crossing.offer(row, crossers(assessment, known))
        self._evidence.show_row(assessment, row.id)

    def added(self, assessment: Assessment, key: str, name: str) -> Assessment:
        return red_lines.add_red_line(assessment, key, name)

    def changed(self, assessment: Assessment, key: str, **fields: Any) -> Assessment:
        return red_lines.change_red_line(assessment, key, **fields)

    def _show_judgements(self, assessment: Assessment, line: str) -> None:
        options = tuple((row.id, row.name) for row in assessment.options if not row.screened_out)
        if options != self._options:
            self._options = options
            self._arrange(options)
        said = {row.option: row for row in assessment.red_line_judgements if row.red_line == line}
        for option, shown in self._rows.items():
            shown.show_judgement(said.get(option), anew=line != self._line)
        self._line = line

    def _arrange(self, options: tuple[tuple[str, str], ...]) -> None:
        for old in self._rows.values():
            self._inside.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = {option: JudgementRow(option, name) for option, name in options}
        for made in self._rows.values():
            made.verdict_chosen.connect(self._judge)
            made.reason_given.connect(self._explain)
            self._inside.addWidget(made)
            lead_to(made, self._evidence)

    def _screen_out(self, option: str) -> None:
        line = next(row.name for row in self.workspace.value.red_lines if row.id == self.key)
        reason = _("Crosses the red line “{line}”.").format(line=line)
        self.workspace.apply(_("Screen an option out"), options.screen_out, option, reason)

    def _waive(self, option: str, by: str, reason: str, day: datetime.date | None) -> None:
        label = _("Waive a red line")
        self.workspace.apply(label, waivers.waive, self.key, option, by, reason, day)

    def _keep_for_comparison(self, option: str, reason: str) -> None:
        label = _("Keep an option for comparison only")
        self.workspace.apply(label, waivers.keep_for_comparison, self.key, option, reason)

    def _take_back(self, option: str) -> None:
        label = _("Take back the choice at a red line")
        self.workspace.apply(label, waivers.take_back, self.key, option)

    def _judge(self, option: str, verdict: Crossing | None) -> None:
        label = _("Judge an option at a red line")
        if verdict is None:
            self.workspace.apply(label, red_lines.withdraw_judgement, self.key, option)
        else:
            self.workspace.apply(label, red_lines.judge, self.key, option, verdict)

    def _explain(self, option: str, reason: str) -> None:
        verdict = self._rows[option].verdict.key
        label = _("Reason at a red line")
        self.workspace.apply(label, red_lines.judge, self.key, option, verdict, reason)


def crossers(assessment: Assessment, findings: Sequence[Finding]) -> tuple[Crosser, ...]:
    """The options of some findings at one line: those that cross it in the present case first."""
    from app.analysis.policy.red_lines import crossing_options
    from app.analysis.policy.waivers import waiver_of
    from app.wording.waivers import choice_sentence

    now = crossing_options(tuple(findings))
    line_of = {finding.option: finding.red_line for finding in findings}
    rows = [row for row in assessment.options if row.id in line_of]
    found = []
    for row in sorted(rows, key=lambda row: row.id not in now):
        chosen = waiver_of(assessment, line_of[row.id], row.id)
        said = "" if chosen is None else choice_sentence(assessment, chosen)
        found.append(Crosser(row.id, row.name, chosen, said))
    return tuple(found)
