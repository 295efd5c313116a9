"""The worked example is whole: nothing unscored, unworded or without its place in a source."""

import re
from collections import Counter

import msgspec

from app.analysis.policy.vulnerabilities import find_vulnerabilities
from app.exchange.json_document import write_json
from db.model import Basis, Confidence, Crossing, Met, Recognition, ScaleKind
from db.model.tree import leaves

HEADING = "(?:Introduction|Leverage|Core Interests|Regime Type|Socialization|Conclusion)"
NUMBER = r"(?:[1-9]|1[0-2])\b"  # the twelve paragraphs of the article itself
SECTION = f"RA25, {HEADING}"
PARAGRAPH = f"¶{NUMBER}"
PARAGRAPHS = f"MJPS {PARAGRAPH}(?:, {PARAGRAPH})*"
LOCATOR = f"(?:{SECTION}|{PARAGRAPHS})(?:; (?:{SECTION}|{PARAGRAPHS}))*"

MJPS_ALONE = {("SP", "human"), ("HP", "human"), ("HP", "norm")}


def places(locator):
    """Each section and paragraph that a text names."""
    return set(re.findall(f"{SECTION}|{PARAGRAPH}", locator))


def texts(value):
    """Every text anywhere in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from texts(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from texts(item)


def linked(case):
    """The extracts behind each score."""
    extracts = {row.id: row for row in case.extracts}
    found = {}
    for row in case.score_evidence:
        found.setdefault((row.option, row.criterion), []).append(extracts[row.extract])
    return found


def root(case, source):
    """The document that was read, when `source` is known only through it."""
    by_id = {row.id: row for row in case.sources}
    return by_id[source].cited_in or source


def test_the_file_is_kept_exactly_as_the_application_would_write_it(document, case):
    assert write_json(case) == document


def test_it_warns_that_it_is_an_example_and_says_up_to_when_facts_go(case):
    assert "illustrative" in case.decision.illustrative
    assert "tactical concessions" in case.decision.illustrative
    assert "January 2023" in case.decision.state_of_affairs
    assert "December 2021" in case.decision.state_of_affairs
    assert "(illustrative)" in case.perspective_by_id[case.decision.assessor].name


def test_seven_options_are_ranked_and_intervention_is_screened_out_with_its_reason(case):
    assert [row.id for row in case.options] == ["NR", "SP", "RE", "CM", "BR", "UR", "HP", "MI"]
    assert [row.id for row in case.options if row.screened_out] == ["MI"]
    assert places(case.option_by_id["MI"].screened_out) == {"¶3", "RA25, Regime Type"}
    assert case.decision.baseline == "NR"
    confers = {row.id: row.recognition for row in case.options}
    assert confers.pop("BR") is Recognition.STAGED
    assert confers.pop("UR") is Recognition.FULL
    assert set(confers.values()) == {Recognition.NONE}


def test_every_leaf_has_words_at_five_places_of_its_scale(case):
    assert len(case.levels) == 40
    for leaf in leaves(case):
        assert leaf.scale is ScaleKind.CONSTRUCTED
        assert leaf.code
        levels = case.levels_by_criterion[leaf.id]
        assert [level.at for level in levels] == [0.0, 25.0, 50.0, 75.0, 100.0]
        assert len({level.words for level in levels} - {""}) == 5


def test_every_ranked_option_is_scored_on_every_leaf_with_a_range(case):
    scored = {(row.option, row.criterion) for row in case.scores}
    ranked = [row.id for row in case.options if not row.screened_out]
    assert scored == {(option, leaf.id) for option in ranked for leaf in leaves(case)}
    assert len(case.scores) == 56
    assert all(row.low < row.high and row.low <= row.likely <= row.high for row in case.scores)


def test_every_score_ends_its_rationale_with_the_places_that_it_rests_on(case):
    behind = linked(case)
    for row in case.scores:
        cited = re.search(rf"\(({LOCATOR})\)\.$", row.rationale)
        assert cited, row.rationale
        extracts = behind[row.option, row.criterion]
        assert places(cited[1]) == {
            place for extract in extracts for place in places(extract.locator)
        }, (row.option, row.criterion)


def test_a_rationale_says_whether_the_score_rests_on_information_or_assumption(case):
    for row in case.scores:
        if row.confidence is Confidence.HIGH:
            assert row.basis is Basis.INFORMATION
        else:
            words = {basis for basis in Basis if basis.value in row.rationale}
            assert words == {row.basis}, row.rationale
        if row.confidence is Confidence.LOW:
            assert row.basis is Basis.ASSUMPTION
    assert Counter(row.confidence for row in case.scores) == {
        Confidence.HIGH: 5,
        Confidence.MEDIUM: 39,
        Confidence.LOW: 12,
    }


def test_three_scores_rest_on_the_student_journal_alone(case):
    for score, extracts in linked(case).items():
        sources = {extract.source for extract in extracts}
        if score in MJPS_ALONE:
            assert sources == {"MJPS"}
        else:
            assert "RA25" in sources, score


def test_every_locator_names_a_known_section_or_paragraph(case):
    tables = (
        case.options, case.perspectives, case.scenarios, case.conditions,
        case.benchmarks, case.red_lines, case.precedents, case.extracts, case.assumptions,
    )  # fmt: skip
    locators = [row.locator for table in tables for row in table]
    locators += [row.cited_at for row in case.sources]
    assert all(re.fullmatch(LOCATOR, text) for text in locators if text)
    for text in texts(msgspec.to_builtins(case)):
        assert not re.search(f"RA25, (?!{HEADING})", text), text
        assert not re.search(f"¶(?!{NUMBER})", text), text


def test_what_was_not_read_is_graded_no_better_than_the_document_that_cites_it(case):
    by_id = {row.id: row for row in case.sources}
    assert {row.id for row in case.sources if row.cited_in is None} == {"RA25", "MJPS"}
    assert (by_id["RA25"].reliability, by_id["MJPS"].reliability) == ("B", "C")
    for row in case.sources:
        assert row.reliability >= by_id[root(case, row.id)].reliability
        assert (row.cited_in is None) == (not row.cited_at)
    absent = {row.id for row in case.sources if "absent from its list" in row.note}
    assert absent == {"cristol2018", "unsc2021"}
    odd = {row.id for row in case.sources if "Oddity of years" in row.note}
    assert odd == {"risse-sikkink", "hellmeier", "hendrix-wong"}


def test_every_condition_but_the_assumed_one_has_a_reason_and_a_source(case):
    with_evidence = {row.condition for row in case.condition_evidence}
    assert len(case.conditions) == 17
    assert {row.id for row in case.conditions} - with_evidence == {"ind-withheld"}
    assert all(row.reason for row in case.conditions)
    assert [(row.option, row.condition) for row in case.condition_exemptions] == [
        ("UR", "ind-withheld")
    ]
    pairs = {(row.mechanism, row.aim) for row in case.option_mechanisms}
    assert {(row.mechanism, row.aim) for row in case.conditions} == pairs
    assert len(case.option_mechanisms) == 11


def test_no_benchmark_is_met_and_the_two_conditional_options_hang_on_six(case):
    assert Counter(row.standard for row in case.benchmarks) == {
        "UN Security Council resolutions 2596 (2021) and 2626 (2022)": 6,
        "General Assembly, fifth session (1950)": 3,
    }
    assert Met.MET not in {row.status for row in case.benchmarks}
    assert Counter(row.option for row in case.option_benchmarks) == {"BR": 6, "CM": 6}


def test_steps_wait_for_benchmarks_of_their_own_option(case):
    waits = {(row.option, row.benchmark) for row in case.option_benchmarks}
    assert {row.option for row in case.stages} == {"CM", "BR"}
    assert all(row.action for row in case.stages)
    assert {(row.option, row.benchmark) for row in case.stages if row.benchmark} <= waits
    assert "addition of this example" in next(row.action for row in case.stages)


def test_every_option_but_one_rests_on_assumptions_that_some_future_breaks(case):
    found = {(row.option, row.scenario) for row in find_vulnerabilities(case)}
    assert {option for option, _ in found} == {"NR", "SP", "RE", "CM", "BR", "HP"}
    assert {("NR", "ranks-break"), ("CM", "hardliners"), ("HP", "returns")} <= found
    assert not any(scenario in ("solidarity", "pragmatists") for _, scenario in found)
    assert all(row.reason for row in case.assumptions)
    assert all(re.search(rf"\({LOCATOR}\)\.$", row.reason) for row in case.assumption_breaks)


def test_every_future_that_changes_something_has_its_signpost(case):
    changing = {row.scenario for row in case.score_changes}
    assert {row.scenario for row in case.signposts} == changing
    assert all(row.reopen_if and row.review_on > case.brief.dated for row in case.signposts)


def test_it_carries_its_own_counter_case_and_a_dissent_that_cite_their_places(case):
    said = (case.decision.strongest_case_against, case.decision.pre_mortem, case.dissents[0].text)
    assert all(len(places(text)) >= 2 for text in said)
    assert "imagined" in case.decision.pre_mortem
    (dissent,) = case.dissents
    assert "(illustrative)" in dissent.name
    assert dissent.prefers == "RE"


def test_the_judged_red_line_is_clear_for_each_ranked_option_with_a_reason(case):
    assert len(case.red_lines) == 3
    judged = {row.option: row for row in case.red_line_judgements}
    assert set(judged) == {row.id for row in case.options if not row.screened_out}
    assert all(row.verdict is Crossing.CLEAR and row.reason for row in judged.values())


def test_the_brief_recommends_what_leads_and_is_dated(case):
    assert case.brief.recommended == "CM"
    assert case.brief.dated is not None
    assert case.brief.to
    assert case.brief.sender
    assert case.brief.subject
    assert case.brief.bottom_line
    assert case.brief.recommendation


def test_every_claim_that_the_brief_prints_names_its_place_or_says_that_it_is_the_examples_own(
    case,
):
    claims = [(row.name, row.description) for row in case.options if not row.screened_out]
    claims += [(row.name, row.screened_out) for row in case.options if row.screened_out]
    claims += [(row.name, row.description) for row in case.scenarios]
    claims += [(row.name, row.reason) for row in case.conditions]
    claims += [(row.name, row.note) for row in case.benchmarks]
    claims += [(row.name, row.locator) for row in case.precedents]
    claims += [(row.name, row.reason) for row in case.assumptions]
    claims += [(row.name, row.reason) for row in case.perspectives if row.kind.value == "actor"]
    claims += [(f"{row.option} {row.criterion}", row.rationale) for row in case.scores]
    for name, text in claims:
        own = "this example" in text or "assum" in text.casefold() or "Neither document" in text
        assert "RA25" in text or "MJPS" in text or own, (name, text)


def test_each_sentence_of_the_background_names_its_place(case):
    told = case.decision.background.split(". ")
    facts = [
        text for text in told if "Taliban" in text or "sanctions" in text or "distance" in text
    ]
    assert facts
    assert all("RA25" in text or "MJPS" in text for text in facts)
