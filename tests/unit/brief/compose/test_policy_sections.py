"""The memo's sections on risks, views, benchmarks, dissent and evidence follow the data."""

import datetime
from typing import Any

import msgspec
import pytest

from app.brief.blocks import Callout, Document, Figure, Heading
from app.brief.compose import compose, compose_memo
from app.charts import HeatMap
from app.edits import decision, waivers
from app.exchange.samples import read_sample
from db.model import Assessment, BriefKind, Dissent, Stage
from db.model.rows import canonical
from tests.unit.brief.compose.said import body, headings, rows, said, section

TODAY = datetime.date(2026, 3, 1)


@pytest.fixture(scope="module")
def sample() -> Assessment:
    return read_sample()


@pytest.fixture(scope="module")
def memo(sample: Assessment) -> Document:
    return compose_memo(sample, TODAY)


@pytest.fixture(scope="module")
def report(sample: Assessment) -> Document:
    return compose(sample, TODAY, BriefKind.REPORT)


def without(assessment: Assessment, *tables: str) -> Assessment:
    changed: dict[str, Any] = dict.fromkeys(tables, ())
    return canonical(msgspec.structs.replace(assessment, **changed))


def test_scenarios_stand_with_their_leader_and_what_the_advice_loses(memo: Document) -> None:
    found = rows(memo, "Who leads in each scenario")
    assert [
        "Ranks break",
        "Regional engagement without recognition",
        "50.4",
        "49.4",
        "1.0",
    ] in found
    assert ["Hardliners entrench", "Protection track", "45.7", "44.2", "1.5"] in found
    assert ["Mass returns", "Conditional membership", "52.0", "52.0", "–"] in found


def heat_map(document: Document, caption: str) -> HeatMap:
    """The heat map with a caption."""
    found = [b for b in document.blocks if isinstance(b, Figure) and b.caption == caption]
    assert len(found) == 1
    assert isinstance(found[0].chart, HeatMap)
    assert all(name in found[0].alternative for name in found[0].chart.columns)
    return found[0].chart


def test_worst_regrets_stand_in_an_annex_with_two_decimals(memo: Document) -> None:
    shown = heat_map(memo, "Values in each scenario")
    assert [row[-1].text for row in shown.cells] == [
        *("21.87", "32.49", "7.52", "1.50", "9.92", "34.24", "11.64"),
    ]
    assert [row[-1].first for row in shown.cells].index(True) == 3
    assert shown.columns[0] == "Now"


def test_actors_stand_with_first_choice_and_what_they_make_of_the_advice(memo: Document) -> None:
    found = rows(memo, "The actors' view")
    assert found[1] == ["Russia", "Regional engagement without recognition", "2", "54.3", "yes"]
    assert {row[-1] for row in found} == {"yes"}
    shown = heat_map(memo, "Values for each actor")
    of_benchmarks = shown.cells[shown.rows.index("Benchmarked recognition")]
    assert [
        (actor, cell.text)
        for actor, cell in zip(shown.columns, of_benchmarks, strict=True)
        if cell.ticked
    ] == [("China", "50.2")]


def test_conditions_of_the_advice_and_of_all_options(
    sample: Assessment, memo: Document, report: Document
) -> None:
    assert len(rows(report, "Conditions of the option advised")) == 2
    every = rows(memo, "Conditions by mechanism")
    assert len(every) == len(sample.conditions) + len(sample.mechanisms)
    contrary = decision.change_brief(sample, recommended="NR")
    found = rows(compose(contrary, TODAY, BriefKind.REPORT), "Conditions of the option advised")
    assert [row[1] for row in found] == ["partly holds", "fails", "fails", "partly holds"]
    assert "These conditions fail:" in said(body(compose_memo(contrary, TODAY)))
    assert "conditions fail:" not in said(body(memo))


def test_red_lines_say_who_crosses_them(memo: Document) -> None:
    found = {row[0]: row[2] for row in rows(memo, "Red lines and who crosses them")}
    assert found["No part in returning people to persecution"] == "None of the options."
    recognition = found["No recognition while no benchmark is met"]
    assert "Benchmarked recognition: may cross" in recognition
    assert "Unconditional recognition: crosses" in recognition
    assert "in “Mass returns”" in found["No measure whose burden falls on civilians' basic needs"]


