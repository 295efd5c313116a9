"""Which futures break the causal assumptions that an option rests on.

Assumptions are stated, futures are asked which of them they break, and what follows are statements
of vulnerability (Lempert, Popper & Bankes 2003; Dewar 2002), here without a simulation model.
"""

from __future__ import annotations

from dataclasses import dataclass

from db.model import Assessment


@dataclass(frozen=True, slots=True)
class Vulnerability:
    """An option, a scenario, and the assumptions of the option that do not hold there (ids)."""

    option: str
    scenario: str
    assumptions: tuple[str, ...]


def find_vulnerabilities(assessment: Assessment) -> tuple[Vulnerability, ...]:
    """Every scenario in which an option that is not screened out loses an assumption."""
    rests_on: dict[str, set[str]] = {}
    for link in assessment.option_assumptions:
        rests_on.setdefault(link.option, set()).add(link.assumption)
    broken: dict[str, set[str]] = {}
    for row in assessment.assumption_breaks:
        broken.setdefault(row.scenario, set()).add(row.assumption)
    order = [row.id for row in assessment.assumptions]
    return tuple(
        Vulnerability(option.id, scenario.id, tuple(a for a in order if a in lost))
        for option in assessment.options
        for scenario in assessment.scenarios
        if not option.screened_out
        and (lost := rests_on.get(option.id, set()) & broken.get(scenario.id, set()))
    )
