"""Where everything stands in an exported table, which the import reads back.

The heads are English in every language, so that any copy of the program knows them.
"""

from dataclasses import dataclass

from db.model import Assessment, Criterion, Option
from db.model.tree import ancestors, leaves

Content = str | float | None
NO_BRANCH = "–"


@dataclass(frozen=True)
class Layout:
    """The parts of a table: its heads above the criteria, then one row for each option.

    heads: label and the content over every criterion; rows: what stands before the scores, and
    the scores; first: how many columns stand before the criteria; top: how many rows stand above
    everything, which is the one of the marking or none.
    """

    options: tuple[Option, ...]
    criteria: tuple[Criterion, ...]
    columns: tuple[str, ...]
    heads: tuple[tuple[str, tuple[Content, ...]], ...]
    rows: tuple[tuple[tuple[str, ...], tuple[float | None, ...]], ...]
    top: int = 0

    @property
    def first(self) -> int:
        """The number of columns before those of the criteria."""
        return len(self.columns)

    def head_row(self, label: str) -> int:
        """The row, from 0, in which a head stands."""
        return [name for name, _content in self.heads].index(label, self.top)

    def cells(self) -> tuple[tuple[Content, ...], ...]:
        """Every row from the top."""
        blank = (None,) * (self.first - 1)
        top = tuple(
            (*self.columns, *content) if label == "" else (label, *blank, *content)
            for label, content in self.heads
        )
        return (*top, *((*texts, *scores) for texts, scores in self.rows))


def lay_out(assessment: Assessment, *, marked: bool = False) -> Layout:
    """The assessment's ranked options, its leaves, and the scores and weights of record.

    marked: with a row above that says the handling marking, if there is one.
    """
    marking = assessment.decision.marking if marked else ""
    options = tuple(row for row in assessment.options if not row.screened_out)
    criteria = leaves(assessment)
    told = any(option.description for option in options)
    columns = ("Option", "Code", *(("Description",) if told else ()))
    return Layout(
        options,
        criteria,
        columns,
        (
            *(((marking, (None,) * len(criteria)),) if marking else ()),
            *_branches(assessment, criteria),
            *_heads(assessment, criteria),
        ),
        tuple(
            (
                (option.name, option.code, *((option.description,) if told else ())),
                tuple(_likely(assessment, option, leaf) for leaf in criteria),
            )
            for option in options
        ),
        top=1 if marking else 0,
    )


def _branches(
    assessment: Assessment, criteria: tuple[Criterion, ...]
) -> tuple[tuple[str, tuple[Content, ...]], ...]:
    """One head for each level of the tree above the leaves."""
    above = [[row.name for row in reversed(ancestors(assessment, leaf.id))] for leaf in criteria]
    depth = max(map(len, above), default=0)
    return tuple(
        (
            f"Branch {level + 1}",
            tuple(names[level] if level < len(names) else NO_BRANCH for names in above),
        )
        for level in range(depth)
    )


def _heads(
    assessment: Assessment, criteria: tuple[Criterion, ...]
) -> tuple[tuple[str, tuple[Content, ...]], ...]:
    whose = assessment.decision.assessor or ""
    swings = assessment.swing_by_key
    heads: tuple[tuple[str, tuple[Content, ...]], ...] = (
        ("", tuple(row.name for row in criteria)),
        ("Description", tuple(row.description for row in criteria)),
        ("Unit", tuple(row.unit for row in criteria)),
        ("Worst", tuple(row.worst for row in criteria)),
        ("Best", tuple(row.best for row in criteria)),
        ("Weight", tuple(swings.get((whose, row.id)) for row in criteria)),
    )
    always = ("", "Worst", "Best", "Weight")
    return tuple(head for head in heads if head[0] in always or any(head[1]))


def _likely(assessment: Assessment, option: Option, leaf: Criterion) -> float | None:
    key = (assessment.decision.assessor or "", option.id, leaf.id)
    score = assessment.score_by_key.get(key)
    return None if score is None else score.likely
