"""Beginning an assessment."""

import msgspec

from db.model import Assessment, BriefSettings, Decision, Perspective, new_id

from . import records, texts


def new_assessment(title: str, assessor: str, *, marking: str = "", sender: str = "") -> Assessment:
    """An empty assessment with one assessor, who is the assessor of record.

    marking: a marking of the Traffic Light Protocol, empty for none: nothing is marked that nobody
    marked; sender: who sends its brief.
    """
    judge = Perspective(id=new_id(), name=texts.name(assessor))
    decision = Decision(id=new_id(), title=texts.name(title), assessor=judge.id, marking=marking)
    return Assessment(decision=decision, perspectives=(judge,), brief=BriefSettings(sender=sender))


def fresh_copy(assessment: Assessment) -> Assessment:
    """The same content as a document of its own, as when a sample is taken as a start."""
    decision = msgspec.structs.replace(assessment.decision, id=new_id())
    return msgspec.structs.replace(assessment, decision=decision)


def start_from(template: Assessment, title: str = "", assessor: str = "") -> Assessment:
    """A template's content as a document of its own, under a title and for who judges.

    Empty texts leave what the template says. Raises `EditRefused` as `new_assessment` does, and
    for an assessor named like an actor of the template.
    """
    copy = fresh_copy(template)
    named = texts.name(title) if title else copy.decision.title
    # Nobody has chosen yet how this is to be handled.
    decision = msgspec.structs.replace(copy.decision, title=named, marking="")
    copy = msgspec.structs.replace(copy, decision=decision)
    judge = copy.decision.assessor
    if assessor and judge is not None:
        copy = records.change(copy, "perspectives", judge, name=assessor)
    return copy
