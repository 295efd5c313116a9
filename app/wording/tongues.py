"""In which language an officer's own texts seem to be written."""

import re
from collections import Counter

from db.model import Assessment

from .language import LANGUAGES, _

COMMON = {
    "en": "the of and to in is for with by that be are not on from it as at",
    "fr": "le la les des du et un une est pour avec par que ne pas dans sur au aux",
}
"""Words that nobody writes a few sentences without, none of them shared."""
LEAST = 3
"""So many such words, or words in Arabic letters, tell a language."""


def written_in(assessment: Assessment) -> str:
    """The code of the language of the texts that a brief prints; empty where it cannot be told."""
    decision, brief = assessment.decision, assessment.brief
    texts = (
        decision.title,
        decision.question,
        decision.background,
        brief.bottom_line,
        brief.recommendation,
        brief.next_steps,
        *(text for row in assessment.options for text in (row.name, row.description)),
        *(row.name for row in assessment.criteria),
    )
    known = {word: code for code, common in COMMON.items() for word in common.split()}
    found = Counter[str]()
    for word in re.findall(r"\w+", " ".join(texts).lower()):
        found.update([known[word]] if word in known else [])
        found["ar"] += "\u0600" <= word[0] <= "\u06ff"
    code, count = found.most_common(1)[0] if found else ("", 0)
    return code if count >= LEAST else ""


def own_words_sentence(assessment: Assessment) -> str:
    """That an officer's texts stay as they are in a brief in another language; else empty."""
    spoken, written = assessment.brief.language, written_in(assessment)
    if not written or written == spoken or spoken not in LANGUAGES:
        return ""
    return _(
        "Your own texts seem to be in {written}. They are printed as you wrote them; only what the "
        "program says is in {spoken}."
    ).format(written=LANGUAGES[written], spoken=LANGUAGES[spoken])
