"""What a brief says is translated whole, in its own language, in its own thread."""

import datetime
import re
import threading

import pytest

from app.brief.blocks import Figure
from app.brief.compose import compose
from app.edits import decision
from app.exchange.samples import read_sample
from app.wording import speaking, use_language
from app.wording.catalogue import Entry, read_catalogue, read_entries
from app.wording.dates import long_date
from app.wording.language import FOLDER, LANGUAGES, language
from app.wording.numbers import percent, points, score, signed
from db.model import BriefKind
from tests.catalogues import FORMS, as_po
from tests.messages import (
    brief_messages,
    brief_sources,
    program_messages,
    unreadable_calls,
)
from tests.unit.brief.compose.said import said

TRANSLATED = sorted(set(LANGUAGES) - {"en"})
FIELD = re.compile(r"{(\w*)(?::[^}]*)?}")


def entries(code: str) -> dict[str, Entry]:
    path = FOLDER / code / "LC_MESSAGES" / "counterpoise.po"
    return {entry.message: entry for entry in read_entries(path) if entry.message}


def translated(code: str) -> list[Entry]:
    """The entries that have a translation."""
    return [entry for entry in entries(code).values() if all(entry.texts)]


@pytest.mark.parametrize("code", TRANSLATED)
def test_every_message_of_a_brief_is_translated(code: str) -> None:
    known = entries(code)
    missing = [
        as_po(message, (), FORMS[code])
        for message in brief_messages()
        if message.one not in known or not all(known[message.one].texts)
    ]
    assert not missing, "to be translated:\n" + "\n".join(missing)


@pytest.mark.parametrize("code", TRANSLATED)
def test_every_message_of_the_program_is_translated(code: str) -> None:
    known = entries(code)
    missing = {
        module: wanted
        for module, messages in program_messages().items()
        if (
            wanted := [
                message.one
                for message in messages
                if message.one not in known or not all(known[message.one].texts)
            ]
        )
    }
    assert missing == {}, "python -m tests.catalogues lists them in the catalogues"


@pytest.mark.parametrize("code", TRANSLATED)
def test_no_translation_is_of_a_message_that_is_gone(code: str) -> None:
    said_now = {m.one for messages in program_messages().values() for m in messages}
    assert set(entries(code)) <= said_now


@pytest.mark.parametrize("code", TRANSLATED)
def test_translations_fill_the_places_that_their_messages_have(code: str) -> None:
    for entry in translated(code):
        wanted = set(FIELD.findall(entry.message)) | set(FIELD.findall(entry.plural))
        for text in entry.texts:
            found = set(FIELD.findall(text))
            assert found == wanted or (entry.plural and found <= wanted), entry


@pytest.mark.parametrize("code", TRANSLATED)
def test_plurals_have_as_many_forms_as_the_language(code: str) -> None:
    assert {len(e.texts) for e in entries(code).values() if e.plural} == {FORMS[code]}
    assert {len(e.texts) for e in entries(code).values() if not e.plural} == {1}


def test_only_literal_text_is_given_to_be_translated() -> None:
    elsewhere = {"app.wording.refusals"}  # its sentences come with the errors
    found = [s.module for s in brief_sources() if unreadable_calls(s)]
    assert set(found) <= elsewhere


def test_a_brief_speaks_its_own_language_and_leaves_the_windows_alone() -> None:
    french = decision.change_brief(read_sample(), language="fr")
    document = compose(french, datetime.date(2026, 3, 1), BriefKind.MEMO)
    assert document.language == "fr"
    assert "7 avril 2025" in said(document)
    assert "53,6" in said(document)
    assert language() == "en"
    assert "7 April 2025" in said(compose(read_sample(), datetime.date(2026, 3, 1)))


def test_two_threads_speak_two_languages_at_once() -> None:
    day = datetime.date(2025, 4, 7)
    heard: dict[str, str] = {}
    barrier = threading.Barrier(2)

    def speak(code: str) -> None:
        with speaking(code):
            barrier.wait()
            heard[code] = long_date(day)
            barrier.wait()

    threads = [threading.Thread(target=speak, args=(code,)) for code in ("en", "fr")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert heard == {"en": "7 April 2025", "fr": "7 avril 2025"}


def test_a_thread_speaks_the_windows_language_unless_told_otherwise() -> None:
    heard = []
    use_language("fr")
    try:
        with speaking("en"):
            thread = threading.Thread(target=lambda: heard.append(language()))
            thread.start()
            thread.join()
            assert language() == "en"
    finally:
        use_language("en")
    assert heard == ["fr"]


def test_a_brief_in_a_language_without_texts_is_in_english() -> None:
    odd = decision.change_brief(read_sample(), language="tlh")
    assert compose(odd, datetime.date(2026, 3, 1)).language == "en-GB"


@pytest.mark.parametrize("code", ["fr", "fr-CA", "FR_be"])
def test_a_region_is_no_obstacle(code: str) -> None:
    with speaking(code):
        assert language() == "fr"


def test_numbers_and_dates_follow_the_language() -> None:
    with speaking("fr"):
        assert points(53.6) == "53,6"
        assert signed(-6.1) == "−6,1"
        assert percent(0.372) == "37,2\u00a0%"
        assert score(0.5) == "0,5"
        assert long_date(datetime.date(2026, 3, 1)) == "1er mars 2026"
        assert long_date(datetime.date(2026, 3, 2)) == "2 mars 2026"


def test_a_sign_stays_before_its_number_in_text_from_the_right() -> None:
    with speaking("ar"):
        assert signed(6.1) == "\u200e+6.1"
        assert points(53.6) == "53.6"


def test_an_arabic_brief_is_read_from_the_right_charts_and_all() -> None:
    arabic = decision.change_brief(read_sample(), language="ar")
    document = compose(arabic, datetime.date(2026, 3, 1), BriefKind.REPORT)
    assert (document.language, document.direction) == ("ar", "rtl")
    charts = [block.chart for block in document.blocks if isinstance(block, Figure)]
    assert charts
    assert {chart.direction for chart in charts} == {"rtl"}
    english = compose(read_sample(), datetime.date(2026, 3, 1))
    assert english.direction == "ltr"


def test_arabic_sentences_isolate_what_is_put_into_them() -> None:
    for entry in translated("ar"):
        for text in entry.texts:
            fields, isolated = len(FIELD.findall(text)), text.count("\u2068{")
            assert isolated in (0, fields)
            opened = sum(map(text.count, ("\u2066", "\u2067", "\u2068")))
            assert opened == text.count("\u2069")


def test_a_catalogue_is_read_with_comments_breaks_and_gaps(tmp_path) -> None:
    path = tmp_path / "x.po"
    path.write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
        '"Plural-Forms: nplurals=2; plural=n > 1;\\n"\n\n# note\n'
        'msgid "a "\n"b"\nmsgstr "\\"é\\""\n'
        'msgid "gap"\nmsgstr ""\n\nmsgid "{n} x"\nmsgid_plural "{n} xs"\n'
        'msgstr[0] "{n} y"\nmsgstr[1] "{n} ys"\n',
        encoding="utf-8",
    )
    found = read_catalogue(path)
    assert found.gettext("a b") == '"é"'
    assert found.gettext("gap") == "gap"
    assert [found.ngettext("{n} x", "{n} xs", n) for n in (0, 2)] == ["{n} y", "{n} ys"]


def test_a_line_that_is_no_catalogue_is_refused(tmp_path) -> None:
    path = tmp_path / "x.po"
    path.write_text("msgid unquoted\n", encoding="utf-8")
    with pytest.raises(ValueError, match="no text in quotes"):
        read_catalogue(path)
