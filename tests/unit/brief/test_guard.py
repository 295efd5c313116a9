"""The language guard holds the program's own words, and suggests better ones to people."""

import datetime

import pytest
from hypothesis import HealthCheck, given, settings

from app.brief.blocks import Document
from app.brief.compose import compose, compose_changes
from app.brief.guard import check_text, check_typed
from app.edits import decision
from app.exchange.samples import read_sample
from app.wording import speaking
from app.wording.catalogue import read_entries
from app.wording.language import FOLDER, LANGUAGES
from app.wording.remarks import remark_sentence
from app.wording.terms import term
from db.model import Assessment, BriefKind, Confidence, Likelihood
from tests.messages import brief_messages
from tests.strategies import TEXTS, assessments
from tests.unit.brief.compose.said import texts

TODAY = datetime.date(2026, 3, 1)

# Names of grades on another scale, the Admiralty's for claims: not likelihoods of events.
GRADES = ("2 – probably true", "5 – improbable")


def generated(document: Document) -> list[str]:
    """What a brief says in the program's own words, paragraph by paragraph."""
    found = []
    for block in document.blocks:
        runs = getattr(block, "runs", ())
        found.append("".join(run.text for run in runs if not run.typed))
        found += [
            "".join(r.text for r in item if not r.typed) for item in getattr(block, "items", ())
        ]
        found += [
            "".join(run.text for run in cell.runs if not run.typed)
            for row in getattr(block, "rows", ())
            for cell in row
            if hasattr(cell, "runs")
        ]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", BriefKind)
def test_generated_text_of_the_worked_example_obeys_the_guard(
    kind: BriefKind, language: str
) -> None:
    sample = decision.change_brief(read_sample(), language=language)
    for text in generated(compose(sample, TODAY, kind)):
        with speaking(language):
            assert not check_text(text), text


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(assessments(4))
def test_generated_text_of_any_assessment_obeys_the_guard(assessment: Assessment) -> None:
    for kind in BriefKind:
        for text in generated(compose(assessment, TODAY, kind)):
            assert not check_text(text), text
    for text in generated(compose_changes(read_sample(), assessment, TODAY)):
        assert not check_text(text), text


def test_every_message_that_a_brief_may_hold_obeys_the_guard() -> None:
    for message in brief_messages():
        for text in message:
            assert text in GRADES or not check_text(text), text


def test_every_translation_obeys_the_guard_of_its_language() -> None:
    for code in set(LANGUAGES) - {"en"}:
        with speaking(code):
            for entry in read_entries(FOLDER / code / "LC_MESSAGES" / "counterpoise.po"):
                assert not [remark for text in entry.texts for remark in check_text(text)], entry


@pytest.mark.parametrize("band", Likelihood)
def test_the_bands_themselves_pass(band: Likelihood) -> None:
    for code in ("en", "fr"):
        with speaking(code):
            assert check_text(f"{term(band)}.") == ()


@pytest.mark.parametrize(
    ("text", "words", "suggestion"),
    [
        ("It will probably hold.", "probably", "likely"),
        ("That is highly improbable.", "highly improbable", "very unlikely"),
        ("They may well refuse.", "may well", "likely"),
        ("There is a good chance of a vote.", "good chance", "likely"),
        ("A return cannot be ruled out.", "cannot be ruled out", "unlikely"),
        ("The regime is bound to fall.", "is bound to", "almost certain"),
        ("An extremely likely outcome.", "extremely likely", "very likely"),
    ],
)
def test_words_of_another_row_and_hedges_are_found(text: str, words: str, suggestion: str) -> None:
    (remark,) = check_text(text)
    assert remark.words == words
    assert suggestion in remark.suggestions


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("fr", "C'est vraisemblable.", "vraisemblable"),
        ("fr", "Il viendra sans doute.", "sans doute"),
        ("ar", "من المحتمل أن يوافق.", "من المحتمل"),
        ("ar", "هذا غير محتمل.", "غير محتمل"),
        ("ar", "سيوافق على الأغلب.", "على الأغلب"),
        ("ar", "لا يستبعد أن يوافق.", "لا يستبعد"),
    ],
)
def test_the_guard_speaks_the_briefs_language(language: str, text: str, words: str) -> None:
    with speaking(language):
        (remark,) = check_text(text)
    assert remark.words == words
    assert remark.suggestions


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Avec une confiance élevée, c'est très probable."),
        ("ar", "بثقة عالية نرى أن هذا مرجح جدا."),
    ],
)
def test_confidence_beside_likelihood_is_found_in_every_language(language: str, text: str) -> None:
    with speaking(language):
        assert [remark.kind for remark in check_text(text)] == ["mixed"]


def test_likely_words_are_not_found_inside_others() -> None:
    assert check_text("An unlikely, improbability-free approval; a well may run dry.") == ()


def test_confidence_and_likelihood_in_one_sentence_are_found_and_apart_they_are_not() -> None:
    together = "We have high confidence that a vote is likely to fail."
    (remark,) = check_text(together)
    assert remark.kind == "mixed"
    assert check_text("A vote is likely to fail. We say so with high confidence.") == ()


@pytest.mark.parametrize("level", Confidence)
def test_a_low_confidence_counts_like_a_high_one(level: Confidence) -> None:
    assert check_text(f"With {level.value} confidence a strike is very unlikely.")


def test_typed_words_get_a_suggestion_and_stay_as_they_are() -> None:
    sample = read_sample()
    typed = decision.change_brief(sample, bottom_line="It will probably hold.")
    remarks = [remark for remark in check_typed(typed) if remark.where == "Bottom line"]
    assert [remark_sentence(r) for r in remarks] == [
        "Bottom line: “probably” is not of the one row of likelihoods. Write “likely”."
    ]
    assert "It will probably hold." in set(texts(compose(typed, TODAY)))


def test_typed_words_are_checked_in_the_briefs_language() -> None:
    french = decision.change_brief(
        read_sample(), language="fr", bottom_line="Un vote est vraisemblable."
    )
    (remark,) = (r for r in check_typed(french) if r.where == "Bottom line")
    assert remark.suggestions == ("probable",)
    english = decision.change_brief(french, language="en")
    assert not [r for r in check_typed(english) if r.where == "Bottom line"]


@pytest.mark.parametrize("text", TEXTS)
def test_hostile_text_is_read_through(text: str) -> None:
    assert check_text(text) == ()


def test_a_long_text_is_checked_in_no_time() -> None:
    assert len(check_text("probably " * 2000)) == 2000
