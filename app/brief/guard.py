"""The language guard: one row of likelihoods, and never confidence beside likelihood.

After Intelligence Community Directive 203, Analytic Standards (Office of the Director of National
Intelligence, 2015), D.6.e(2): degrees of likelihood come from one row of terms, and a judgement's
confidence does not stand in one sentence with a likelihood.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from app.wording import _
from app.wording.language import language, speaking
from app.wording.terms import term
from db.model import Assessment, Likelihood


@dataclass(frozen=True)
class Remark:
    """A word that breaks a rule: where it stands, which rule, and what could stand instead.

    kind: "other row", "hedge" or "mixed".
    """

    where: str
    words: str
    kind: str
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Vocabulary:
    """One language's words as patterns, each with the bands that could stand instead."""

    other_row: dict[str, tuple[Likelihood, ...]]
    hedges: dict[str, tuple[Likelihood, ...]]
    confidence: str
    bands: str


_UP = (Likelihood.LIKELY, Likelihood.VERY_LIKELY)
_DOWN = (Likelihood.UNLIKELY, Likelihood.VERY_UNLIKELY)

_VOCABULARIES = {
    "en": _Vocabulary(
        other_row={
            r"highly improbable": (Likelihood.VERY_UNLIKELY,),
            r"highly probable": (Likelihood.VERY_LIKELY,),
            r"improbabl[ey]": (Likelihood.UNLIKELY,),
            r"probabl[ey]": (Likelihood.LIKELY,),
            r"remote (?:chance|possibility)|remotely": (Likelihood.ALMOST_NO_CHANCE,),
            r"(?:even|fifty-fifty) odds|(?<!roughly )even chances?|toss-up": (
                Likelihood.EVEN_CHANCE,
            ),
            r"nearly certain(?:ly)?": (Likelihood.ALMOST_CERTAIN,),
            r"(?:highly|extremely|most) likely": (Likelihood.VERY_LIKELY,),
            r"(?:highly|extremely|most) unlikely": (Likelihood.VERY_UNLIKELY,),
        },
        hedges={
            r"(?:may|might|could) well": (Likelihood.LIKELY,),
            r"(?:presumably|arguably|conceivably|in all likelihood|doubtless(?:ly)?)": _UP,
            r"(?:good|fair|decent|strong|high) (?:chance|prospect|odds)": _UP,
            r"(?:little|slim|poor|small|low) (?:chance|prospect|odds)": _DOWN,
            r"(?:cannot|can not|can't) be (?:ruled out|excluded)": _DOWN,
            r"(?:is|are|was|were) (?:certain|bound|sure) to": (Likelihood.ALMOST_CERTAIN,),
        },
        confidence=r"(?:high|moderate|medium|low) confidence|confiden(?:t|tly|ce)",
        bands=(
            r"almost no chance|(?:very )?unlikely|(?:very )?likely|roughly even chance|"
            r"almost certain(?:ly)?"
        ),
    ),
    "fr": _Vocabulary(
        other_row={
            r"hautement improbables?": (Likelihood.VERY_UNLIKELY,),
            r"hautement probables?": (Likelihood.VERY_LIKELY,),
            r"vraisemblables?|vraisemblablement": (Likelihood.LIKELY,),
            r"invraisemblables?": (Likelihood.UNLIKELY,),
            r"une chance sur deux": (Likelihood.EVEN_CHANCE,),
        },
        hedges={
            r"(?:peut|pourrait|pourraient|peuvent) bien": (Likelihood.LIKELY,),
            r"sans doute|sûrement|certainement": _UP,
            r"(?:bonnes?|fortes?) chances?": _UP,
            r"(?:peu|faibles?) (?:de )?chances?": _DOWN,
            r"n'est pas (?:exclue?|à exclure)": _DOWN,
        },
        confidence=r"confiance (?:élevée|moyenne|faible)|niveau de confiance",
        bands=(
            r"presque aucune chance|(?:très )?improbables?|(?:très )?probables?|probablement|"
            r"chances à peu près égales|presque certain(?:e|es|s)?"
        ),
    ),
    "ar": _Vocabulary(
        other_row={
            r"(?:من )?غير المحتمل|غير محتملة?": (Likelihood.UNLIKELY,),
            r"(?<!غير )(?:من المحتمل(?: جدا)?|محتملة?(?: جدا)?)": (Likelihood.LIKELY,),
            r"(?:ال)?راجحة?": (Likelihood.LIKELY,),
            r"احتمال (?:كبير|قوي|عال)": (Likelihood.VERY_LIKELY,),
            r"احتمال (?:ضعيف|ضئيل|بعيد)": (Likelihood.VERY_UNLIKELY,),
            r"شبه مؤكدة?": (Likelihood.ALMOST_CERTAIN,),
        },
        hedges={
            r"على الأغلب|في أغلب الظن": _UP,
            r"(?:بلا|لا|دون) شك|لا ريب|بالتأكيد|حتما": (Likelihood.ALMOST_CERTAIN,),
            r"فرصة (?:كبيرة|جيدة|قوية)": _UP,
            r"فرصة (?:ضئيلة|ضعيفة|محدودة)": _DOWN,
            r"لا يُ?ستبعد": _DOWN,
        },
        confidence=r"[بلو]?(?:ال)?ثقة (?:ال)?(?:عالية|متوسطة|منخفضة)|مستوى (?:ال)?ثقة",
        bands=(
            r"معدوم الاحتمال|مستبعدة?(?: جدا)?|متكافئ الاحتمال(?: تقريبا)?|"
            r"مرجحة?(?: جدا)?|يكاد يكون مؤكدا"
        ),
    ),
}

