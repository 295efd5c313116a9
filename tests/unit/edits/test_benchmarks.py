"""Edits of what options are conditional on."""

import pytest

from app.edits import EditRefused, benchmarks, options, records
from tests.unit.edits.policy_case import policy_case


@pytest.fixture
def case():
    return policy_case()


def test_an_option_is_made_conditional_and_unconditional(case):
    linked = benchmarks.make_conditional(case, "talk", "truce")
    assert [(row.option, row.benchmark) for row in linked.option_benchmarks] == [("talk", "truce")]
    assert benchmarks.make_unconditional(linked, "talk", "truce") == case


def test_a_benchmark_belongs_to_a_set(case):
    assert case.benchmarks[-1].standard == "The accord"


def test_a_stage_belongs_to_an_option_and_goes_with_it(case):
    staged = benchmarks.add_stage(case, "first", "First talks", "talk")
    assert staged.stages[0].option == "talk"
    assert options.remove_option(staged, "talk").stages == ()


def test_a_stage_opens_by_a_benchmark_that_may_go(case):
    staged = benchmarks.add_stage(case, "first", "First talks", "talk")
    staged = records.change(staged, "stages", "first", benchmark="truce")
    assert records.remove(staged, "benchmarks", "truce").stages[0].benchmark is None


def test_a_stage_needs_an_option_that_is_there(case):
    with pytest.raises(EditRefused, match="no longer there"):
        benchmarks.add_stage(case, "first", "First talks", "nobody")
