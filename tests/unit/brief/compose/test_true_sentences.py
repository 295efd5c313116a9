"""Every generated sentence is true to the data: turned round, the data take the sentence along.

Each row of `TURNS` says the opposite of something in the worked example. Whatever the memo and the
report say of their own accord must change in at least one of them; what never does is listed, and
explains a word or a table instead of saying anything about the decision.
"""

import datetime
import re
from collections.abc import Callable
from functools import cache

import pytest
from msgspec import structs

from app.brief.blocks import Callout, Document, Runs
from app.brief.compose import compose
from app.exchange.samples import read_sample
from db.model import (
    Assessment,
    Basis,
    BriefKind,
    Crossing,
    Elicitation,
    Ground,
    Holds,
    Met,
    Reliability,
)
from db.model.rows import canonical

TODAY = datetime.date(2026, 3, 1)
SAMPLE = read_sample()
ME = SAMPLE.decision.assessor
KINDS = (BriefKind.MEMO, BriefKind.NOTE, BriefKind.REPORT)


def changed(**tables) -> Assessment:
    return canonical(structs.replace(SAMPLE, **tables))


def rows(table: str, **fields) -> Assessment:
    """The example with these fields in every row of a table."""
    found = getattr(SAMPLE, table)
    return changed(**{table: tuple(structs.replace(row, **fields) for row in found)})


def weights_turned() -> Assessment:
    """Whoever weighs, what weighed most weighs least."""
    most = max(row.swing for row in SAMPLE.weights)
    turned = tuple(structs.replace(row, swing=most - row.swing + 1) for row in SAMPLE.weights)
    return changed(weights=turned)


def scores_turned() -> Assessment:
    """The likely of each score mirrored on its scale, without a range."""
    ends = {row.id: (row.worst, row.best) for row in SAMPLE.criteria}
    turned = tuple(
        structs.replace(
            row, likely=sum(ends[row.criterion]) - (row.likely or 0.0), low=None, high=None
        )
        for row in SAMPLE.scores
    )
    return changed(scores=turned)


def without_scores_of_the_leader() -> Assessment:
    kept = [row for row in SAMPLE.scores if row.option != "CM" or row.criterion != "norm"]
    evidence = [
        row for row in SAMPLE.score_evidence if row.option != "CM" or row.criterion != "norm"
    ]
    return changed(scores=tuple(kept), score_evidence=tuple(evidence))


def red_lines_crossed() -> Assessment:
    turned = tuple(
        structs.replace(
            row,
            verdict=Crossing.KEEPS if row.verdict is Crossing.CROSSES else Crossing.CROSSES,
        )
        for row in SAMPLE.red_line_judgements
    )
    return changed(red_line_judgements=turned)


def decided() -> Assessment:
    decision = structs.replace(SAMPLE.decision, taken="HP", taken_on=TODAY, illustrative="")
    return changed(decision=decision)


