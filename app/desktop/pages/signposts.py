"""What to watch for, until when, and when to reopen the decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.desktop.pages.benchmark_list import today
from app.desktop.pages.register import Register, Words
from app.desktop.widgets.record_form import Field, Kind
from app.desktop.widgets.record_list import ListRow
from app.edits import records, texts
from app.wording import _
from app.wording.dates import long_date
from app.wording.futures import signpost_sentence
from db.model import Assessment, Signpost

if TYPE_CHECKING:
    from app.desktop.widgets.choice import Choices


class Signposts(Register):
    """Signs that a scenario is coming about."""

    table = "signposts"

    def words(self) -> Words:
        return Words(
            rows=_("Signposts"),
            new=_("New signpost"),
            change=_("Change a signpost"),
            move=_("Order of the signposts"),
            remove=_("Remove a signpost"),
            invitation=_(
                "A signpost is something to watch for that would show a scenario coming about. "
                "It says by when to look and when to reopen the decision."
            ),
        )

    def fields(self) -> tuple[Field, ...]:
        return (
            Field("name", _("What to watch for")),
            Field("scenario", _("The scenario it points to"), Kind.CHOICE),
            Field("reopen_if", _("Reopen the decision if"), Kind.PROSE),
            Field("review_on", _("To be reviewed on"), Kind.DATE),
        )

    def line(self, assessment: Assessment, row: Signpost) -> ListRow:
        if row.review_on is None:
            said = _("no date")
        elif row.review_on < today():
            said = _("review overdue since {day}").format(day=long_date(row.review_on))
        else:
            said = _("review on {day}").format(day=long_date(row.review_on))
        return ListRow(row.id, f"{row.name}\n{said}", signpost_sentence(assessment, row))

    def offers(self, assessment: Assessment, key: str) -> dict[str, Choices]:
        named = ((row.id, row.name) for row in assessment.scenarios)
        return {"scenario": ((None, _("none in particular")), *named)}

    def added(self, assessment: Assessment, key: str, name: str) -> Assessment:
        return records.add(assessment, "signposts", Signpost(id=key, name=texts.name(name)))
