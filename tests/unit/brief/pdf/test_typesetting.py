"""Runs become text in the right direction, language and size, with links only where allowed."""

import pytest

from app.brief.blocks import Heading, Run, said, typed
from app.brief.pdf.faces import load_family
from app.brief.pdf.story import find_anchors
from app.brief.pdf.styles import BODY, LINK, readable_accent, tint
from app.brief.pdf.typesetting import Typesetter
from app.charts.style import contrast
from tests.unit.brief.pdf.documents import DARI, document


def typesetter(**fields) -> Typesetter:
    whole = document(Heading(2, "Here", anchor="here"), **fields)
    return Typesetter(whole, load_family(), find_anchors(whole))


def shape(*runs, direction=None, **fields):
    setter = typesetter(**fields)
    return setter.shape(runs, BODY, setter.voice("", direction))


def levels_of(shaped, part: str) -> set:
    start = shaped.text.index(part)
    return set(shaped.levels[start : start + len(part)])


def test_an_inserted_value_keeps_its_own_direction():
    shaped = shape(said("گزینهٔ دوم — "), typed("25% of staff"), direction="rtl")
    assert levels_of(shaped, "25% of staff") == {2}


def test_without_isolation_the_value_would_be_torn_apart():
    shaped = shape(said("گزینهٔ دوم — 25% of staff"), direction="rtl")
    assert len(levels_of(shaped, "25% of staff")) > 1


def test_a_name_does_not_turn_the_sentence_around_it():
    shaped = shape(said("Cleared by "), typed("محمد"), said(" (12) in Kabul."))
    assert levels_of(shaped, " (12) in Kabul.") == {0}
    assert levels_of(shaped, "محمد") == {1}


@pytest.mark.parametrize(
    ("runs", "direction", "base"),
    [
        ((typed(DARI),), None, 1),
        ((typed("Option C: وزارت صحت عامه"),), None, 1),
        ((typed("plain"),), None, 0),
        ((typed(DARI),), "ltr", 0),
        ((said("Of "), typed(DARI)), None, 0),
        ((typed("12 %"),), "rtl", 1),
    ],
)
def test_typed_paragraphs_take_their_own_direction_unless_told(runs, direction, base):
    assert shape(*runs, direction=direction).base == base


def test_a_long_typed_text_runs_its_own_way_behind_a_label_in_another_script():
    label, advice = (
        said("\u062a\u0648\u0635\u064a\u0629: "),
        typed("Seek limited seats, and keep them. " * 6),
    )
    assert shape(label, advice, direction=None, language="ar").base == 0
    assert shape(label, typed("Seats"), direction="rtl", language="ar").base == 1


def test_the_direction_of_the_document_holds_for_its_own_words():
    assert shape(said("12"), direction=None, language="fa-AF").base == 0
    setter = typesetter(direction="rtl")
    assert setter.shape((said("12"),), BODY, setter.voice()).base == 1


def elements(shaped) -> list:
    return [s.strand.element for s in shaped.segments if s.strand.element]


def test_text_in_another_language_says_so():
    (span,) = elements(shape(said("In "), typed("Kabul", language="fr")))
    assert (span.tag, span.language) == ("Span", "fr")


def test_text_in_the_language_of_the_document_needs_no_span():
    assert elements(shape(said("In "), typed("Kabul", language="en-GB"))) == []


def test_an_allowed_address_becomes_a_link_that_says_where_it_leads():
    shaped = shape(Run("guidance", link="https://example.org/a"))
    strand = shaped.segments[0].strand
    assert strand.link.address == "https://example.org/a"
    assert strand.link.description == "guidance (example.org)"
    assert strand.colour == LINK
    assert strand.element.tag == "Link"


@pytest.mark.parametrize("run", [Run("x", link="javascript:x"), Run("x", target="nowhere")])
def test_anything_else_stays_plain_text(run):
    strand = shape(run).segments[0].strand
    assert strand.link is None
    assert strand.element is None
    assert strand.colour != LINK


def test_a_known_anchor_becomes_a_link():
    assert shape(Run("there", target="here")).segments[0].strand.link.anchor == "here"


def test_a_raised_run_is_smaller_and_higher():
    shaped = shape(said("text"), Run("1", raised=True))
    body, note = (segment.strand for segment in shaped.segments)
    assert note.size < body.size
    assert note.rise > 0


def test_a_text_too_long_for_its_place_is_cut_with_an_ellipsis():
    setter = typesetter()
    shaped = setter.say_within("a very long marking " * 9, BODY, setter.voice(), 100)
    assert shaped.text.endswith("…")
    assert shaped.width <= 100


@pytest.mark.parametrize("colour", ["#ffffff", "#ffff00", "#1f3a5f", "#000000", "#ff6600"])
def test_an_accent_is_always_readable_on_paper(colour):
    assert contrast(readable_accent(colour), "#ffffff") >= 4.5


@pytest.mark.parametrize("tone", ["neutral", "good", "bad", "accent"])
def test_text_is_readable_on_every_tint(tone):
    assert contrast(tint(tone, 1.0), "#1a1a1a") >= 7
    assert tint(tone, 0.0) == "#ffffff"
