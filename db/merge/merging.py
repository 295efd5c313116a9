"""Merging a colleague's copy into mine: nothing is lost, and what disagrees waits for a person."""

from datetime import datetime

import msgspec

from db.difference import Change, Difference, apply, difference
from db.document import Document, Revision, Session, new_session_id
from db.errors import MergeRefused
from db.model import Assessment, InvalidAssessment, check
from db.model.tables import key_of, tables
from db.revisions import is_merge
from db.soundness import Unsound, require_seen

from .conflicts import Conflict, Standing, with_affirmations
from .joining import Joint
from .log import LONGEST, Altered, Dot, Log, TooLong, Unrelated, dot_of, join_logs
from .names import joint_names, with_names
from .names_kept import called_as_in
from .registers import RowKey
from .repairs import repair


class Merge(msgspec.Struct, frozen=True, kw_only=True):
    """What merging a copy into mine comes to; nothing is written yet."""

    assessment: Assessment
    imported: tuple[Revision, ...]
    """The colleague's revisions that mine had not seen, numbered to follow mine."""
    sessions: tuple[Session, ...]
    conflicts: tuple[Conflict, ...]
    """Everything that waits for a decision after the merge, also from earlier merges."""
    notes: tuple[tuple[str, RowKey], ...]
    """Rows that are not as either side left them: `kept` although one side removed them, `lifted`
    beside their parent, or made an `assessor` because their scores are there."""

    derived: Difference
    """What the merge settled without anybody's word: `Standing.derived` says more."""

    names: tuple[tuple[int, str], ...] = ()
    """What revisions of mine are called from now on, because the colleague named them."""

    @property
    def brings_anything(self) -> bool:
        """Whether the colleague's copy says anything that mine did not."""
        return any(not is_merge(revision) for revision in self.imported)


def merge(mine: Document, theirs: Document) -> Merge:
    """What mine and a colleague's copy come to together.

    The assessment, the conflicts and the notes are the same whichever of the two is mine, but for
    the names of assessors: a copy that was shared without them stays without.

    Raises:
        MergeRefused: they are not copies of one assessment, or one of them was tampered with.
    """
    theirs = called_as_in(mine, theirs)
    try:
        log = join_logs(mine, theirs)
        imported = _imported(mine, theirs, log.roots[1])
        require_seen(imported)
        _require_honest(mine)
        _require_honest(theirs)
    except Unrelated as error:
        raise MergeRefused(
            "These two files are not copies of the same assessment, so they cannot be merged."
        ) from error
    except (Altered, Unsound) as error:
        raise MergeRefused(
            "The two files tell the same change in different ways: one of them was altered by"
            " another program. They were not merged."
        ) from error
    except TooLong as error:
        raise MergeRefused(
            "Together these two files tell more than {limit} changes, which is too many to merge."
            " Share a copy without history with your colleague, and both go on from that.",
            limit=LONGEST,
        ) from error
    joint = _joint(log)
    return Merge(
        assessment=_newest(mine, theirs) or joint.assessment(),
        imported=imported,
        sessions=log.sessions,
        conflicts=joint.open_conflicts(),
        notes=tuple(sorted(joint.notes, key=str)),
        derived=_derived(joint),
        names=tuple(joint_names(mine, theirs)),
    )


def standing(document: Document) -> Standing:
    """What merges have left in a document for somebody to decide or to affirm.

    Nothing in a document whose merges are not as we make them, or too long to be joined: it cannot
    be merged again, but it can be worked on.
    """
    if not any(map(is_merge, document.revisions)):
        return Standing()
    try:
        joint = _joint(join_logs(document, document))
    except (MergeRefused, Altered, TooLong):
        return Standing()
    return Standing(joint.open_conflicts(), _derived(joint))


