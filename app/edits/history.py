"""Going back to what an assessment was."""

import msgspec

from db.model import Assessment

from .refusal import EditRefused


def go_back(assessment: Assessment, state: Assessment) -> Assessment:
    """The assessment as it was in a past state; only the handling marking stays as it is now.

    A marking is lowered by saying so, not as a by-product.
    """
    if state.decision.id != assessment.decision.id:
        raise EditRefused("That is a state of another assessment.")
    decision = msgspec.structs.replace(
        state.decision,
        marking_scheme=assessment.decision.marking_scheme,
        marking=assessment.decision.marking,
    )
    return msgspec.structs.replace(state, decision=decision)
