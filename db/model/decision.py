"""What is decided, by whom, and how the brief about it is addressed."""

import enum

from .fields import (
    CriterionId,
    Date,
    Entity,
    Id,
    Line,
    Name,
    OptionId,
    PerspectiveId,
    Points,
    Prose,
    Row,
)


class MarkingScheme(enum.StrEnum):
    """Where the words of a handling marking come from."""

    TLP = "tlp"
    OWN = "own"


class Widening(enum.StrEnum):
    """Whether what is known of a score's evidence widens its range."""

    OFF = "off"
    ON = "on"


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
    strongest_case_against: Prose = ""
    """The best case against the leading option, put by somebody who means it."""
    pre_mortem: Prose = ""
    """How the leading option came to fail, told as if it had."""
    happened: Prose = ""
    """What came of the decision, for those who judge judgements."""
    happened_by: Date = None
    effort_unit: Line = ""
    """What the options' effort is counted in, such as staff or millions a year."""
    cohesion: CriterionId | None = None
    """The leaf that judges unity among the actors, beside which their own views are shown."""
    widening: Widening = Widening.OFF
    widen_fair: Points = 10.0
    """A score on fair evidence reaches at least so far either way, in hundredths of its scale …"""
    widen_weak: Points = 15.0
    """… on weak or contested evidence so far …"""
    widen_none: Points = 20.0
    """… and without any evidence so far."""


class Paper(enum.StrEnum):
    """Paper sizes of the brief."""

    A4 = "a4"
    LETTER = "letter"


class BriefKind(enum.StrEnum):
    """What the brief is for."""

    MEMO = "memo"
    NOTE = "note"
    REPORT = "report"


class BriefState(enum.StrEnum):
    """Whether the brief is still being worked on."""

    DRAFT = "draft"
    FINAL = "final"


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
    kind: BriefKind = BriefKind.MEMO
    state: BriefState = BriefState.DRAFT
    paper: Paper = Paper.A4
    language: Line = "en"


class Shown(enum.StrEnum):
    """Whether a section stands in the brief."""

    YES = "yes"
    NO = "no"


class BriefSection(Entity, frozen=True, kw_only=True):
    """The officer's choice for one section of the brief, whose name is the row's id.

    Sections with a row come in the order of the rows; the others stand where they usually do.
    """

    shown: Shown = Shown.YES
    text: Prose = ""
    """The officer's own words at the head of the section."""


class Dissent(Entity, frozen=True, kw_only=True):
    """A view that differs from the advice, in the words of whoever holds it."""

    name: Name
    """Who dissents."""
    text: Prose = ""
    perspective: PerspectiveId | None = None
    """The dissenter's weights, when they are in the assessment."""
    prefers: OptionId | None = None