def merged_document(
    mine: Document,
    merged: Merge,
    *,
    author: str,
    when: datetime,
    label: str,
    decisions: Difference = (),
) -> Document:
    """My document after a merge, and after what was decided about its conflicts."""
    called = with_names(mine.revisions, merged.names)
    if not merged.brings_anything and not decisions:
        return msgspec.structs.replace(mine, revisions=called) if merged.names else mine
    session = Session(id=new_session_id(), author=author, seen=1)
    revision = merge_revision(mine, merged, session=session, when=when, label=label)
    revisions = (*called, *merged.imported, revision)
    assessment = merged.assessment
    if decisions:
        decisions = with_affirmations(decisions, Standing((), merged.derived))
        session = msgspec.structs.replace(session, seen=2)
        assessment = apply(decisions, assessment)
        revisions += (decision_revision(revision, decisions, session=session),)
    return Document(
        assessment=assessment, sessions=(*merged.sessions, session), revisions=revisions
    )


def merge_revision(
    mine: Document, merged: Merge, *, session: Session, when: datetime, label: str
) -> Revision:
    """The revision that joins the colleague's line to mine."""
    number = mine.head + len(merged.imported) + 1
    return Revision(
        number=number,
        session=session.id,
        counter=session.seen,
        parent=mine.head or None,
        merged=number - 1,
        time=int(when.timestamp()),
        label=label,
        changes=difference(mine.assessment, merged.assessment),
    )


def decision_revision(joined: Revision, decisions: Difference, *, session: Session) -> Revision:
    """The revision that holds what was decided about a merge, right after it."""
    return Revision(
        number=joined.number + 1,
        session=session.id,
        counter=session.seen,
        parent=joined.number,
        merged=joined.number,
        time=joined.time,
        label=joined.label,
        changes=decisions,
    )


def _derived(joint: Joint) -> Difference:
    places = sorted(joint.derived, key=str)
    return tuple(Change(*place, *[joint.state(place)] * 2) for place in places)


def _newest(mine: Document, theirs: Document) -> Assessment | None:
    """The assessment of the copy that has seen all of the other, if one has."""
    for one, other in ((mine, theirs), (theirs, mine)):
        known = {session.id: session.seen for session in one.sessions}
        if all(known.get(session.id, 0) >= session.seen for session in other.sessions):
            return one.assessment
    return None


def _require_honest(document: Document) -> None:
    """Make sure that merges told by a copy brought what they say, and nothing else.

    A merge says nothing by itself, so what somebody slipped into one would be lost by the next.

    Raises:
        Altered: the copy is not what its own revisions lead to.
    """
    if any(map(is_merge, document.revisions)):
        joint = Joint(join_logs(document, document))
        repair(joint)
        found, stated = joint.assessment(), document.assessment
        if found != stated and _unordered(found) != _unordered(stated):
            raise Altered(document.head)


def _unordered(assessment: Assessment) -> dict[str, object]:
    """The tables of an assessment, whatever the order of their rows."""
    return {
        table.name: sorted(getattr(assessment, table.name), key=key_of)
        if table.ordered
        else getattr(assessment, table.name)
        for table in tables().values()
    }


def _joint(log: Log) -> Joint:
    joint = Joint(log)
    repair(joint)
    try:
        check(joint.assessment())
    except InvalidAssessment as error:
        raise MergeRefused(
            "These two files were changed in ways that cannot be joined ({reason}). Neither was"
            " changed. Undo the change in one of them, then merge again.",
            reason=str(error),
        ) from error
    return joint


def _imported(mine: Document, theirs: Document, roots: list[Dot]) -> tuple[Revision, ...]:
    """Their revisions that mine has not seen, numbered as they will be in mine."""
    numbers: dict[Dot, int] = {dot_of(revision): revision.number for revision in mine.revisions}
    known = {session.id: session.seen for session in mine.sessions}
    names = {revision.number: dot_of(revision) for revision in theirs.revisions}
    imported: list[Revision] = []
    for revision in theirs.revisions:
        if known.get(revision.session, 0) >= revision.counter:
            continue
        number = mine.head + len(imported) + 1
        numbers[dot_of(revision)] = number
        links = {
            field: None if old is None else numbers.get(names[old])
            for field in ("parent", "merged", "undoes")
            for old in [getattr(revision, field)]
        }
        if revision.parent is None and roots:
            links["parent"] = max(numbers[dot] for dot in roots)
        imported.append(msgspec.structs.replace(revision, number=number, **links))
    return tuple(imported)
