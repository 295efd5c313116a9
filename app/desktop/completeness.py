"""How far each step of an assessment has got, and what is missing."""

from __future__ import annotations

from typing import NamedTuple

from app.brief.gaps import brief_fields
from app.wording import _, ngettext
from app.wording.lists import in_a_row
from db.model import Assessment, PerspectiveKind, RedLine, RedLineTest
from db.model.tree import leaves

NAMED = 3


class Completeness(NamedTuple):
    """So many of so many things are there; `missing` names what is not, in a sentence.

    A step that nobody needs counts what is there (none of none at first) and says so itself.
    """

    done: int
    total: int
    missing: str = ""
    said: str = ""
    """What stands under the step's name instead of the count."""
    gap: object = None
    """The first place where something is missing, as the page's `go_to` takes it."""

    @property
    def complete(self) -> bool:
        """Whether nothing is missing."""
        return self.total > 0 and self.done >= self.total


def completeness(assessment: Assessment) -> dict[str, Completeness]:
    """The state of every step, by the step's id."""
    return {
        "decision": _decision(assessment),
        "options": _options(assessment),
        "criteria": _criteria(assessment),
        "evidence": _evidence(assessment),
        "scores": _scores(assessment),
        "weights": _weights(assessment),
        "results": _results(assessment),
        "robustness": _robustness(assessment),
        "actors": _actors(assessment),
        "scenarios": _scenarios(assessment),
        "conditions": _conditions(assessment),
        "challenge": _challenge(assessment),
        "history": Completeness(
            0, 0, _("What was changed, by whom, and how to go back."), _("changes and copies")
        ),
        "brief": _brief(assessment),
    }


def ranked_options(assessment: Assessment) -> tuple[str, ...]:
    """The ids of the options that take part in the ranking."""
    return tuple(row.id for row in assessment.options if not row.screened_out)


def _decision(assessment: Assessment) -> Completeness:
    decision = assessment.decision
    parts: tuple[tuple[str, object], ...] = (
        (_("a title"), decision.title),
        (_("the question"), decision.question),
        (_("the decision-maker"), decision.decision_maker),
    )
    if assessment.options:  # before there are any, none of them can be the baseline
        parts += ((_("the baseline option"), decision.baseline),)
    return _with_empty_fields(_of(parts))


def _options(assessment: Assessment) -> Completeness:
    bare = [row for row in assessment.options if not row.description]
    ranked = len(ranked_options(assessment))
    if ranked < 2:
        return Completeness(ranked, 2, _("At least two options are needed."), _("two are needed"))
    count = len(assessment.options)
    missing = _listed(_("Not described yet"), [row.name for row in bare])
    first = bare[0].id if bare else None
    return Completeness(count - len(bare), count, missing, _to_describe(len(bare)), first)


def _criteria(assessment: Assessment) -> Completeness:
    rows = leaves(assessment)
    if not rows:
        return Completeness(0, 1, _("At least one criterion is needed."))
    bare = []
    for row in rows:
        said = {level.at for level in assessment.levels_by_criterion.get(row.id, ()) if level.words}
        if not {row.worst, row.best} <= said:
            bare.append(row)
    missing = _listed(_("Ends of the scale not in words yet"), [row.name for row in bare])
    done, first = len(rows) - len(bare), bare[0].id if bare else None
    return Completeness(done, len(rows), missing, _to_describe(len(bare)), first)


def _scores(assessment: Assessment) -> Completeness:
    options, columns = ranked_options(assessment), leaves(assessment)
    assessor = assessment.decision.assessor
    given = {
        (row.option, row.criterion)
        for row in assessment.scores
        if row.assessor == assessor and row.likely is not None
    }
    needed = [(option, column.id) for option in options for column in columns]
    if not needed:
        return Completeness(0, 1, _("Scores need options and criteria first."))
    gaps = [place for place in needed if place not in given]
    done, count = len(needed) - len(gaps), len(gaps)
    if not gaps:
        return Completeness(done, len(needed))
    missing = ngettext("{count} score is missing.", "{count} scores are missing.", count)
    said = ngettext("{count} score missing", "{count} scores missing", count)
    return Completeness(
        done, len(needed), missing.format(count=count), said.format(count=count), gaps[0]
    )


def _weights(assessment: Assessment) -> Completeness:
    rows = leaves(assessment)
    if not rows:
        return Completeness(0, 1, _("Weights need criteria first."))
    assessor = assessment.decision.assessor or ""
    bare = [row.name for row in rows if (assessor, row.id) not in assessment.swing_by_key]
    missing = _listed(_("Not weighted yet"), bare)
    return Completeness(len(rows) - len(bare), len(rows), missing, _without_weights(len(bare)))


def _results(assessment: Assessment) -> Completeness:
    steps = (_options(assessment).done >= 2, _scores(assessment).complete, _weights(assessment))
    enough = bool(steps[0] and steps[1] and steps[2].complete)
    missing = "" if enough else _("The ranking is provisional until all is scored.")
    return Completeness(int(enough), 1, missing, _("who leads and why"))


