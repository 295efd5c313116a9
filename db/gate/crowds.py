"""How many rows of each table the worker looks at.

It is what `db.model.bounds` allows, written down here because the worker does not load the model;
a test compares.
"""

_SINGLE = ("decision", "brief")
_ENTITIES = (
    "mechanisms",
    "conditions",
    "benchmarks",
    "red_lines",
    "precedents",
    "stages",
    "assumptions",
    "signposts",
    "dissents",
    "brief_sections",
)
_RELATIONS = (
    "levels",
    "weights",
    "score_changes",
    "option_mechanisms",
    "condition_exemptions",
    "option_benchmarks",
    "red_line_judgements",
    "red_line_waivers",
    "condition_evidence",
    "benchmark_evidence",
    "perspective_evidence",
    "option_evidence",
    "scenario_evidence",
    "red_line_evidence",
    "precedent_evidence",
    "precedent_conditions",
    "option_assumptions",
    "assumption_breaks",
)

MOST_ROWS = {
    **dict.fromkeys(_SINGLE, 1),
    **dict.fromkeys(_ENTITIES, 1_000),
    **dict.fromkeys(_RELATIONS, 20_000),
    "options": 200,
    "criteria": 200,
    "perspectives": 50,
    "scenarios": 50,
    "sources": 2_000,
    "extracts": 5_000,
    "scores": 50_000,
    "score_evidence": 50_000,
}

MOST_HISTORY = 500_000
"""Rows of any table of the history; a file of the largest size has no room for more."""
