"""Value against effort: the efficient options, and the price of a further point."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.analysis.frontier import effort_frontier, find_frontier
from app.analysis.outcome import find_outcome
from app.edits.options import change_option
from app.exchange.samples import read_sample
from app.wording.frontier import frontier_sentences
from tests.architecture.sources import ROOT

CASE = json.loads(
    (ROOT / "tests/reference/cases/benefit_cost_frontier_goodwin_wright.json").read_text("utf-8")
)
pairs = st.lists(
    st.tuples(st.floats(0, 100), st.sampled_from([0.0, 1.0, 2.0, 5.0, 9.0])), min_size=1, max_size=9
)


def test_the_published_offices_and_the_price_of_a_point():
    benefit, steps = CASE["inputs"]["benefit"], CASE["inputs"]["steps"]
    cost = {"C": 0.0}
    for start, end, more in steps:
        cost[end] = cost[start] + more
    names = list(benefit)
    found = find_frontier([benefit[n] for n in names], [cost[n] for n in names])
    expected = CASE["expected"]
    assert sorted(names[i] for i in found.efficient) == sorted(expected["frontier"])
    for step in found.steps:
        key = f"{names[step.start]}->{names[step.end]}"
        assert step.value == pytest.approx(expected["extra_benefit"][key])
        assert step.price == pytest.approx(expected["cost_per_point"][key], abs=CASE["tolerance"])


@given(pairs)
def test_nothing_efficient_is_beaten_and_whatever_is_not_is(rows):
    values, efforts = zip(*rows, strict=True)
    found = find_frontier(values, efforts)
    everything = range(len(rows))
    for option in everything:
        beating = [
            other
            for other in everything
            if values[other] >= values[option] - 1e-9
            and efforts[other] <= efforts[option]
            and (values[other] > values[option] + 1e-9 or efforts[other] < efforts[option])
        ]
        assert (option in found.efficient) == (not beating)
    for worse, better in found.beaten_by.items():
        assert values[better] >= values[worse] - 1e-9
        assert efforts[better] <= efforts[worse]
    assert set(found.efficient) | set(found.beaten_by) == set(everything)


@given(pairs, st.randoms())
def test_the_order_of_options_does_not_matter(rows, chance):
    order = list(range(len(rows)))
    chance.shuffle(order)
    there = find_frontier(*zip(*rows, strict=True))
    back = find_frontier(*zip(*(rows[i] for i in order), strict=True))
    assert {order[i] for i in back.efficient} == set(there.efficient)


def test_only_options_that_state_an_effort_are_compared_and_one_alone_is_nothing():
    sample = read_sample()
    outcome = find_outcome(sample)
    assert effort_frontier(outcome) is None
    first, second, *_rest = outcome.ranked
    dear = change_option(sample, first, effort=40.0)
    assert effort_frontier(find_outcome(dear)) is None
    both = find_outcome(change_option(dear, second, effort=10.0))
    options, found = effort_frontier(both)
    assert set(options) == {first, second}
    (step,) = found.steps
    assert (options[step.start], options[step.end]) == (second, first)
    assert step.effort == 30.0
    (said,) = frontier_sentences(both, options, found)
    assert "6.1 points more" in said
    assert "takes 30 more" in said


def test_what_takes_more_for_no_more_is_named():
    sample = read_sample()
    first, second, *_rest = find_outcome(sample).ranked
    both = change_option(change_option(sample, first, effort=10.0), second, effort=40.0)
    outcome = find_outcome(both)
    options, found = effort_frontier(outcome)
    names = both.option_by_id
    (said,) = frontier_sentences(outcome, options, found)
    assert said.startswith(f"{names[second].name} takes as much as {names[first].name} or more")


def test_an_effort_without_a_value_is_refused():
    with pytest.raises(ValueError, match="one effort"):
        find_frontier([1.0, 2.0], [1.0])