def test_the_ranking_marks_what_crosses_a_line(memo: Document) -> None:
    marks = {row[1] for row in rows(memo, "The options, best first")}
    assert "Unconditional recognition – crosses a red line, for comparison only" in marks
    assert "Benchmarked recognition – may cross a red line" in marks
    assert "Conditional membership" in marks


def test_advising_what_crosses_a_line_puts_a_box_beside_the_advice(sample: Assessment) -> None:
    contrary = compose_memo(decision.change_brief(sample, recommended="UR"), TODAY)
    boxes = [b for b in contrary.blocks if isinstance(b, Callout) and b.title == "Red line"]
    assert len(boxes) == 1
    assert boxes[0].tone == "bad"
    plain = compose_memo(sample, TODAY)
    assert not [b for b in plain.blocks if isinstance(b, Callout) and b.title == "Red line"]


def told(value: Any) -> str:
    """All text with its runs put together again."""
    return " ".join(said(value).split())


def test_a_waiver_is_named_with_who_gave_it_and_why(sample: Assessment) -> None:
    waived = waivers.waive(
        sample, "no-free-recognition", "UR", "Cabinet", "The war must end.", TODAY
    )
    sentence = (
        "The red line “No recognition while no benchmark is met” is waived for Unconditional "
        "recognition by Cabinet, on 1 March 2026. Reason given: The war must end."
    )
    memo = compose_memo(waived, TODAY)
    assert sentence in told(body(memo))
    assert "waived for" not in said(body(compose_memo(sample, TODAY)))
    kept = {row[0]: row[2:] for row in rows(memo, "Kept by choice at a red line")}
    assert kept["Unconditional recognition"] == [
        "waived by Cabinet, 1 March 2026",
        "The war must end.",
    ]
    assert kept["Tightened pressure"][0] == "for comparison only"
    advised = compose_memo(decision.change_brief(waived, recommended="UR"), TODAY)
    (box,) = [b for b in advised.blocks if isinstance(b, Callout) and b.title == "Red line"]
    assert sentence in told([box])
    assert said(body(advised)).count("is waived for Unconditional recognition") == 1


def test_conditions_of_past_cases_stand_with_their_places(memo: Document, report: Document) -> None:
    for document in (memo, report):
        found = rows(document, "Conditions in the past cases, as far as anything is stated")
        assert len([row for row in found if len(row) == 1]) == 3  # the cases of which one is stated
        stated = [row for row in found if len(row) == 4]
        image = [row for row in stated if row[0] == "The regime minds how it is seen abroad"]
        assert [row[1:] for row in image] == [["not stated", "fails", ""]] * 2
        assert all("RA25" in row[3] for row in stated if row[1] != "not stated")
    society = "“Society can press the rulers from within” partly held in 1"
    assert society in said(memo.blocks)
    assert "“The institutions carry rights norms in their work” partly held" in said(body(report))


def test_every_reference_leads_to_an_annex_that_is_there(memo: Document) -> None:
    anchors = {b.anchor: b.text for b in memo.blocks if isinstance(b, Heading) and b.anchor}
    targets = set()

    def collect(value: Any) -> None:
        if isinstance(value, tuple | list):
            for part in value:
                collect(part)
        elif isinstance(value, msgspec.Struct):
            if getattr(value, "target", ""):
                targets.add((value.target, value.text))  # type: ignore[attr-defined]
            for name in value.__struct_fields__:
                collect(getattr(value, name))

    collect(memo.blocks)
    assert len(targets) >= 7
    for target, text in targets:
        assert anchors[target].startswith(text.replace("\u00a0", " ") + ":")


