"""The ranking of an assessment, as text or as JSON, for `counterpoise rank`."""

import argparse
from typing import Any

import msgspec

from app.analysis.firmness import Standing, Verdict
from app.analysis.plain_outcome import find_plain_outcome
from app.analysis.plain_verdict import find_plain_verdict
from app.wording import _
from app.wording.numbers import points
from app.wording.verdicts import flip_sentence, provisional_sentence, verdict_sentence
from db.model import Assessment

from .failure import Failure
from .perspective import find_perspective


def rank(assessment: Assessment, arguments: argparse.Namespace) -> str:
    """The ranking as the chosen perspective weighs it. Raises `Failure` where there is none."""
    perspective = find_perspective(assessment, arguments.perspective)
    plain = find_plain_outcome(assessment, perspective)
    if plain is not None:
        return _say(plain, find_plain_verdict(plain), as_json=arguments.json)
    # What is large, or nothing yet.
    from app.analysis.outcome import find_outcome
    from app.analysis.verdict import find_verdict

    outcome = find_outcome(assessment, perspective)
    if outcome is None:
        sentence = _(
            "there is nothing to rank yet. A ranking needs at least one option that is not "
            "screened out and one criterion."
        )
        raise Failure(sentence)
    return _say(outcome, find_verdict(outcome), as_json=arguments.json)


def _say(outcome: Standing, verdict: Verdict, *, as_json: bool) -> str:
    return _as_json(outcome, verdict) if as_json else _as_text(outcome, verdict)


def _as_text(outcome: Standing, verdict: Verdict) -> str:
    assessment = outcome.assessment
    perspective = assessment.perspective_by_id[outcome.perspective]
    lines = [assessment.decision.title, _("Weights: {name}").format(name=perspective.name), ""]
    width = max(len(assessment.option_by_id[option].code) for option in outcome.ranked)
    flags = _flags(assessment)
    for option in outcome.ranked:
        row = assessment.option_by_id[option]
        low, high = outcome.interval(option)
        span = ""
        if low != high:
            span = "  " + _("({low}–{high}, provisional)").format(
                low=points(low), high=points(high)
            )
        code = f"{row.code:<{width}}  " if width else ""
        value = points(outcome.total(option))
        mark = f" – {flags[option]}" if option in flags else ""
        lines.append(f"{outcome.rank(option):>3}  {code}{value:>5}  {row.name}{mark}{span}")
    screened = [row for row in assessment.options if row.screened_out]
    if screened:
        lines += ["", _("Screened out:")]
        lines += [f"     {row.name}: {' '.join(row.screened_out.split())}" for row in screened]
    lines += ["", verdict_sentence(outcome, verdict)]
    provisional = provisional_sentence(outcome)
    if provisional:
        lines.append(_("Provisional: {sentence}").format(sentence=provisional))
    for flip in verdict.flips:
        lines.append(f"- {flip_sentence(assessment, verdict.leader, flip)}")
    return "\n".join(lines)


def _flags(assessment: Assessment) -> dict[str, str]:
    """How options that do not clearly keep every red line are marked, by option."""
    if not assessment.red_lines:
        return {}
    from app.wording.flags import flags_of  # only here, for the sake of a quick answer

    return flags_of(assessment)


def _as_json(outcome: Standing, verdict: Verdict) -> str:
    flags = _flags(outcome.assessment)
    answer = {
        "format": "counterpoise-ranking",
        "version": 1,
        "perspective": outcome.perspective,
        "options": [_option(outcome, option, flags.get(option, "")) for option in outcome.ranked],
        "screened_out": [
            {"id": row.id, "name": row.name, "reason": row.screened_out}
            for row in outcome.assessment.options
            if row.screened_out
        ],
        "weights": outcome.weights,
        "provisional": provisional_sentence(outcome),
        "firmness": verdict.firmness.value,
        "verdict": verdict_sentence(outcome, verdict),
        "flips": [
            {"criterion": f.node, "present": f.present, "at": f.at, "leader": f.leader}
            for f in verdict.flips
        ],
    }
    return msgspec.json.format(msgspec.json.encode(answer), indent=2).decode()


def _option(outcome: Standing, option: str, flag: str) -> dict[str, Any]:
    row = outcome.assessment.option_by_id[option]
    low, high = outcome.interval(option)
    return {
        "id": option,
        "code": row.code,
        "name": row.name,
        "rank": outcome.rank(option),
        "value": outcome.total(option),
        "low": low,
        "high": high,
        "red_line": flag,
        "contributions": {leaf: outcome.contribution(option, leaf) for leaf in outcome.weights},
    }
