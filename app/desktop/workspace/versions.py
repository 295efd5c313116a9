"""Other versions of the open assessment: past ones, kept ones, and those of colleagues."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from app.desktop.files.watch import FileWatch
from app.desktop.telling.trouble import sentence_of
from app.desktop.waiting import beside
from app.desktop.workspace.arrivals import Arrival, Arrivals
from app.wording import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from app.desktop.workspace.publication import Publication
    from app.desktop.workspace.session import Workspace
    from app.desktop.workspace.working_copy import WorkingCopy
    from db.difference import Difference
    from db.document import Document, Stamp
    from db.merge import Conflict
    from db.model import Assessment
    from db.proof import Proof
    from db.share import History
    from db.stand_ins import StandIn


class KeptVersion(NamedTuple):
    """A version of the officer's file that was displaced by a later one."""

    path: Path
    kept: datetime


class Versions(QObject):
    """What the workspace knows besides the assessment as it is now."""

    arrived = Signal(object)
    """An `Arrival`: another version was read and can be merged."""
    renamed = Signal()
    """A past state has another name now."""
    went_back = Signal(str)
    """A past state holds again: when it was made, empty for the beginning."""

    def __init__(self, workspace: Workspace, copy: WorkingCopy, publication: Publication) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._copy = copy
        self._publication = publication
        self.watch = FileWatch(_look, self._known, self)
        self.watch.changed.connect(publication.note_theirs)
        self._arrivals = Arrivals(self)
        self._arrivals.read.connect(self.arrived)
        self._arrivals.failed.connect(self._refuse)

    def leave(self) -> None:
        """Stop reading and watching: the assessment is being closed."""
        self.watch.follow(None)
        self._arrivals.abandon()

    def document(self) -> Document:
        """The committed assessment with its history. Raises `db.errors.Trouble`."""
        return self._copy.document()

    @property
    def format(self) -> str:
        """The format of the officer's file, such as “1.00”."""
        from db.layout import FORMAT

        number = self._publication.format or FORMAT
        return f"{number // 100}.{number % 100:02}"

    def conflicts(self) -> tuple[Conflict, ...]:
        """What was changed on both sides of a merge and is not decided yet.

        Nothing is known of them in the moment between opening and the first saving.
        """
        return () if self._copy.store is None else self._copy.store.standing.conflicts

    def kept(self) -> tuple[KeptVersion, ...]:
        """Earlier versions of the officer's file, the latest first."""
        from db.kept import kept_at, versions_of

        path = self._publication.path
        if path is None:
            return ()
        found = versions_of(self._publication.versions, path.resolve())
        return tuple(KeptVersion(version, kept_at(version)) for version in found)

    def read(self, path: Path) -> Document:
        """What a file holds, through the gate. Raises `db.errors.Trouble`."""
        from db import gate

        said = _("Reading {file} …").format(file=path.name)
        return beside(lambda: gate.read(path).document, said)

    def name(self, number: int, name: str) -> None:
        """Call the state after a revision something. Raises `db.errors.Trouble`."""
        self._publication.settle()  # what is being written now does not have the name
        self._copy.name(number, name)
        self._publication.schedule()
        self.renamed.emit()

    def share(
        self,
        path: Path,
        history: History,
        password: str | None = None,
        stand_in: StandIn | None = None,
    ) -> Proof:
        """Write a copy for somebody else, after making sure of what is not in it.

        Under a password, if there is one. Raises `db.errors.Trouble`; nothing was written then.
        """
        from db.errors import ShareRefused
        from db.proof import prove
        from db.publish import publish, stamp_of
        from db.share import share

        if self._publication.path is not None and _same(path, self._publication.path):
            raise ShareRefused("This is the file that you work in. Choose another name.")
        document, kept = self.document(), self._publication.versions

        def write() -> Proof:
            shared = share(document, history, stand_in)
            proof = prove(document, history, stand_in)
            if proof.hidden:
                raise ShareRefused(
                    "The copy was not written: what should be gone is still in it. Please report"
                    " this."
                )
            publish(shared, path, stamp_of(path), keep=kept, password=password)
            return proof

        return beside(write, _("Checking and writing {file} …").format(file=path.name))

    # --- colleagues

    def review(self, path: Path) -> None:
        """Read another version, to be merged; `arrived` or a refusal follows."""
        from db.errors import Trouble

        try:
            self._arrivals.request(path.absolute(), self.document())
        except Trouble as trouble:
            self._refuse(trouble)

    def merge(self, arrival: Arrival, decisions: Difference = ()) -> bool:
        """Take in another version as one step, with what was decided; False if it was refused."""
        from db.difference import apply

        if self.document().head != arrival.mine.head:
            self._workspace.refused.emit(
                _("Something was changed meanwhile. Look at the other version again.")
            )
            return False
        merged = arrival.merged
        label = _("Merge with {file}").format(file=arrival.path.name)
        author = self._workspace.author
        after = apply(decisions, merged.assessment)
        if not self._take(label, after, lambda: self._copy.join(merged, decisions, label, author)):
            return False
        news = arrival.news or bool(decisions)
        self._publication.take_in(arrival.path, arrival.stamp, news=news)
        return True

    def decide(self, label: str, decisions: Difference) -> bool:
        """Commit what was decided about conflicts; False if it was refused."""
        from db.difference import apply

        after = apply(decisions, self._workspace.value)
        author = self._workspace.author
        return self._take(label, after, lambda: self._copy.decide(label, decisions, after, author))

    def _take(
        self, label: str, after: Assessment, commit: Callable[[], tuple[Assessment, int]]
    ) -> bool:
        from db.errors import Trouble
        from db.model import InvalidAssessment, check

        try:
            check(after)
            self._workspace.take(label, commit)
        except InvalidAssessment as error:
            text = _("These choices do not go together ({reason}). Decide one of them later.")
            self._workspace.refused.emit(text.format(reason=error))
            return False
        except Trouble as trouble:
            self._refuse(trouble)
            return False
        return True

    def _refuse(self, error: Exception) -> None:
        self._workspace.refused.emit(sentence_of(error))

    def _known(self) -> Stamp | None:
        return self._publication.known


def _look(path: Path) -> Stamp:
    from db.gate.container import LARGEST
    from db.gate.entrance import stamp_of

    with path.open("rb") as file:
        return stamp_of(file.read(LARGEST + 1))


def _same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()
