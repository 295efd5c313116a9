"""The briefs put before the judges: every kind in every language, and the worst of each."""

import datetime
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from msgspec import structs

from app.brief.blocks import Attachment, Document
from app.brief.compose import compose, compose_changes
from app.cli.brief_sources import origin_of, shared_copy
from app.exchange.samples import read_sample
from db.model import Assessment, BriefKind, BriefSettings, Decision
from db.model.rows import canonical
from tests.benchmarks.large import large_assessment
from tests.strategies import grown

TODAY = datetime.date(2026, 3, 1)
LANGUAGES = ("en", "fr", "ar")
SCRIPTS = (
    "وزارت صحت عامه می‌گوید که ۱۲ کلینیک (Option C) در هرات و بلخ باز شده است؛ ۲۵٪ زنان.",
    "ټولې پوسټې په ننګرهار، کندهار او هلمند کې پرانیستل شوې دي، ځېږدل شوي ښځې څه وایي.",
    "قالت وزارة الصحّة إنّ ١٢ عيادة أُعيد فتحها في هرات (انظر الملحق 3) بِسْمِ اللّٰهِ.",
    "Η πρόταση αξιολογήθηκε με οκτώ κριτήρια· ἡ ἀρχὴ τοῦ λόγου.",
    "Предложение оценено по восьми критериям; Україна, ћирилица, Ґ.",
    "Vie\u0323\u0302t Nam, e\u0328\u0301, i\u0308, c\u0327a, Z\u0335, a\u0301\u0327\u0323.",
    "Ærøskøbing, Łódź, Đà Nẵng, İstanbul, ½ → ≥ ✓ 漢字 \ue000 \u200b\u00ad",
)

Case = tuple[str, Document, Attachment | None]


def all_briefs(random_ones: int = 200) -> Iterator[Case]:
    """Yield every case with its name: the document and what is attached to it."""
    for language in LANGUAGES:
        yield from _kinds("example", in_language(read_sample(), language), attach=True)
        yield from _kinds("empty", in_language(_empty(), language))
    yield from _kinds("crowded", crowded())
    for language in ("en", "ar"):
        yield from _kinds("scripts", in_scripts(in_language(read_sample(), language)))
    for seed in range(random_ones):
        assessment = grown(seed, seed % 40)
        kind = tuple(BriefKind)[seed % 3]
        yield f"random {seed}", compose(assessment, TODAY, kind, origin_of(assessment)), None


def _kinds(name: str, assessment: Assessment, *, attach: bool = False) -> Iterator[Case]:
    """Yield each kind of brief, and what changed since another state; without and with the file."""
    origin = origin_of(assessment)
    before = earlier(assessment)
    composed = {
        **{kind.value: compose(assessment, TODAY, kind, origin) for kind in BriefKind},
        "changes": compose_changes(before, assessment, TODAY, origin_of(assessment, before)),
    }
    attachment = shared_copy(assessment, Path("assessment.poise")) if attach else None
    for kind, document in composed.items():
        called = f"{name} {assessment.brief.language} {kind}"
        yield called, document, None
        if attachment is not None:
            yield f"{called} attached", document, attachment


def in_language(assessment: Assessment, language: str) -> Assessment:
    """Return the assessment with its brief in a language."""
    return structs.replace(assessment, brief=structs.replace(assessment.brief, language=language))


def earlier(assessment: Assessment) -> Assessment:
    """Return a state in which every swing was another and the last option was not there."""
    weights = tuple(
        structs.replace(row, swing=float(1 + 7 * place % 100))
        for place, row in enumerate(assessment.weights)
    )
    return structs.replace(assessment, weights=weights)


def crowded() -> Assessment:
    """Return 50 options on 50 criteria, which take at least sixty pages to tell."""
    return large_assessment(options=50, criteria=50, assessors=1)


def _empty() -> Assessment:
    return Assessment(decision=Decision(id="D", title="Nothing yet"), brief=BriefSettings())


def in_scripts(assessment: Assessment) -> Assessment:
    """Return the assessment with every free text replaced by one in some script."""
    return canonical(_rewritten(assessment, random.Random(7)))


def _rewritten(value: Any, chance: random.Random) -> Any:
    if isinstance(value, tuple):
        return tuple(_rewritten(part, chance) for part in value)
    if not isinstance(value, msgspec.Struct):
        return value
    changed: dict[str, Any] = {}
    for field in msgspec.inspect.type_info(type(value)).fields:
        old = getattr(value, field.name)
        if isinstance(old, tuple | msgspec.Struct):
            changed[field.name] = _rewritten(old, chance)
        elif _is_free(field, old):
            changed[field.name] = _text(field.type.max_length, chance)
    return structs.replace(value, **changed)


def _is_free(field: Any, old: object) -> bool:
    """Tell whether a field holds somebody's words: long strings that are not ids or codes."""
    free = isinstance(field.type, msgspec.inspect.StrType) and (field.type.max_length or 0) >= 100
    kept = field.name in ("id", "language", "marking", "link") or field.name.endswith("_id")
    return free and bool(old) and not kept


def _text(limit: int, chance: random.Random) -> str:
    words = " ".join(chance.sample(SCRIPTS, len(SCRIPTS)))
    return f"{chance.randrange(10**6)} {words}"[:limit].rstrip()
