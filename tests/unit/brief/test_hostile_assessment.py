"""Hostile text in every field of an assessment: composed, rendered, and it does nothing."""

import datetime
from typing import Any

import msgspec
import pytest
from msgspec import structs

from app.brief.clean import clean
from app.brief.compose import compose
from app.brief.docx import write_docx
from app.brief.markdown import write_markdown
from app.brief.pdf import render
from app.exchange.samples import read_sample
from db.model import Assessment
from db.model.rows import canonical
from tests.unit.brief.pdf.reading import read
from tests.unit.brief.pdf.test_hostile import HOSTILE, links, public, visible, watched

TODAY = datetime.date(2026, 3, 1)
SAMPLE = read_sample()
AT_ONCE = 12
"""So many hostile strings are put into one assessment, field by field in turn."""


def filled(texts: tuple[str, ...]) -> Assessment:
    """The example with these texts, in turn, in every field that somebody can type into."""
    place = [0]

    def refill(value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(refill(part) for part in value)
        if not isinstance(value, msgspec.Struct):
            return value
        changes: dict[str, Any] = {}
        for field in msgspec.inspect.type_info(type(value)).fields:
            old = getattr(value, field.name)
            if isinstance(old, tuple | msgspec.Struct):
                changes[field.name] = refill(old)
            elif _is_typed(field):
                place[0] += 1
                text = texts[place[0] % len(texts)]
                changes[field.name] = f"{place[0]} {text}"[: field.type.max_length]
        return structs.replace(value, **changes)

    return canonical(refill(SAMPLE))


def _is_typed(field: Any) -> bool:
    kind = field.type
    long = isinstance(kind, msgspec.inspect.StrType) and (kind.max_length or 0) >= 100
    return long and field.name not in ("id", "language")


@pytest.fixture(scope="module", autouse=True)
def _everything_is_loaded():
    document = compose(SAMPLE, TODAY)
    render(document), write_docx(document), write_markdown(document)


@pytest.mark.parametrize("start", range(0, len(HOSTILE), AT_ONCE))
def test_hostile_text_in_every_field_is_shown_and_does_nothing(start):
    assessment = filled(HOSTILE[start : start + AT_ONCE])
    with watched() as opened:
        data = render(compose(assessment, TODAY))
    assert opened == []
    reading = read(data)
    assert reading.faults == []
    assert reading.loose == []
    assert all(address.startswith(("http", "mailto:")) for address in links(reading.root))
    root = reading.reader.root_object
    assert not {"/OpenAction", "/AA", "/AcroForm", "/Names"} & set(root)
    shown = visible(public(clean(assessment.brief.subject)))
    assert visible(reading.root.all("H1")[0].words).split() == shown.split()
