"""Every mark of every picture says what it is, and the drawing itself stays as it was."""

import pytest
from msgspec import structs

from app.analysis.examination import examine
from app.analysis.frontier import effort_frontier
from app.analysis.outcome import find_outcome
from app.analysis.policy.actors import find_actors
from app.analysis.policy.scenarios import find_scenarios
from app.analysis.triangle import find_triangle
from app.charts import comparison_pictures, draw, heat_pictures, pictures, robustness_pictures
from app.exchange.samples import read_sample
from tests.pictures.cases import crowded
from tests.unit.charts.test_drawings import LIGHT, WIDTH

TELLING = structs.replace(LIGHT, with_tips=True)


def triangle(outcome):
    problem = outcome.problem
    nodes = tuple(outcome.problem.criteria[:3])
    below = tuple(problem.below[problem.nodes.index(node)] for node in nodes)
    found = find_triangle(outcome.prepared, problem.shares, below)
    return robustness_pictures.triangle_picture(outcome, found, nodes)


@pytest.fixture(scope="module")
def shown():
    assessment = read_sample()
    outcome = find_outcome(assessment)
    examination = examine(outcome)
    first, second = outcome.ranked[:2]
    scenarios = find_scenarios(assessment)
    efforts = structs.replace(
        assessment,
        options=tuple(
            structs.replace(row, effort=float(n)) for n, row in enumerate(assessment.options)
        ),
    )
    dear = find_outcome(efforts)
    return {
        "ranking": pictures.ranking_picture(outcome),
        "weight": pictures.weight_picture(outcome, outcome.problem.criteria[0]),
        "ranks": robustness_pictures.acceptability_picture(outcome, examination.found.any_weights),
        "tornado": robustness_pictures.tornado_picture(examination),
        "spans": robustness_pictures.stable_weights_picture(examination),
        "triangle": triangle(outcome),
        "worths": robustness_pictures.worths_picture(outcome, examination.found.learning, 12),
        "lead": comparison_pictures.lead_picture(outcome, first, second),
        "profile": comparison_pictures.profile_picture(outcome, first, second),
        "effort": comparison_pictures.effort_picture(dear, *effort_frontier(dear)),
        "actors": heat_pictures.actor_picture(assessment, find_actors(assessment, outcome)),
        "scenarios": heat_pictures.scenario_picture(assessment, scenarios, outcome),
        "regrets": heat_pictures.regret_picture(assessment, scenarios),
    }


NAMES = (
    *(
        "ranking",
        "weight",
        "ranks",
        "tornado",
        "spans",
        "triangle",
        "worths",
        "lead",
        "profile",
        "effort",
    ),
    *("actors", "scenarios", "regrets"),
)


def marks(spec):
    return [tip for tip in draw(spec, TELLING, WIDTH).tips if tip.is_mark]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_every_mark_stands_in_the_picture_and_says_what_it_is(shown, name, direction):
    spec = structs.replace(shown[name], direction=direction)
    drawing = draw(spec, TELLING, WIDTH)
    found = [tip for tip in drawing.tips if tip.is_mark]
    assert found
    for mark in found:
        assert mark.text.strip()
        assert mark.width > 0
        assert mark.height > 0
        assert -8 <= mark.left <= mark.left + mark.width <= WIDTH + 8
        assert -8 <= mark.bottom <= mark.bottom + mark.height <= drawing.height + 8


@pytest.mark.parametrize("name", NAMES)
def test_what_is_said_changes_nothing_that_is_drawn(shown, name):
    def seen(theme):
        return [
            (type(shape).__name__, shape.getProperties())
            for shape in draw(shown[name], theme, WIDTH).contents
        ]

    assert str(seen(TELLING)) == str(seen(LIGHT))
    assert draw(shown[name], LIGHT, WIDTH).tips == []


def test_every_row_of_a_picture_is_told_of(shown):
    for name, rows in (
        ("ranking", [bar.label for bar in shown["ranking"].bars]),
        ("weight", [line.label for line in shown["weight"].lines]),
        ("ranks", [row.label for row in shown["ranks"].rows]),
        ("tornado", [bar.label for bar in shown["tornado"].bars]),
        ("spans", [span.label for span in shown["spans"].spans]),
        ("triangle", [area.label for area in shown["triangle"].areas]),
        ("worths", [bar.label for bar in shown["worths"].bars]),
        ("lead", [bar.label for bar in shown["lead"].bars]),
        ("profile", [row.label for row in shown["profile"].rows]),
        ("effort", [mark.label for mark in shown["effort"].marks]),
    ):
        said = [mark.text for mark in marks(shown[name])]
        assert all(any(text.startswith(row) for text in said) for row in rows), name


def test_a_line_says_what_it_is_worth_without_the_weight_now_and_with_all_of_it(shown):
    said = [mark.text for mark in marks(shown["weight"])]
    assert "Protection track\n0%: 57.1\nnow 24.0%: 47.3\n100%: 16.0" in said
    assert "here the first place changes hands\n10.4%\nValue: 52.8" in said


def test_a_bar_of_a_lead_says_for_whom_it_speaks(shown):
    said = [mark.text for mark in marks(shown["lead"])]
    assert "Norm change in the regime\n+7.2\nfor Conditional membership" in said
    assert "Feasibility\n−2.4\nfor Regional engagement without recognition" in said


def test_a_line_answers_along_its_whole_length(shown):
    drawing = draw(shown["weight"], TELLING, WIDTH)
    along = [tip for tip in drawing.tips if tip.text.startswith("Protection track\n")]
    assert min(tip.left for tip in along) < WIDTH * 0.15
    assert "Protection track\n1%: 56.6" in {tip.text for tip in along}


def test_an_area_of_the_triangle_answers_all_over(shown):
    drawing = draw(shown["triangle"], TELLING, WIDTH)
    area = shown["triangle"].areas[0]
    strips = [tip for tip in drawing.tips if tip.text == f"{area.label}\n{area.text}"]
    polygon = next(s for s in drawing.contents if type(s).__name__ == "Polygon").points
    pairs = list(zip(polygon[::2], polygon[1::2], strict=True))
    crosses = (a[0] * b[1] - b[0] * a[1] for a, b in zip(pairs, pairs[1:] + pairs[:1], strict=True))
    surface = abs(sum(crosses)) / 2
    covered = sum(tip.width * tip.height for tip in strips if not tip.is_mark)
    assert covered == pytest.approx(surface, rel=0.06)


def test_of_many_lines_those_are_drawn_that_lead_somewhere_and_the_best():
    outcome = find_outcome(crowded(40, 6))
    for node in outcome.problem.criteria:
        spec = pictures.weight_picture(outcome, node)
        everybody = (*spec.lines, *spec.others)
        assert len(everybody) == 40
        assert len(spec.lines) == pictures.MOST_LINES
        assert spec.note.startswith(f"{pictures.MOST_LINES} of 40 options")
        for share in (0.0, 0.13, 0.37, 0.5, 0.71, 1.0):
            values = [line.start + (line.end - line.start) * share for line in everybody]
            assert max(values[: pictures.MOST_LINES]) == max(values)
        names = [outcome.assessment.option_by_id[key].name for key in outcome.ranked[:5]]
        assert set(names) <= {line.label for line in spec.lines}
