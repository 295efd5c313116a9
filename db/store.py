"""The private working copy of one assessment: an edit is on the disk before the window goes on."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Self

import msgspec

from .difference import Difference, Mismatch, difference, require_valid
from .document import Document, Revision, Session, Stamp, new_session_id
from .errors import StoreBusy, Trouble
from .merge import Merge, Standing, after_edit, merged_document, standing, with_affirmations
from .model import Assessment, InvalidAssessment, new_id
from .revisions import named
from .working import Desk, WorkingDatabase, failed

SUFFIX = ".work"


class Store:
    """One open working copy. `Store.create` makes one, `Store.open` takes one up again."""

    def __init__(self, database: WorkingDatabase, document: Document, desk: Desk) -> None:
        self._database = database
        self._document = document
        self._revisions = list(document.revisions)
        self._desk = desk
        self._session: Session | None = None
        self._standing: Standing | None = None

    @classmethod
    def create(
        cls,
        folder: Path,
        document: Document | Assessment,
        *,
        source: Path | None = None,
        stamp: Stamp | None = None,
    ) -> Self:
        """A new working copy in `folder` of a document that came from `source`.

        Raises:
            StoreFailed: the folder cannot be written to.
        """
        if isinstance(document, Assessment):
            document = Document(assessment=document)
        desk = Desk(source, stamp, document.head if stamp else 0)
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            path = folder / f"{new_id()}{SUFFIX}"
            path.touch(mode=0o600)
        except OSError as error:
            raise failed(folder, error.strerror or str(error)) from error
        database = WorkingDatabase(path)
        try:
            database.fill(document, desk)
        except BaseException:
            database.close()
            _delete(path)
            raise
        return cls(database, document, desk)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Take up a working copy that an earlier run left behind.

        Raises:
            StoreBusy: another process has it open.
            FileRefused: it is damaged.
        """
        database = WorkingDatabase(path)
        try:
            document, desk = database.read()
        except BaseException:
            database.close()
            raise
        return cls(database, document, desk)

    @property
    def path(self) -> Path:
        """Where the working copy is."""
        return self._database.path

    @property
    def source(self) -> Path | None:
        """Where the document was opened from or last published to."""
        return self._desk.source

    @property
    def stamp(self) -> Stamp | None:
        """What was seen there then."""
        return self._desk.stamp

    @property
    def published(self) -> int:
        """The revision that was last published; below `revision` there is unpublished work."""
        return self._desk.published

    @property
    def revision(self) -> int:
        """The number of the last revision; 0 before the first."""
        return self._revisions[-1].number if self._revisions else 0

    def document(self) -> Document:
        """The assessment as last committed, with its history; nothing is read for it."""
        return msgspec.structs.replace(self._document, revisions=tuple(self._revisions))

    @property
    def standing(self) -> Standing:
        """What merges have left for somebody to decide."""
        if self._standing is None:
            self._standing = standing(self.document())
        return self._standing

    def load(self) -> Assessment:
        """The assessment as it is on the disk."""
        return self._database.read()[0].assessment

    def commit(
        self,
        label: str,
        before: Assessment,
        after: Assessment,
        *,
        author: str,
        when: datetime,
        undoes: int | None = None,
    ) -> int:
        """Write one edit with its revision in one transaction; the revision's number.

        `before` is the assessment as last committed. When this returns the edit is on the disk.

        Raises:
            StoreFailed: it could not be written; everything is as it was before.
            InvalidAssessment: a changed value is out of its bounds; nothing was written.
        """
        return self._commit(label, difference(before, after), after, author, when, undoes)

    def following(
        self, label: str, before: Assessment, after: Assessment, *, author: str, when: datetime
    ) -> Document:
        """The document with one more edit, in a session of its own; nothing is written."""
        session = Session(id=new_session_id(), author=author, seen=1)
        revision, sessions = self._next(label, difference(before, after), session, when, None)
        revisions = (*self._revisions, revision)
        return Document(assessment=after, sessions=sessions, revisions=revisions)

    def decide(
        self, label: str, decisions: Difference, after: Assessment, *, author: str, when: datetime
    ) -> int:
        """Write what was decided about conflicts; `decisions` come from `db.merge.settle`.

        Unlike an ordinary edit it also writes the cells that stay as they are, and `after` is the
        assessment as last committed with the decisions applied. Raises as `commit` does.
        """
        return self._commit(label, decisions, after, author, when, None)

    def merge(
        self, merged: Merge, decisions: Difference = (), *, label: str, author: str, when: datetime
    ) -> int:
        """Write a merge of the document as last committed, with what was decided at once.

        The colleague's revisions, the merge and the decisions are one transaction. The number of
        the last revision is what `undoes` names when the merge is taken back.

        Raises:
            StoreFailed: it could not be written; everything is as it was before.
        """
        mine = self.document()
        document = merged_document(
            mine, merged, author=author, when=when, label=label, decisions=decisions
        )
        if document is not mine:
            self._database.extend(mine, document)
            told_more = len(document.revisions) > len(mine.revisions)
            self._document, self._revisions = document, list(document.revisions)
            self._session = document.sessions[-1] if told_more else self._session
            self._standing = None
        return self.revision

    def name_version(self, revision: int, name: str) -> None:
        """Call the state after a revision by a name, in one transaction; empty takes it away.

        It is no edit and cannot be undone, but counts as work that is not published yet.

        Raises:
            NameRefused: there is no such revision, or the name is no line of plain text.
            StoreFailed: it could not be written; everything is as it was before.
        """
        document = named(self.document(), revision, name)
        desk = msgspec.structs.replace(
            self._desk, published=min(self._desk.published, self.revision - 1)
        )
        self._database.name_revision(revision, name, desk)
        self._desk, self._revisions = desk, list(document.revisions)

    def note_published(self, source: Path, stamp: Stamp, revision: int) -> None:
        """Remember that this revision now stands at `source` with this stamp."""
        desk = Desk(source, stamp, revision)
        self._database.write_desk(desk)
        self._desk = desk

    def close(self) -> None:
        """Let go of the working copy; it stays, to be taken up again."""
        self._database.close()

    def discard(self) -> None:
        """Let go of the working copy and delete it."""
        self.close()
        _delete(self.path)

    def _commit(
        self,
        label: str,
        changes: Difference,
        after: Assessment,
        author: str,
        when: datetime,
        undoes: int | None,
    ) -> int:
        session = self._session_of(author)
        revision, sessions = self._next(label, changes, session, when, undoes)
        self._database.write(revision, after, session, len(sessions))
        self._session = session
        self._revisions.append(revision)
        self._document = Document(assessment=after, sessions=sessions)
        self._standing = after_edit(revision.changes, self.standing)
        return revision.number

    def _next(
        self, label: str, changes: Difference, session: Session, when: datetime, undoes: int | None
    ) -> tuple[Revision, tuple[Session, ...]]:
        """The revision that these changes are, and all sessions: its own is the last."""
        changes = with_affirmations(changes, self.standing)
        try:
            require_valid(changes)
        except Mismatch as error:
            raise InvalidAssessment(str(error)) from error
        revision = Revision(
            number=self.revision + 1,
            session=session.id,
            counter=session.seen,
            parent=self.revision or None,
            undoes=undoes,
            time=int(when.timestamp()),
            label=label,
            changes=changes,
        )
        others = (s for s in self._document.sessions if s.id != session.id)
        return revision, (*others, session)

    def _session_of(self, author: str) -> Session:
        """This sitting's session of an author, counting one revision further."""
        current = self._session
        if current is None or current.author != author:
            current = Session(id=new_session_id(), author=author, seen=0)
        return msgspec.structs.replace(current, seen=current.seen + 1)


class Unfinished(msgspec.Struct, frozen=True, kw_only=True):
    """A working copy that an earlier run left behind."""

    path: Path
    title: str
    source: Path | None
    unpublished: int
    """How many edits are not in the published file."""
    changed: datetime


def unfinished(folder: Path) -> tuple[Unfinished, ...]:
    """The working copies in `folder` that nobody has open, the latest first.

    One that is open elsewhere is left out; a damaged one is left where it is.
    """
    found = []
    for path in folder.glob(f"*{SUFFIX}"):
        try:
            store = Store.open(path)
        except (StoreBusy, Trouble):
            continue
        revision, title = store.revision, store.document().assessment.decision.title
        changed = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        found.append(
            Unfinished(
                path=path,
                title=title,
                source=store.source,
                unpublished=revision - store.published,
                changed=changed,
            )
        )
        store.close()
    return tuple(sorted(found, key=lambda one: one.changed, reverse=True))


def _delete(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.with_name(path.name + "-journal").unlink(missing_ok=True)
