"""What stands for a name that was never given is known for it in every language."""

import datetime

import pytest
from msgspec import structs

from app.brief.compose import compose
from app.brief.markdown import write_markdown
from app.edits.perspectives import change_perspective
from app.exchange.samples import read_sample
from app.wording.language import LANGUAGES, speaking
from app.wording.unnamed import is_unnamed, unnamed

SAID = "the judgements of"


@pytest.mark.parametrize("code", LANGUAGES)
def test_it_is_known_in_whatever_language_it_was_said(code):
    with speaking(code):
        said = unnamed()

    assert is_unnamed(said)
    assert not is_unnamed("Rosa")


def brief_by(name):
    sample = read_sample()
    named = change_perspective(sample, sample.decision.assessor, name=name)
    english = structs.replace(named, brief=structs.replace(named.brief, language="en"))
    return write_markdown(compose(english, datetime.date(2026, 3, 1)))


def test_the_brief_says_whose_judgements_they_are_only_when_that_is_known():
    assert f"{SAID} Rosa" in brief_by("Rosa")
    assert SAID not in brief_by(unnamed())
