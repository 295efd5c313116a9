"""What is found changes when the data are changed: actors, concessions, futures, lines, sources."""

import datetime

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.analysis.outcome import find_outcome
from app.analysis.policy.actors import find_actors
from app.analysis.policy.competing_views import find_grid
from app.analysis.policy.concessions import find_concession, find_shift
from app.analysis.policy.coverage import (
    assumed_share,
    document_read,
    find_coverage,
    lead_on_strong_evidence,
)
from app.analysis.policy.findings import find_policy
from app.analysis.policy.likelihoods import find_expected, scenario_probabilities
from app.analysis.policy.red_lines import Breach, find_breaches
from app.analysis.policy.reviews import benchmarks_of, count_statuses, overdue_reviews
from app.analysis.policy.scenarios import find_scenarios, in_scenario
from app.edits import start
from app.exchange.samples import read_sample
from db.model import Basis, ChangeKind, Likelihood, Met, Reliability, Stance
from db.model.rows import canonical

SAMPLE = read_sample()
OPTIONS = ("NR", "SP", "RE", "CM", "BR", "UR", "HP")
ACTORS = ("us-eu", "russia", "china", "neighbours", "activists", "un-agencies")


def change(assessment, table, chosen, **fields):
    """The assessment with fields of the chosen rows of a table changed."""
    rows = tuple(
        msgspec.structs.replace(row, **fields) if chosen(row) else row
        for row in getattr(assessment, table)
    )
    return canonical(msgspec.structs.replace(assessment, **{table: rows}))


def anything(_row):
    return True


def only(assessment, **tables):
    return msgspec.structs.replace(assessment, **tables)


@given(st.sampled_from(OPTIONS), st.sampled_from(ACTORS))
def test_a_raise_is_just_enough_to_be_accepted(option, actor):
    table = find_actors(SAMPLE)
    found = find_concession(table, option, actor)
    if found is None:
        assert actor in table.accepted_by(option)
        return
    assert found.missing > 0
    assert [r.by for r in found.raises] == sorted(r.by for r in found.raises)
    for rise in found.raises:
        for factor, accepted in ((1.0, True), (0.99, False)):
            likely = SAMPLE.score_by_key["policy-desk", option, rise.criterion].likely
            lifted = change(
                SAMPLE,
                "scores",
                lambda row, c=rise.criterion: (row.option, row.criterion) == (option, c),
                likely=likely + rise.by * factor,
                low=None,
                high=None,
            )
            assert (actor in find_actors(lifted).accepted_by(option)) is accepted


@given(st.sampled_from(OPTIONS), st.sampled_from(ACTORS))
def test_a_shift_of_one_weight_is_just_enough_to_be_accepted(option, actor):
    table = find_actors(SAMPLE)
    found = find_shift(table, option, actor)
    if found is None:
        return
    assert actor not in table.accepted_by(option)
    for overshoot, accepted in ((1e-6, True), (-1e-3, False)):
        direction = 1 if found.at > found.present else -1
        at = found.at + direction * overshoot
        if not 0 <= at < 1:
            continue
        others = sum(
            row.swing
            for row in SAMPLE.weights
            if row.perspective == actor and row.criterion != found.criterion
        )
        moved = change(
            SAMPLE,
            "weights",
            lambda row: (row.perspective, row.criterion) == (actor, found.criterion),
            swing=others * at / (1 - at),
        )
        assert (actor in find_actors(moved).accepted_by(option)) is accepted


def test_an_accepted_option_needs_no_concession():
    table = find_actors(SAMPLE)
    assert find_concession(table, "CM", "russia") is None
    assert find_shift(table, "CM", "russia") is None


def test_an_actor_accepts_exactly_at_the_threshold():
    table = find_actors(SAMPLE)
    value = float(table.values[table.options.index("RE"), table.actors.index("us-eu")])
    at = change(
        SAMPLE,
        "perspectives",
        lambda r: r.id == "us-eu",
        accepts_from=100.0,
        accepts_within=53.02 - value,
    )
    assert "us-eu" in find_actors(at).accepted_by("RE")


def test_an_actor_without_weights_has_no_view_and_stands_in_nobodys_way():
    silent = only(SAMPLE, weights=tuple(r for r in SAMPLE.weights if r.perspective != "russia"))
    assert "russia" not in find_actors(silent).actors
    assert find_actors(only(SAMPLE, perspectives=SAMPLE.perspectives[:1])) is None


