"""The small assessment with something of the policy layer in it."""

from app.edits import benchmarks, evidence, mechanisms, records, red_lines, scenarios
from db.model import Assumption
from tests.cases import small_case


def policy_case():
    """Return the small case with one of everything, all under readable keys."""
    a = small_case()
    a = evidence.add_source(a, "note", "A note by the embassy")
    a = evidence.add_extract(a, "said", "note", "They are ready to talk.")
    a = scenarios.add_scenario(a, "storm", "Storm")
    a = records.add(a, "assumptions", Assumption(id="calm", name="Calm lasts"))
    a = mechanisms.add_mechanism(a, "talking", "Persuasion")
    a = mechanisms.rely_on(a, "talk", "talking", "peace")
    a = mechanisms.add_condition(a, "heard", "They listen", "talking", "peace")
    a = benchmarks.add_benchmark(a, "truce", "A truce holds", "The accord")
    return red_lines.add_red_line(a, "harm", "No harm to bystanders")
