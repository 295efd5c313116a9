"""Beginning an assessment."""

import msgspec

from db.model import Assessment, BriefSettings, Decision, Perspective, new_id

from . import texts


def new_assessment(title: str, assessor: str) -> Assessment:
    """An empty assessment with one assessor, who is the assessor of record."""
    judge = Perspective(id=new_id(), name=texts.name(assessor))
    return Assessment(
        decision=Decision(id=new_id(), title=texts.name(title), assessor=judge.id),
        perspectives=(judge,),
        brief=BriefSettings(),
    )


def fresh_copy(assessment: Assessment) -> Assessment:
    """The same content as a document of its own, as when a sample is taken as a start."""
    decision = msgspec.structs.replace(assessment.decision, id=new_id())
    return msgspec.structs.replace(assessment, decision=decision)