TURNS: dict[str, Callable[[], Assessment]] = {
    "other weights": weights_turned,
    "mirrored scores": scores_turned,
    "no ranges": lambda: rows("scores", low=None, high=None),
    "a score missing": without_scores_of_the_leader,
    "scores rest on information": lambda: rows("scores", basis=Basis.INFORMATION),
    "nobody dissents": lambda: changed(dissents=()),
    "another is advised": lambda: changed(brief=structs.replace(SAMPLE.brief, recommended="HP")),
    "decided otherwise": decided,
    "all conditions fail": lambda: rows("conditions", rating=Holds.FAILS),
    "all conditions hold": lambda: rows("conditions", rating=Holds.HOLDS),
    "all benchmarks are met": lambda: rows("benchmarks", status=Met.MET, review_on=None),
    "red lines crossed": red_lines_crossed,
    "no scenarios change a score": lambda: changed(score_changes=(), assumption_breaks=()),
    "actors accept little": lambda: rows("perspectives", accepts_from=100.0, accepts_within=0.0),
    "weights are ranks": lambda: rows(
        "perspectives", elicitation=Elicitation.DIRECT, elicited_on=TODAY
    ),
    "sources cannot be judged": lambda: rows("sources", reliability=Reliability.F),
    "no evidence": lambda: changed(score_evidence=()),
    "nothing is watched": lambda: changed(signposts=()),
    "no precedents": lambda: changed(precedents=(), precedent_conditions=()),
    "all held in past cases": lambda: rows("precedent_conditions", rating=Holds.HOLDS),
    "red lines waived": lambda: rows(
        "red_line_waivers", ground=Ground.WAIVED, decided_by="Cabinet"
    ),
    "no mechanisms": lambda: changed(
        conditions=(),
        condition_exemptions=(),
        option_mechanisms=(),
        mechanisms=(),
        precedents=(),
        precedent_conditions=(),
    ),
    "no options taken out": lambda: rows("options", screened_out=""),
    "other names": lambda: changed(
        options=tuple(structs.replace(r, name=f"{r.name} (new)") for r in SAMPLE.options),
        criteria=tuple(structs.replace(r, name=f"{r.name} (new)") for r in SAMPLE.criteria),
        scenarios=tuple(structs.replace(r, name=f"{r.name} (new)") for r in SAMPLE.scenarios),
        perspectives=tuple(structs.replace(r, name=f"{r.name} (new)") for r in SAMPLE.perspectives),
    ),
}

EXPLANATIONS = frozenset(
    {
        "A source marked “as cited in” was not read itself.",
        "A weight is the worth of moving a criterion from its worst to its best.",
        (
            "Each option is worth the weighted sum of its values on the criteria, "
            "from 0 (the worst on everything) to 100 (the best on everything)."
        ),
        (
            "Each share is counted over 50\u202f000 combinations drawn at random (seed 0: always "
            "the same draw). ± tells by how many percentage points another draw may differ "
            "(standard error)."
        ),
        "It is a share of weightings or scores and no forecast.",
        "Red lines stand outside the weights: what crosses one is flagged and never traded off.",
        "Reliability is graded from A (completely reliable) to F (cannot be judged).",
        "Numbers are rounded after differences are taken.",
        "Scores and weights are the judgements of .",
        "Share of weightings in which each option comes first:",
        "The same assessment gives the same brief, byte for byte, with the same versions.",
        "Values of the options, best first:",
        "What each option is: (Annex\u00a0A)",
        "What one score alone would have to be for the first place to change; the nearest:",
        "What would change it:",
        "With all other weights kept in proportion to one another:",
        (
            "Worded by Counterpoise from the assessment, as are tables, lists and "
            "charts; the rest is the officers' own."
        ),
        "“counterpoise check --brief BRIEF.pdf FILE” makes it again and compares.",
    }
)


def own_words(runs: Runs) -> str:
    return "".join(run.text for run in runs if not run.typed)


def generated(document: Document) -> set[str]:
    """Every sentence in the program's own words: of paragraphs, lists, boxes, notes, pictures."""
    texts = []
    for block in document.blocks:
        texts.append(own_words(getattr(block, "runs", ())))
        texts += [own_words(item) for item in getattr(block, "items", ())]
        texts.append(getattr(block, "alternative", ""))
        texts.append(own_words(getattr(block, "note", ())))
        if isinstance(block, Callout):
            texts += [own_words(runs) for runs in block.paragraphs]
    return {
        sentence.strip("† ")
        for text in texts
        for sentence in re.split(r"(?<=[.!?:])\s+(?=[A-Z0-9“])", text)
        if len(sentence.strip("†. ")) > 12
    }


@cache
def said_by(turn: str) -> frozenset[str]:
    """What the briefs of every kind say after a turn; of the example itself where it is empty."""
    assessment = TURNS[turn]() if turn else SAMPLE
    return frozenset().union(*(generated(compose(assessment, TODAY, kind)) for kind in KINDS))


def test_every_sentence_changes_with_the_data_that_it_speaks_of():
    standing = said_by("")
    for turn in TURNS:
        standing &= said_by(turn)
    assert standing == EXPLANATIONS


@pytest.mark.parametrize("turn", TURNS)
def test_every_turn_changes_what_is_said(turn):
    assert said_by("") != said_by(turn)