def test_nothing_is_found_where_nothing_is_said():
    empty = start.new_assessment("What next?", "Desk")
    found = find_policy(empty, find_outcome(empty))
    assert (found.actors, found.common, found.scenarios) == (None, None, None)
    assert (found.cases, found.unreached, found.breaches, found.coverage) == ((), (), (), ())


def test_ranges_move_with_the_score_and_stop_at_the_scale():
    there = in_scenario(SAMPLE, "returns")
    row = there.score_by_key["policy-desk", "NR", "human"]
    assert (row.low, row.likely, row.high) == (4.0, 14.0, 24.0)
    row = there.score_by_key["policy-desk", "SP", "human"]
    assert (row.low, row.likely, row.high) == (0.0, 4.0, 14.0)


def test_adding_to_a_score_moves_it_by_as_much():
    added = change(
        SAMPLE, "score_changes", lambda r: r.scenario == "returns", kind=ChangeKind.ADD, amount=-5.0
    )
    row = in_scenario(added, "returns").score_by_key["policy-desk", "NR", "human"]
    assert (row.low, row.likely, row.high) == (13.0, 23.0, 33.0)


def test_a_scenario_may_set_a_missing_score_but_not_add_to_it():
    def missing(row):
        return (row.option, row.criterion) == ("NR", "human")

    gap = change(SAMPLE, "scores", missing, likely=None, low=None, high=None)
    assert in_scenario(gap, "returns").score_by_key["policy-desk", "NR", "human"].likely == 14.0
    added = change(gap, "score_changes", missing, kind=ChangeKind.ADD)
    assert in_scenario(added, "returns").score_by_key["policy-desk", "NR", "human"].likely is None
    bare = only(gap, scores=tuple(r for r in gap.scores if not missing(r)), score_evidence=())
    assert in_scenario(bare, "returns").score_by_key["policy-desk", "NR", "human"].likely == 14.0


def test_expected_values_wait_until_every_scenario_has_a_likelihood():
    table = find_scenarios(SAMPLE)
    one = change(SAMPLE, "scenarios", lambda r: r.id == "returns", likelihood=Likelihood.UNLIKELY)
    assert scenario_probabilities(one) is None
    assert find_expected(one, table) is None
    every = change(one, "scenarios", lambda r: r.id != "returns", likelihood=Likelihood.EVEN_CHANCE)
    chances = scenario_probabilities(every)
    assert chances.sum() == pytest.approx(1.0)
    assert chances[5] / chances[0] == pytest.approx(0.325 / 0.5)
    expected = find_expected(every, table)
    assert expected == pytest.approx(table.values @ chances)


@pytest.mark.parametrize(("benchmark", "left"), [("un-law", set()), ("ga-lasting", {"UR", "BR"})])
def test_only_a_benchmark_that_an_option_waits_for_opens_the_line_on_recognition(benchmark, left):
    met = change(SAMPLE, "benchmarks", lambda r: r.id == benchmark, status=Met.MET)
    found = {f.option for f in find_breaches(met) if f.red_line == "no-free-recognition"}
    assert found == left


def test_any_benchmark_counts_where_none_is_linked_to_an_option():
    met = change(SAMPLE, "benchmarks", lambda r: r.id == "ga-lasting", status=Met.MET)
    loose = only(met, option_benchmarks=())
    assert not [f for f in find_breaches(loose) if f.red_line == "no-free-recognition"]


@pytest.mark.parametrize(
    ("low", "likely", "high", "breach"),
    [
        (20.0, 30.0, 40.0, Breach.CLEAR),
        (15.0, 15.0, 15.0, Breach.CLEAR),
        (10.0, 30.0, 40.0, Breach.MAY_CROSS),
        (0.0, 10.0, 15.0, Breach.CROSSES_MAY_NOT),
        (0.0, 10.0, 14.0, Breach.CROSSES),
        (None, 10.0, None, Breach.CROSSES),
        (None, None, None, Breach.UNKNOWN),
    ],
)
def test_a_line_on_a_score_is_tested_on_it_and_told_apart_by_its_range(low, likely, high, breach):
    moved = change(
        SAMPLE,
        "scores",
        lambda r: (r.option, r.criterion) == ("HP", "human"),
        low=low,
        likely=likely,
        high=high,
    )
    found = {
        f.breach
        for f in find_breaches(moved)
        if (f.red_line, f.option, f.scenario) == ("no-burden", "HP", None)
    }
    assert found == ({breach} - {Breach.CLEAR})


def test_an_option_that_nobody_judged_stands_unknown_at_a_judged_line():
    left = only(SAMPLE, red_line_judgements=())
    found = [f for f in find_breaches(left) if f.red_line == "no-return"]
    assert {f.option for f in found} == set(OPTIONS)
    assert {f.breach for f in found} == {Breach.UNKNOWN}
    assert {f.scenario for f in found} == {None}


