"""The checks of `counterpoise self-test`: each returns a remark, or raises what went wrong."""

import datetime
import importlib
import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from app.edits.start import fresh_copy
from app.exchange.samples import read_sample
from app.wording import _
from db.model import Assessment

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "self_test"
SMALLEST_PICTURE = 20_000
"""Bytes: an empty window of that size takes a quarter of it."""


class NotPossible(Exception):
    """Why something cannot be looked at here, which is no fault of the installation."""


class Wrong(Exception):
    """What is not as it should be."""


def _agree_with_publications(_folder: Path) -> str:
    from app.analysis.additive import additive_values
    from app.analysis.crosschecks.topsis import find_closeness
    from app.analysis.crosschecks.vikor import find_compromise
    from app.analysis.outcome import find_outcome
    from app.analysis.weights import normalise

    cases = _published()
    swing, additive, topsis, vikor, example = cases.values()
    percent = [100 * share for share in normalise(swing["swings"])]
    _require_near(percent, swing["percent"], 0.5, swing)
    total = additive_values([additive["values"]], additive["weights"])
    _require_near([float(total[0])], [additive["total"]], 0.05, additive)
    closeness = find_closeness(topsis["matrix"], topsis["weights"]).closeness
    _require_near(closeness.tolist(), topsis["closeness"], 1e-4, topsis)
    compromise = find_compromise(vikor["matrix"], vikor["weights"], 0.5)
    _require_near(list(compromise.Q), vikor["q"], 1e-9, vikor)
    outcome = find_outcome(read_sample())
    assert outcome is not None
    best_first = [outcome.total(option) for option in outcome.ranked]
    _require_near(best_first, list(example["totals"].values()), 1e-9, example)
    return _("{count} cases agree").format(count=len(cases))


def _pass_the_gate(folder: Path) -> str:
    from db import gate, publish
    from db.errors import Trouble

    path, assessment = folder / "sample.poise", _sample()
    publish.publish(assessment, path, None)
    if gate.read(path).assessment != assessment:
        raise Wrong(_("what was read is not what was written"))
    image = bytearray(path.read_bytes())
    image[len(image) // 2 :] = bytes(len(image) - len(image) // 2)
    damaged = folder / "damaged.poise"
    damaged.write_bytes(image)
    try:
        gate.read(damaged)
    except Trouble:
        return _("a sample is written and read, a damaged one is refused")
    raise Wrong(_("a damaged file was let in"))


def _make_a_brief(_folder: Path) -> str:
    import pypdfium2

    from app.brief.compose import compose
    from app.brief.pdf import render

    assessment = _sample()
    document = compose(assessment, _today())
    data = render(document)
    if render(document) != data:
        raise Wrong(_("the same brief made twice is not the same"))
    pdf = pypdfium2.PdfDocument(data)
    try:
        for page in pdf:
            _judge_page(page, assessment.decision.marking)
        if not pdf.is_tagged():
            raise Wrong(_("it is not tagged"))
        if pdf.get_metadata_value("Title") != document.title:
            raise Wrong(_("it does not state its title"))
        return _("{count} pages, tagged and marked").format(count=len(pdf))
    finally:
        pdf.close()


def _judge_page(page: Any, marking: str) -> None:
    import pypdfium2.raw as pdfium

    words = page.get_textpage()
    text = words.get_text_range()
    words.close()
    if marking not in text:
        raise Wrong(_("a page lacks its marking"))
    tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
    tagged = bool(tree) and pdfium.FPDF_StructTree_CountChildren(tree) > 0
    if tree:
        pdfium.FPDF_StructTree_Close(tree)
    page.close()
    if not tagged:
        raise Wrong(_("a page has no structure"))


def _write_other_formats(_folder: Path) -> str:
    from app.brief.compose import compose
    from app.brief.docx import write_docx
    from app.exchange.json_document import read_json, write_json

    assessment = _sample()
    if not write_docx(compose(assessment, _today())).startswith(b"PK"):
        raise Wrong(_("the Word document is none"))
    if read_json(write_json(assessment)) != assessment:
        raise Wrong(_("what JSON holds is not what was written"))
    return _("Word document and JSON are written")


def _show_the_window(folder: Path) -> str:
    from db import publish

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    path, picture = folder / "window.poise", folder / "window.png"
    publish.publish(_sample(), path, None)
    try:
        drawing = importlib.import_module("app.desktop.starting.picture")
        status = drawing.main([str(path), str(picture)])
    except ImportError as missing:
        sentence = _("a library of the system is missing ({problem})")
        raise NotPossible(sentence.format(problem=missing)) from missing
    if status or picture.stat().st_size < SMALLEST_PICTURE:
        raise Wrong(_("nothing was painted"))
    return _("opened with the sample and painted")


def _work_at_the_desk(folder: Path) -> str:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        desk = importlib.import_module("app.desktop.starting.desk_check")
        count = desk.check(_sample(), _today(), folder)
    except ImportError as missing:
        sentence = _("a library of the system is missing ({problem})")
        raise NotPossible(sentence.format(problem=missing)) from missing
    return _(
        "{count} pages are made beside the window and printed into a file; the handbook is there"
    ).format(count=count)


def _sample() -> Assessment:
    return fresh_copy(read_sample())


def _published() -> dict[str, dict[str, Any]]:
    cases: dict[str, dict[str, Any]] = json.loads((FOLDER / "published.json").read_bytes())
    return cases


def _today() -> datetime.date:
    return datetime.date.today()  # noqa: DTZ011 - the desk's own day


def _require_near(
    found: Sequence[float], stated: Sequence[float], tolerance: float, case: dict[str, Any]
) -> None:
    pairs = zip(found, stated, strict=True)
    if any(abs(number - expected) > tolerance for number, expected in pairs):
        raise Wrong(
            _("{source}: {found} instead of {stated}").format(
                source=case["source"], found=found, stated=stated
            )
        )


CHECKS: dict[str, Callable[[Path], str]] = {
    _("published cases"): _agree_with_publications,
    _("files"): _pass_the_gate,
    _("brief"): _make_a_brief,
    _("other formats"): _write_other_formats,
    _("window"): _show_the_window,
    _("desk"): _work_at_the_desk,
}