def _robustness(assessment: Assessment) -> Completeness:
    ready = len(ranked_options(assessment)) >= 2 and bool(leaves(assessment))
    missing = "" if ready else _("What would change the ranking can be asked of two options.")
    return Completeness(0, 0, missing, _("what would change it"))


def _evidence(assessment: Assessment) -> Completeness:
    count = len(assessment.sources)
    return _optional(
        count,
        ngettext("{count} source", "{count} sources", count),
        _("Sources can be kept here, to show what the scores rest on."),
    )


def _actors(assessment: Assessment) -> Completeness:
    actors = [row for row in assessment.perspectives if row.kind is PerspectiveKind.ACTOR]
    weighing = {row.perspective for row in assessment.weights}
    bare = [row.name for row in actors if row.id not in weighing]
    count = len(actors)
    if bare:
        missing = _listed(_("Not weighted yet"), bare)
        return Completeness(count - len(bare), count, missing, _without_weights(len(bare)))
    return _optional(
        count,
        ngettext("{count} actor", "{count} actors", count),
        _("Other states and groups can be given weights of their own here."),
    )


def _scenarios(assessment: Assessment) -> Completeness:
    count = len(assessment.scenarios)
    return _optional(
        count,
        ngettext("{count} scenario", "{count} scenarios", count),
        _("Futures in which scores would differ can be described here."),
    )


def _conditions(assessment: Assessment) -> Completeness:
    parts = (assessment.conditions, assessment.benchmarks, assessment.red_lines)
    lines = len(assessment.red_lines)
    text = ngettext("{count} red line", "{count} red lines", lines)
    count = sum(map(len, parts))
    if not lines:
        lines, text = count, ngettext("{count} entry", "{count} entries", count)
    unjudged = _unjudged_lines(assessment)
    if unjudged:
        said = ngettext("{count} red line to judge", "{count} red lines to judge", len(unjudged))
        missing = _listed(_("Not judged for every option yet"), [row.name for row in unjudged])
        first = ("red_lines", unjudged[0].id)
        done = count - len(unjudged)
        return Completeness(done, count, missing, said.format(count=len(unjudged)), first)
    return _optional(
        count,
        text.format(count=lines),
        _("What must hold for an option to work, and what it must not cross, can be said here."),
        _("red lines, optional"),
    )


def _unjudged_lines(assessment: Assessment) -> list[RedLine]:
    """The red lines that are judged by hand and are not, for some option that is ranked."""
    judged = {(row.red_line, row.option) for row in assessment.red_line_judgements}
    ranked = ranked_options(assessment)
    return [
        row
        for row in assessment.red_lines
        if row.test is RedLineTest.JUDGED and any((row.id, key) not in judged for key in ranked)
    ]


def _challenge(assessment: Assessment) -> Completeness:
    decision = assessment.decision
    texts = (
        decision.strongest_case_against,
        decision.pre_mortem,
        decision.taken_because,
        decision.happened,
    )
    count = sum(map(bool, texts)) + len(assessment.dissents)
    return _optional(
        count,
        ngettext("{count} entry", "{count} entries", count),
        _("The strongest case against the advice, and dissent, can be written here."),
    )


def _optional(count: int, said: str, invitation: str, nothing: str = "") -> Completeness:
    """The state of a step that may stay empty; `nothing` is said of one that is."""
    if not count:
        return Completeness(0, 0, invitation, nothing or _("optional"))
    return Completeness(count, count, "", said.format(count=count))


def _brief(assessment: Assessment) -> Completeness:
    """The same fields as the brief's page names."""
    return _with_empty_fields(_of(brief_fields(assessment)))


def _with_empty_fields(state: Completeness) -> Completeness:
    """The state of a step that consists of fields, which says how many of them are empty."""
    empty = state.total - state.done
    text = ngettext("{count} field empty", "{count} fields empty", empty).format(count=empty)
    return state._replace(said=text if empty else "")


def _without_weights(count: int) -> str:
    """What stands under a step some of whose things have no weight; empty when all have."""
    text = ngettext("{count} without weights", "{count} without weights", count)
    return text.format(count=count) if count else ""


def _to_describe(count: int) -> str:
    """What stands under a step some of whose things are not in words; empty when all are."""
    return ngettext("{count} to describe", "{count} to describe", count).format(count=count) * bool(
        count
    )


def _of(parts: tuple[tuple[str, object], ...]) -> Completeness:
    gaps = [name for name, value in parts if not value]
    return Completeness(len(parts) - len(gaps), len(parts), _listed(_("Missing"), gaps))


def _listed(intro: str, names: list[str]) -> str:
    """“intro: a, b, c and 4 more”; empty when there are no names."""
    if not names:
        return ""
    text = in_a_row(names[:NAMED])
    if len(names) > NAMED:
        text = _("{names} and {count} more").format(names=text, count=len(names) - NAMED)
    return _("{intro}: {names}.").format(intro=intro, names=text)