_SENTENCE = re.compile(r"[^.!?؟\n]+(?:[.!?؟](?=\s|$)|[.!?؟\n]|$)")


def check_text(text: str, where: str = "") -> tuple[Remark, ...]:
    """The remarks on a text in the language that is spoken now, in the order of the words.

    Empty for a language whose likelihood words are not known here.
    """
    vocabulary = _VOCABULARIES.get(language())
    if vocabulary is None:
        return ()
    found = sorted(_words(text, where, vocabulary), key=lambda pair: pair[0])
    mixed = _mixed(text, where, vocabulary)
    return (*(remark for _place, remark in found), *mixed)


def check_typed(assessment: Assessment) -> tuple[Remark, ...]:
    """The remarks on everything that the officers say in the brief in their own words.

    The suggestions are in the brief's language; nothing is changed.
    """
    parts = tuple(_typed_parts(assessment))
    with speaking(assessment.brief.language):
        return tuple(remark for where, text in parts for remark in check_text(text, where))


def _typed_parts(assessment: Assessment) -> Iterator[tuple[str, str]]:
    """Each text with the name of the part of the brief, in the language of the window."""
    brief, decision = assessment.brief, assessment.decision
    yield _("Bottom line"), brief.bottom_line
    yield _("Recommendation"), brief.recommendation
    yield _("Question"), decision.question
    yield _("Background"), decision.background
    yield _("State of affairs"), decision.state_of_affairs
    yield _("Next steps"), brief.next_steps
    yield _("Reason for the date"), brief.decide_because
    yield _("Reason for the decision"), decision.taken_because
    yield _("The strongest case against"), decision.strongest_case_against
    for section in assessment.brief_sections:
        yield _("Section “{name}”").format(name=section.id), section.text
    for row in assessment.scenarios:
        yield _("Scenario “{name}”").format(name=row.name), row.description


def _words(text: str, where: str, vocabulary: _Vocabulary) -> Iterator[tuple[int, Remark]]:
    taken: list[tuple[int, int]] = []
    for kind, rows in (("other row", vocabulary.other_row), ("hedge", vocabulary.hedges)):
        for pattern, bands in rows.items():
            for match in _pattern(pattern).finditer(text):
                start, end = match.span()
                if any(start < last and first < end for first, last in taken):
                    continue
                taken.append((start, end))
                suggestions = tuple(term(band) for band in bands)
                yield start, Remark(where, match.group(), kind, suggestions)


def _mixed(text: str, where: str, vocabulary: _Vocabulary) -> Iterator[Remark]:
    for sentence in _SENTENCE.findall(text):
        sure = _pattern(vocabulary.confidence).search(sentence)
        band = _pattern(vocabulary.bands).search(sentence)
        if sure and band:
            yield Remark(where, f"{sure.group()} … {band.group()}", "mixed")


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
