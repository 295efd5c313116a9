"""What is decided, by whom, and how the brief about it is addressed."""

import enum

from .fields import Date, Id, Line, Name, OptionId, PerspectiveId, Prose, Row


class MarkingScheme(enum.StrEnum):
    """Where the words of a handling marking come from."""

    TLP = "tlp"
    OWN = "own"


class Decision(Row, frozen=True, kw_only=True):
    """The one decision that an assessment is about."""

    id: Id
    title: Name
    question: Prose = ""
    decision_maker: Line = ""
    background: Prose = ""
    state_of_affairs: Prose = ""
    """Up to when, and by which sources, facts are taken in."""
    illustrative: Prose = ""
    """A warning that the content is an example; empty for real work."""
    marking_scheme: MarkingScheme = MarkingScheme.TLP
    marking: Line = "TLP:CLEAR"
    baseline: OptionId | None = None
    assessor: PerspectiveId | None = None
    """The assessor of record, whose scores and weights make the ranking."""
    taken: OptionId | None = None
    taken_on: Date = None
    taken_because: Prose = ""


class Paper(enum.StrEnum):
    """Paper sizes of the brief."""

    A4 = "a4"
    LETTER = "letter"


class BriefSettings(Row, frozen=True, kw_only=True):
    """How the brief is addressed and what the officer says in it in their own words."""

    to: Line = ""
    sender: Line = ""
    copies: Line = ""
    subject: Line = ""
    reference: Line = ""
    dated: Date = None
    decide_by: Date = None
    decide_because: Prose = ""
    bottom_line: Prose = ""
    recommendation: Prose = ""
    recommended: OptionId | None = None
    """The option advised; the leader of the ranking when empty."""
    next_steps: Prose = ""
    paper: Paper = Paper.A4
    language: Line = "en"