def test_what_is_not_in_the_assessment_leaves_no_trace(sample: Assessment) -> None:
    actors = tuple(row for row in sample.perspectives if row.id == sample.decision.assessor)
    weights = tuple(row for row in sample.weights if row.perspective == sample.decision.assessor)
    bare = without(
        sample,
        *("scenarios", "score_changes", "mechanisms", "option_mechanisms", "conditions"),
        *("condition_exemptions", "benchmarks", "option_benchmarks", "red_lines", "precedents"),
        *("red_line_judgements", "sources", "extracts", "score_evidence", "condition_evidence"),
        *("benchmark_evidence", "perspective_evidence", "option_evidence", "precedent_evidence"),
        *("stages", "assumptions", "option_assumptions", "assumption_breaks", "signposts"),
        *("dissents", "scenario_evidence", "red_line_evidence"),
    )
    bare = msgspec.structs.replace(
        bare,
        perspectives=actors,
        weights=weights,
        scores=tuple(msgspec.structs.replace(row, basis=None) for row in bare.scores),
        decision=msgspec.structs.replace(bare.decision, strongest_case_against="", pre_mortem=""),
    )
    for kind in (BriefKind.MEMO, BriefKind.REPORT):
        titles = headings(compose(bare, TODAY, kind), 2)
        for title in ("Risks and conditions", "Views of those concerned", "Benchmarks and steps"):
            assert title not in titles
    annexes = [title for title in headings(compose_memo(bare, TODAY)) if "Annex" in title]
    assert [title.split(": ")[1] for title in annexes] == [
        "Options",
        "The ranking in figures",
        "The swings behind the weights",
        "Scores as values",
        "Why each score is what it is",
        "How to make this brief again",
    ]


def test_red_team_and_dissent_stand_in_their_authors_words(sample: Assessment) -> None:
    told = msgspec.structs.replace(
        sample,
        decision=msgspec.structs.replace(
            sample.decision,
            strongest_case_against="Seats reward those who changed nothing.",
            pre_mortem="Two years on, nobody had met a benchmark.",
        ),
        dissents=(
            Dissent(
                id="d",
                name="Protection desk",
                text="People come first.",
                perspective="un-agencies",
                prefers="HP",
            ),
        ),
    )
    for kind in (BriefKind.MEMO, BriefKind.REPORT):
        printed = said(body(compose(told, TODAY, kind)))
        assert "Seats reward those who changed nothing." in printed
        assert "nobody had met a benchmark" in printed
        assert "On the dissenter's weights Protection track leads, with 55.6." in printed
        assert "People come first." in printed
    agreed = compose_memo(without(sample, "dissents"), TODAY)
    assert "dissents" not in said(agreed)


def test_long_arguments_against_the_advice_stand_in_an_annex_that_the_body_names(
    sample: Assessment, memo: Document
) -> None:
    against = section(memo, "What speaks against the advice")
    for text in (sample.decision.strongest_case_against, sample.dissents[0].text):
        assert text in against
        assert text not in said(body(memo))
    assert "Regional desk (illustrative)" in section(memo, "Recommendation")
    assert "Annex\u00a0E" in section(memo, "Recommendation")


def test_the_decision_taken_is_told_even_against_the_advice(sample: Assessment) -> None:
    taken = msgspec.structs.replace(
        sample,
        decision=msgspec.structs.replace(
            sample.decision, taken="NR", taken_on=TODAY, taken_because="Partners asked for time."
        ),
    )
    printed = said(compose_memo(taken, TODAY))
    assert "Decided on 1 March 2026." in printed
    assert "The advice was Conditional membership." in printed
    assert "Partners asked for time." in printed


def test_steps_of_the_advice_and_overdue_reviews_are_named(sample: Assessment) -> None:
    first = sample.benchmarks[0]
    staged = msgspec.structs.replace(
        sample,
        stages=(
            Stage(id="s", name="Observer seat", option="CM", benchmark=first.id, action="Ask."),
        ),
        benchmarks=(
            msgspec.structs.replace(first, review_on=datetime.date(2025, 1, 1)),
            *sample.benchmarks[1:],
        ),
    )
    printed = said(compose_memo(staged, TODAY))
    assert "The steps of Conditional membership:" in printed
    assert f"Opened by “{first.name}”." in printed
    assert f"A review of a benchmark is overdue: “{first.name}” on 1 January 2025." in printed


def test_what_the_advice_rests_on_is_said_with_its_weak_places(memo: Document) -> None:
    printed = said(memo)
    assert "3 scores each rest on a single document graded C or below" in printed
    assert "All of the value of Conditional membership comes from scores marked as" in printed
    table = rows(memo, "Scores to look at again")
    weak = [row[0] for row in table if "graded C or below" in row[1]]
    assert weak == [
        "Tightened pressure: Needs and protection",
        "Protection track: Norm change in the regime",
        "Protection track: Needs and protection",
    ]
