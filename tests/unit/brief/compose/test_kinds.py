"""Each kind of brief is as long as its reader has time, and says who wrote what."""

import datetime
import io
import itertools

import msgspec
import pypdf
import pytest

from app.brief.blocks import Choices, Contents, Document, Heading, ListBlock, Paragraph, Run
from app.brief.compose import compose, missing_parts, overlong_parts
from app.brief.compose.matter import CALCULATED
from app.brief.compose.sections import sections_of
from app.brief.origin import Origin
from app.brief.pdf import render
from app.edits import decision
from app.exchange.samples import read_sample
from db.model import Assessment, BriefKind, BriefSection, BriefState, Paper, Shown
from tests.strait import strait
from tests.unit.brief.compose.said import body, changed, headings, is_generated, rows, said, section

TODAY = datetime.date(2026, 3, 1)
LANGUAGES = ("en", "fr")


@pytest.fixture(scope="module")
def sample() -> Assessment:
    return read_sample()


def pages(document: Document) -> list[str]:
    reader = pypdf.PdfReader(io.BytesIO(render(document)))
    return [page.extract_text() for page in reader.pages]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", Paper)
def test_the_note_of_the_worked_example_is_one_page(
    sample: Assessment, paper: Paper, language: str
) -> None:
    told = decision.change_brief(sample, paper=paper, language=language)
    assert len(pages(compose(told, TODAY, BriefKind.NOTE))) == 1


def test_the_body_of_the_worked_examples_memo_is_three_pages(sample: Assessment) -> None:
    found = pages(compose(sample, TODAY, BriefKind.MEMO))
    assert next(i for i, text in enumerate(found) if "Annex A: Options" in text) == 3


def test_a_note_begins_with_the_bottom_line_and_asks_for_an_answer(sample: Assessment) -> None:
    note = compose(sample, TODAY, BriefKind.NOTE)
    assert headings(note, 2) == ["Bottom line", "Recommendation", "The ranking"]
    assert sample.brief.bottom_line in section(note, "Bottom line")
    (boxes,) = (b for b in note.blocks if isinstance(b, Choices))
    assert boxes.options == ("Agree", "Do not agree", "Discuss")
    assert "What would change it:" in said(note)


def test_a_note_without_a_bottom_line_gives_the_verdict_in_its_place(sample: Assessment) -> None:
    silent = decision.change_brief(sample, bottom_line="")
    note = compose(silent, TODAY, BriefKind.NOTE)
    assert "Conditional membership leads with 53.6" in section(note, "Bottom line")
    assert said(note).count("Conditional membership leads with 53.6") == 1


