"""A small assessment with readable keys, for tests that say one thing about it."""

import msgspec

from db.model import (
    Assessment,
    Basis,
    Criterion,
    Decision,
    Extract,
    Level,
    Option,
    Perspective,
    PerspectiveKind,
    Score,
    ScoreEvidence,
    Source,
    Weight,
)
from db.model.rows import canonical

JUDGED = {
    ("hold", "peace"): (20.0, None, None),
    ("hold", "borders"): (60.0, 50.0, 70.0),
    ("hold", "aid"): (30.0, None, None),
    ("talk", "peace"): (70.0, 40.0, 80.0),
    ("talk", "borders"): (40.0, None, None),
    ("talk", "aid"): (80.0, None, None),
}
SWINGS = {"peace": 100.0, "borders": 50.0, "aid": 50.0}


def with_ranking(assessment):
    """Return the assessment with at least an assessor of record, an option and a criterion."""
    me = Perspective(id="recorder", name="Recorder")
    return canonical(
        msgspec.structs.replace(
            assessment,
            decision=msgspec.structs.replace(assessment.decision, assessor=me.id),
            perspectives=(*assessment.perspectives, me),
            options=(*assessment.options, Option(id="more", name="One more option")),
            criteria=(*assessment.criteria, Criterion(id="further", name="One criterion further")),
            scores=(
                *(
                    msgspec.structs.replace(row, assessor=me.id)
                    for row in assessment.scores
                    if row.assessor == min(score.assessor for score in assessment.scores)
                ),
                *assessment.scores,
            ),
            weights=(
                *(
                    msgspec.structs.replace(row, perspective=me.id)
                    for row in assessment.weights
                    if row.perspective == min(weight.perspective for weight in assessment.weights)
                ),
                *assessment.weights,
            ),
        )
    )


def small_case():
    """Two options, a branch of two leaves and a leaf beside it, an assessor and an actor.

    Talking is worth 65, holding 32.5; a third option is screened out.
    """
    return canonical(
        Assessment(
            decision=Decision(id="d", title="How to deal with them", assessor="me"),
            options=(
                Option(id="hold", name="Hold back"),
                Option(id="talk", name="Talk"),
                Option(id="fight", name="Fight", screened_out="Unlawful."),
            ),
            criteria=(
                Criterion(id="safety", name="Safety"),
                Criterion(id="peace", name="Peace", parent="safety"),
                Criterion(id="borders", name="Borders", parent="safety"),
                Criterion(id="aid", name="Aid"),
            ),
            levels=(
                Level(criterion="peace", at=0.0, words="War"),
                Level(criterion="peace", at=100.0, words="Peace"),
            ),
            perspectives=(
                Perspective(id="me", name="Me"),
                Perspective(id="them", name="Them", kind=PerspectiveKind.ACTOR),
            ),
            weights=tuple(
                Weight(perspective="me", criterion=leaf, swing=swing)
                for leaf, swing in SWINGS.items()
            ),
            scores=tuple(
                Score(
                    assessor="me",
                    option=option,
                    criterion=leaf,
                    likely=likely,
                    low=low,
                    high=high,
                    rationale="As seen before.",
                    basis=Basis.ASSUMPTION,
                )
                for (option, leaf), (likely, low, high) in JUDGED.items()
            ),
            sources=(Source(id="book", name="A book"),),
            extracts=(
                Extract(id="page", source="book", claim="It was so."),
                Extract(id="note", source="book", claim="It was not."),
            ),
            score_evidence=(
                ScoreEvidence(assessor="me", option="talk", criterion="peace", extract="page"),
            ),
        )
    )