def test_what_is_known_only_through_another_work_counts_as_that_work():
    documents = {row.id: row for row in SAMPLE.sources}
    assert document_read(documents, "kent2007") == "RA25"
    nested = change(SAMPLE, "sources", lambda r: r.id == "klotz1999", cited_in="kent2007")
    assert document_read({row.id: row for row in nested.sources}, "klotz1999") == "RA25"
    circle = change(SAMPLE, "sources", lambda r: r.id == "RA25", cited_in="kent2007")
    assert document_read({row.id: row for row in circle.sources}, "kent2007") == "RA25"


def test_the_lead_stands_on_less_when_its_source_is_worse():
    before = lead_on_strong_evidence(find_outcome(SAMPLE), "CM", "RE")
    worse = change(SAMPLE, "sources", lambda r: r.id == "RA25", reliability=Reliability.D)
    assert before > 0.5
    assert lead_on_strong_evidence(find_outcome(worse), "CM", "RE") == 0.0
    weak = [row for row in find_coverage(worse) if row.weak]
    assert len(weak) == 56


def test_a_score_is_contested_when_sources_speak_for_and_against_it():
    contested = {(c.score.option, c.score.criterion) for c in find_coverage(SAMPLE) if c.contested}
    assert ("CM", "norm") in contested
    calm = change(SAMPLE, "score_evidence", anything, stance=Stance.SUPPORTS)
    assert not any(c.contested for c in find_coverage(calm))


def test_a_score_that_rests_on_nothing_is_named():
    bare = only(
        SAMPLE,
        score_evidence=tuple(
            r for r in SAMPLE.score_evidence if (r.option, r.criterion) != ("CM", "feas")
        ),
    )
    found = [(c.score.option, c.score.criterion) for c in find_coverage(bare) if c.unsupported]
    assert found == [("CM", "feas")]


def test_the_assumed_share_is_all_or_nothing_when_every_basis_is_the_same():
    for basis, share in ((Basis.ASSUMPTION, 1.0), (Basis.INFORMATION, 0.0)):
        same = change(SAMPLE, "scores", anything, basis=basis)
        assert assumed_share(find_outcome(same), "CM") == pytest.approx(share)
    assert assumed_share(find_outcome(SAMPLE), "CM") == pytest.approx(1.0)
    silent = change(SAMPLE, "scores", anything, basis=None)
    assert assumed_share(find_outcome(silent), "CM") is None
    assert 0 < assumed_share(find_outcome(SAMPLE), "NR") < 1


def test_overdue_reviews_come_with_the_longest_overdue_first():
    today = datetime.date(2026, 3, 1)
    dated = change(SAMPLE, "benchmarks", anything, review_on=datetime.date(2026, 3, 1))
    dated = change(
        dated, "benchmarks", lambda r: r.id == "un-law", review_on=datetime.date(2026, 2, 1)
    )
    dated = change(
        dated, "benchmarks", lambda r: r.id == "un-drugs", review_on=datetime.date(2025, 2, 1)
    )
    assert [row.id for row in overdue_reviews(dated, today)] == ["un-drugs", "un-law"]
    assert overdue_reviews(SAMPLE, today) == ()
    assert overdue_reviews(dated, None) == ()


def test_benchmarks_of_an_option_are_counted_by_status():
    rows = benchmarks_of(SAMPLE, "CM")
    assert len(rows) == 6
    assert count_statuses(rows) == {Met.NOT_MET: 2, Met.UNKNOWN: 4}
    assert benchmarks_of(SAMPLE, "NR") == ()


def test_the_grid_turns_when_the_evidence_is_turned():
    outcome = find_outcome(SAMPLE)
    grid = find_grid(outcome)
    assert grid.ratings.shape == (len(grid.extracts), len(grid.options))
    assert set(np.unique(grid.ratings)) <= {-1.0, 0.0, 1.0}
    turned = only(
        SAMPLE,
        score_evidence=tuple(
            msgspec.structs.replace(
                row,
                stance=Stance.SUPPORTS if row.stance is Stance.CONTRADICTS else Stance.CONTRADICTS,
            )
            for row in SAMPLE.score_evidence
        ),
    )
    opposite = find_grid(find_outcome(turned))
    assert (opposite.ratings == -grid.ratings).all()
    assert (opposite.diagnosticity == grid.diagnosticity).all()
    assert find_grid(find_outcome(only(SAMPLE, score_evidence=()))) is None