@pytest.mark.parametrize("language", [*LANGUAGES, "ar"])
@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("words", [4, 40, 120, 400])
def test_a_note_tells_question_and_next_steps_as_far_as_its_page_has_room(
    paper: Paper, language: str, words: int
) -> None:
    steps = "Write to the mediators. " * (words // 4)
    told = decision.change_brief(strait(), paper=paper, language=language, next_steps=steps)
    note = compose(told, TODAY, BriefKind.NOTE)
    assert len(pages(note)) == 1
    assert strait().decision.question in said(note)
    assert "Write to the mediators." not in said(note) or words < 120


def test_a_small_decision_has_its_next_steps_on_its_note(sample: Assessment) -> None:
    assert strait().brief.next_steps in said(compose(strait(), TODAY, BriefKind.NOTE))
    assert sample.brief.next_steps not in said(compose(sample, TODAY, BriefKind.NOTE))


def test_a_note_tells_once_where_the_leader_loses() -> None:
    printed = said(compose(strait(), TODAY, BriefKind.NOTE))
    assert printed.count("in “Mines are laid” Quiet diplomacy") == 1
    assert "0 of 1" not in printed


def test_a_note_names_every_option_even_those_after_its_table(sample: Assessment) -> None:
    printed = said(compose(sample, TODAY, BriefKind.NOTE))
    assert all(o.name in printed for o in sample.options if not o.screened_out)


def test_an_overlong_bottom_line_is_named_for_a_note_alone(sample: Assessment) -> None:
    long = decision.change_brief(sample, bottom_line="word " * 80)
    assert overlong_parts(long, BriefKind.NOTE)
    assert not overlong_parts(long, BriefKind.MEMO)
    assert not overlong_parts(sample, BriefKind.NOTE)


def test_a_note_does_not_miss_a_question(sample: Assessment) -> None:
    silent = decision.change_decision(sample, question="")
    assert missing_parts(silent, BriefKind.MEMO) == ("the question",)
    assert missing_parts(silent, BriefKind.NOTE) == ()


def test_a_report_has_contents_its_tables_in_the_body_and_every_rationale(
    sample: Assessment,
) -> None:
    report = compose(sample, TODAY, BriefKind.REPORT)
    assert any(isinstance(b, Contents) for b in report.blocks)
    assert {"What would change the ranking", "Benchmarks and steps", "What to watch"} <= set(
        headings(body(report), 2)
    )
    assert rows(body(report), "The actors' view")
    printed = said(report)
    assert all(score.rationale in printed for score in sample.scores)
    memo = said(compose(sample, TODAY, BriefKind.MEMO))
    assert all(score.rationale in memo for score in sample.scores)


def test_the_settings_choose_the_kind(sample: Assessment) -> None:
    note = decision.change_brief(sample, kind=BriefKind.NOTE)
    assert compose(note, TODAY) == compose(note, TODAY, BriefKind.NOTE)


@pytest.mark.parametrize("kind", BriefKind)
def test_the_mark_tells_generated_paragraphs_and_is_explained_once(
    sample: Assessment, kind: BriefKind
) -> None:
    document = compose(sample, TODAY, kind)
    paragraphs = [b for b in document.blocks if isinstance(b, Paragraph)]
    explained = [p for p in paragraphs if p.runs[0].text == CALCULATED]
    assert len(explained) == 1
    assert "Worded by Counterpoise" in said(explained)
    for text in (sample.brief.recommendation, sample.brief.bottom_line):
        own = [p for p in paragraphs if any(run.typed and run.text == text for run in p.runs)]
        # What the program adds to a person's paragraph carries the mark behind it.
        assert all(p.runs[-1].typed or is_generated(p) for p in own)
    unmarked = [
        p
        for p in paragraphs
        if not is_generated(p) and not any(run.typed for run in p.runs) and p not in explained
    ]
    assert unmarked == []


def test_a_draft_says_so_on_every_page_until_it_is_final(sample: Assessment) -> None:
    assert compose(sample, TODAY).header == "Draft · Illustration"
    final = decision.change_brief(sample, state=BriefState.FINAL)
    assert compose(final, TODAY).header == "Illustration"
    real = decision.change_decision(final, illustrative="")
    assert compose(real, TODAY).header == ""


def test_sections_can_be_left_out_moved_and_given_own_words(sample: Assessment) -> None:
    chosen = changed(
        sample,
        brief_sections=(
            BriefSection(id="views", text="Partners were asked in March."),
            BriefSection(id="risks"),
            BriefSection(id="background", shown=Shown.NO),
            BriefSection(id="handling", text="No press lines before the vote."),
            BriefSection(id="annex-sources", shown=Shown.NO),
        ),
    )
    memo = compose(chosen, TODAY, BriefKind.MEMO)
    titles = headings(memo, 2)
    assert "Background" not in titles
    assert titles.index("Views of those concerned") < titles.index("Risks and conditions")
    assert "Partners were asked in March." in section(memo, "Views of those concerned")
    assert section(memo, "Handling and communications").startswith("No press lines")
    assert not any(title.endswith(": Sources") for title in titles)
    own = next(
        b for b in memo.blocks if isinstance(b, Paragraph) and "Partners were asked" in said(b)
    )
    assert own.runs == (Run("Partners were asked in March.", typed=True),)


def test_a_section_that_is_only_the_officers_has_no_heading_without_words(
    sample: Assessment,
) -> None:
    empty = changed(sample, brief_sections=(BriefSection(id="handling"),))
    assert "Handling and communications" not in headings(compose(empty, TODAY))


def test_a_row_for_a_section_that_no_brief_has_changes_nothing(sample: Assessment) -> None:
    odd = changed(sample, brief_sections=(BriefSection(id="afterthoughts", text="x"),))
    assert compose(odd, TODAY) == compose(sample, TODAY)


@pytest.mark.parametrize("kind", BriefKind)
def test_every_section_has_a_name_of_its_own_that_a_row_can_bear(kind: BriefKind) -> None:
    names = [section.name for section in sections_of(kind)]
    assert len(set(names)) == len(names)
    for name in names:
        msgspec.convert({"id": name}, BriefSection)


def test_fingerprint_seed_samples_and_versions_stand_in_memo_and_report(
    sample: Assessment,
) -> None:
    origin = Origin(fingerprint="0123456789abcdef" * 4, versions=("Counterpoise 9.9", "zlib 1"))
    for kind in (BriefKind.MEMO, BriefKind.REPORT):
        document = compose(sample, TODAY, kind, origin)
        block = section(document, "How to make this brief again")
        assert "01234567 89abcdef" in block
        assert "50\u202f000 weightings, always the same ones (seed 0)" in block
        assert "Counterpoise 9.9, zlib 1" in block
    assert origin.fingerprint in compose(sample, TODAY, BriefKind.NOTE, origin).keywords


def test_effort_is_told_in_its_unit_where_somebody_stated_it(sample: Assessment) -> None:
    costed = changed(
        sample,
        decision={"effort_unit": "staff"},
        options=tuple(
            msgspec.structs.replace(row, effort=12.0 if row.id == "CM" else None)
            for row in sample.options
        ),
    )
    memo = compose(costed, TODAY, BriefKind.MEMO)
    assert "in staff: Conditional membership 12." in section(memo, "Implications")
    assert "Implications" not in headings(compose(sample, TODAY))


def test_short_descriptions_stand_in_the_memos_own_table(sample: Assessment) -> None:
    brief = changed(
        sample,
        options=tuple(
            msgspec.structs.replace(row, description=f"In short: {row.code}.")
            for row in sample.options
        ),
    )
    memo = compose(brief, TODAY, BriefKind.MEMO)
    assert rows(memo, "The options, best first")[0][2] == "In short: CM."
    long = compose(sample, TODAY, BriefKind.MEMO)
    assert rows(long, "What the options are")[0][1] == sample.option_by_id["NR"].description


def test_headings_never_skip_a_level(sample: Assessment) -> None:
    for kind in BriefKind:
        levels = [b.level for b in compose(sample, TODAY, kind).blocks if isinstance(b, Heading)]
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_a_report_lists_more_crossovers_than_a_memo(sample: Assessment) -> None:
    def flips(kind: BriefKind) -> int:
        lists = (b for b in compose(sample, TODAY, kind).blocks if isinstance(b, ListBlock))
        return next(len(b.items) for b in lists if "stays first unless" in said(b))

    assert flips(BriefKind.REPORT) > flips(BriefKind.MEMO)
