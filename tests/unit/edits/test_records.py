"""What is the same for every kind of entity."""

import pytest

from app.edits import EditRefused, records
from db.model import Assessment, Condition, Mechanism, Option, Precedent, RedLine, Scenario, Source


def keys(rows):
    return [row.id for row in rows]


def test_an_entity_is_added_at_a_place_or_at_the_end(case):
    one = records.add(case, "sources", Source(id="film", name="A film"))
    assert keys(one.sources) == ["book", "film"]
    two = records.add(one, "sources", Source(id="map", name="A map"), 1)
    assert keys(two.sources) == ["book", "map", "film"]
    three = records.add(two, "sources", Source(id="song", name="A song"), -7)
    assert keys(three.sources) == ["song", "book", "map", "film"]


def test_a_key_cannot_be_given_twice(case):
    with pytest.raises(EditRefused, match="already there"):
        records.add(case, "sources", Source(id="book", name="Another"))


def test_what_a_new_entity_points_at_must_be_there(case):
    with pytest.raises(EditRefused, match="no longer there"):
        records.add(case, "precedents", Precedent(id="p", name="Then", mechanism="gone"))


def test_what_a_changed_entity_points_at_must_be_there(case):
    with pytest.raises(EditRefused, match="no longer there"):
        records.change(case, "sources", "book", cited_in="gone")


def test_changing_one_entity_leaves_the_others_alone(case):
    changed = records.change(case, "extracts", "page", claim="  It was so\r\nindeed. ")
    assert changed.extracts[0].claim == "It was so\nindeed."
    assert changed.extracts[1] is case.extracts[1]


def test_a_change_to_what_is_there_already_changes_nothing(case):
    assert records.change(case, "extracts", "page", claim="It was so.  ") is case


def test_a_key_never_changes(case):
    with pytest.raises(TypeError, match="never changes"):
        records.change(case, "extracts", "page", id="other")


def test_changing_or_removing_what_is_gone_is_refused(case):
    for edit in (records.change, records.remove):
        with pytest.raises(EditRefused, match="no longer there"):
            edit(case, "extracts", "gone")


@pytest.mark.parametrize(
    ("to", "order"),
    [(0, "abc"), (-5, "abc"), (1, "bac"), (2, "bca"), (99, "bca")],
)
def test_an_entity_moves_to_the_place_it_is_given(case, to, order):
    for key in "abc":
        case = records.add(case, "scenarios", Scenario(id=key, name=key))
    assert "".join(keys(records.move(case, "scenarios", "a", to).scenarios)) == order


def test_moving_to_where_it_is_changes_nothing(case):
    assert records.move(case, "extracts", "page", 0) is case


def test_names_are_unique_where_people_choose_among_them(case):
    case = records.add(case, "mechanisms", Mechanism(id="m", name="Pressure"))
    with pytest.raises(EditRefused, match="already one called “pressure”"):
        records.add(case, "mechanisms", Mechanism(id="n", name="pressure"))
    twice = records.add(case, "sources", Source(id="copy", name="A book"))
    assert len(twice.sources) == 2


def test_a_name_that_stands_twice_already_does_not_block_other_changes(case):
    options = (case.options[0], Option(id="talk", name="Hold back"))
    twins = Assessment(decision=case.decision, perspectives=case.perspectives, options=options)
    changed = records.change(twins, "options", "talk", description="The same again.")
    assert changed.options[1].description == "The same again."
    with pytest.raises(EditRefused, match="already one called"):
        records.change(twins, "options", "talk", name="HOLD BACK")


@pytest.mark.parametrize("number", [-1.0, 101.0, float("nan"), float("inf"), -1e300])
def test_a_number_out_of_bounds_is_refused_with_the_bounds(case, number):
    with pytest.raises(EditRefused, match="Give a number from 0 to 100"):
        records.change(case, "perspectives", "me", accepts_from=number)


def test_a_number_that_must_be_there_cannot_be_left_empty(case):
    actor = case.perspectives[0].id
    with pytest.raises(EditRefused, match="cannot be left empty"):
        records.change(case, "perspectives", actor, influence=None)


def test_a_negative_zero_is_kept_as_zero(case):
    changed = records.change(case, "perspectives", "me", accepts_from=-0.0)
    assert str(changed.perspective_by_id["me"].accepts_from) == "0.0"


def test_a_whole_number_is_kept_as_a_number_with_decimals(case):
    changed = records.change(case, "perspectives", "me", accepts_from=40)
    assert isinstance(changed.perspective_by_id["me"].accepts_from, float)


def test_removing_takes_along_what_cannot_be_without_it(case):
    left = records.remove(case, "sources", "book")
    assert (left.sources, left.extracts, left.score_evidence) == ((), (), ())
    assert left.scores is case.scores


def test_removing_empties_what_can_be_without_it(case):
    case = records.add(case, "red_lines", RedLine(id="r", name="Line", criterion="aid"))
    left = records.remove(case, "criteria", "aid")
    assert left.red_lines[0].criterion is None


def test_removing_goes_on_to_what_pointed_at_what_went(case):
    case = records.add(case, "mechanisms", Mechanism(id="m", name="Pressure"))
    case = records.add(
        case, "conditions", Condition(id="c", name="They care", mechanism="m", aim="peace")
    )
    assert records.remove(case, "mechanisms", "m").conditions == ()
