"""The harness measures what it says."""

import json
from threading import Event

import pytest

from tests.benchmarks.__main__ import found
from tests.benchmarks.figures import Figure, as_table, write_report
from tests.benchmarks.launch import paint
from tests.benchmarks.own_time import take_time
from tests.benchmarks.timing import pair_of, paired


def test_a_ratio_is_the_value_over_its_reference():
    assert Figure(name="a", value=3.0, unit="ms", reference=2.0).ratio == 1.5


@pytest.mark.parametrize(
    ("aim", "met"),
    [("ratio <= 1.5", True), ("ratio <= 1.4", False), ("value >= 3", True), ("", None)],
)
def test_an_aim_is_held_against_what_was_measured(aim, met):
    assert Figure(name="a", value=3.0, unit="ms", reference=2.0, aim=aim).met is met


def test_an_aim_on_a_ratio_needs_a_reference():
    with pytest.raises(ValueError, match="needs a reference"):
        Figure(name="a", value=3.0, unit="ms", aim="ratio <= 2")


def test_a_report_holds_every_field(tmp_path):
    figure = Figure(name="a", value=3.0, unit="ms", reference=2.0, aim="ratio <= 2")
    write_report([figure], tmp_path / "new" / "bench.json")
    assert json.loads((tmp_path / "new" / "bench.json").read_text(encoding="utf-8")) == [
        {
            "name": "a",
            "value": 3.0,
            "unit": "ms",
            "reference": 2.0,
            "ratio": 1.5,
            "aim": "ratio <= 2",
            "met": True,
        }
    ]


def test_a_table_marks_what_falls_short():
    figure = Figure(name="slow thing", value=3.0, unit="ms", aim="value <= 2")
    assert as_table([figure]).splitlines()[1].endswith("NO")


def test_pairs_are_compared_round_by_round():
    pair = pair_of([(2.0, 1.0), (20.0, 10.0), (300.0, 100.0)])
    assert (pair.work, pair.reference, pair.ratio) == (20.0, 10.0, 2.0)


def test_work_and_reference_take_turns():
    calls = []
    paired(lambda: calls.append("w"), lambda: calls.append("r"), rounds=3)
    assert "".join(calls) == "rwwrrwwr"


def test_every_measurement_is_found_by_its_name():
    assert "first_paint" in found("bench")


def test_a_process_that_paints_nothing_is_reported_with_its_words():
    with pytest.raises(RuntimeError, match="no window here"):
        paint("-c", "print('no window here')")


def test_the_time_of_an_act_is_what_it_worked_and_not_what_it_waited():
    worked = take_time(lambda: sum(range(1_000_000))).worked
    waited = take_time(lambda: Event().wait(0.05))

    assert worked > 0
    assert waited.worked < waited.answered
    assert waited.answered >= 0.03
