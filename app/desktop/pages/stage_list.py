"""The steps of conditional options."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.desktop.pages.register import Register, Words
from app.desktop.widgets.record_form import Field, Kind
from app.desktop.widgets.record_list import ListRow
from app.edits import EditRefused, benchmarks
from app.wording import _
from db.model import Assessment, Stage

if TYPE_CHECKING:
    from app.desktop.widgets.choice import Choices


class Stages(Register):
    """What is done step by step, and which benchmark opens each step."""

    table = "stages"

    def words(self) -> Words:
        return Words(
            rows=_("Steps"),
            new=_("New step"),
            change=_("Change a step"),
            move=_("Order of the steps"),
            remove=_("Remove a step"),
            invitation=_(
                "A conditional option can be laid out in steps: what is done first, and which "
                "benchmark opens the next step."
            ),
        )

    def fields(self) -> tuple[Field, ...]:
        return (
            Field("name", _("Step")),
            Field("option", _("Option it belongs to"), Kind.CHOICE),
            Field("benchmark", _("Opened by the benchmark"), Kind.CHOICE),
            Field("action", _("What is done"), Kind.PROSE),
        )

    def line(self, assessment: Assessment, row: Stage) -> ListRow:
        option = assessment.option_by_id[row.option].name
        return ListRow(row.id, f"{row.name}\n{option}", f"{row.name}\n{option}\n{row.action}")

    def offers(self, assessment: Assessment, key: str) -> dict[str, Choices]:
        opening = ((row.id, row.name) for row in assessment.benchmarks)
        return {
            "option": tuple((row.id, row.name) for row in assessment.options),
            "benchmark": ((None, _("none: it can begin at once")), *opening),
        }

    def added(self, assessment: Assessment, key: str, name: str) -> Assessment:
        """A new step belongs to the option of the one on show, or to one with benchmarks."""
        shown = next((row.option for row in assessment.stages if row.id == self.key), None)
        waiting = next((row.option for row in assessment.option_benchmarks), None)
        option = shown or waiting or next((row.id for row in assessment.options), None)
        if option is None:
            raise EditRefused("Add an option first: a step belongs to one.")
        return benchmarks.add_stage(assessment, key, name, option)
