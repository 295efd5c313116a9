"""The comparison brief: what changed since an earlier state, and why."""

from datetime import date

from msgspec import structs

from app.analysis.outcome import Outcome
from app.brief.blocks import (
    Block,
    Callout,
    Cell,
    Column,
    Document,
    Heading,
    ListBlock,
    Table,
    said,
    typed,
)
from app.brief.origin import Origin
from app.wording import _, speaking
from app.wording.changes import change_sentences, effect_sentences
from app.wording.dates import long_date
from app.wording.numbers import points, signed
from app.wording.overtakings import overtaking_sentences
from db.model import Assessment, BriefKind

from . import advice, frame, making
from .composition import find_matter, frame_document
from .matter import Matter, marked, told


def compose_changes(
    before: Assessment, after: Assessment, today: date, origin: Origin | None = None
) -> Document:
    """A brief about what changed between two states of one assessment, and why.

    It tells what the changes do to the ranking, with the cause of each change of rank, and then
    every change of the assessment. Language, date and frame are those of the later state.
    """
    with speaking(after.brief.language):
        earlier = find_matter(before, today, BriefKind.NOTE, Origin())
        matter = find_matter(after, today, BriefKind.NOTE, origin or Origin())
        blocks = [*frame.address(matter), *_since(before), *_bottom_line(before, after)]
        for title, content in (
            (_("The ranking before and after"), _ranking(earlier.outcome, matter.outcome)),
            (_("Why ranks changed"), _causes(earlier.outcome, matter.outcome)),
            (_("The advice"), _advice(earlier, matter)),
            (_("What was changed in the assessment"), _ledger(before, after)),
            (_("How to make this brief again"), making.reproduction(matter)),
        ):
            if content:
                blocks += [Heading(2, title), *content]
        blocks += [*making.convention(matter), *frame.warning(matter)]
        document = frame_document(matter, blocks)
        title = _("What changed: {subject}").format(subject=matter.subject)
    titled = (Heading(1, title), *document.blocks[1:])
    return structs.replace(document, title=title, blocks=titled)


def _since(before: Assessment) -> list[Block]:
    """With which state this one is compared."""
    if before.brief.dated is None:
        return told(_("This brief compares the assessment with an earlier state of it."))
    text = _("This brief says what changed since the brief of {date}, and why.")
    return told(text.format(date=long_date(before.brief.dated)))


def _bottom_line(before: Assessment, after: Assessment) -> list[Block]:
    sentences = effect_sentences(before, after)
    if not sentences:
        return []
    return [Callout(_("Bottom line"), (marked((said(" ".join(sentences)),)),))]


def _ranking(was: Outcome | None, now: Outcome | None) -> list[Block]:
    """Each option's place and value in both states; a dash where a state does not rank it."""
    if was is None or now is None:
        return []
    names = {**was.assessment.option_by_id, **now.assessment.option_by_id}
    gone = [option for option in was.ranked if option not in now.problem.options]
    rows = []
    for option in (*now.ranked, *gone):
        old, new = _standing(was, option), _standing(now, option)
        both = option in was.problem.options and option in now.problem.options
        change = signed(now.total(option) - was.total(option)) if both else "–"
        texts = (old[0], new[0], old[1], new[1], change)
        name = Cell((typed(names[option].name),), header=True)
        rows.append((name, *(Cell((said(text),)) for text in texts)))
    columns = (
        Column(_("Option"), width=3),
        *(
            Column(header, align="end")
            for header in (
                _("Rank before"),
                _("Rank now"),
                _("Value before"),
                _("Value now"),
                _("Change"),
            )
        ),
    )
    return [Table(columns, tuple(rows))]


def _standing(outcome: Outcome, option: str) -> tuple[str, str]:
    if option not in outcome.problem.options:
        return "–", "–"
    return str(outcome.rank(option)), points(outcome.total(option))


def _causes(was: Outcome | None, now: Outcome | None) -> list[Block]:
    if was is None or now is None:
        return []
    sentences = overtaking_sentences(was, now)
    if not sentences:
        return told(_("No option overtook another."))
    intro = _("In points, as exact parts of what each option gained on the other:")
    return [*told(intro), ListBlock(tuple((said(sentence),) for sentence in sentences))]


def _advice(earlier: Matter, matter: Matter) -> list[Block]:
    """The recommendation as it is now, and whether it is another than before."""
    old, new = earlier.recommended, matter.recommended
    blocks = advice.recommended(matter, numbered=True)
    if old is None or new is None or old.id == new.id:
        return blocks
    text = _("The option advised was {option}.").format(option=old.name)
    return [*blocks, *told(text)]


def _ledger(before: Assessment, after: Assessment) -> list[Block]:
    sentences = change_sentences(before, after)
    if not sentences:
        return told(_("Nothing was changed."))
    return [ListBlock(tuple((said(sentence),) for sentence in sentences))]
