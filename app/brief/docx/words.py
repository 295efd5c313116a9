"""Runs, links, bookmarks and directions in Word's markup."""

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run as WordRun

from app.brief import blocks
from app.brief.clean import clean, safe_link


def add_runs(paragraph: Paragraph, runs: blocks.Runs, *, rightwards: bool) -> None:
    """Add runs of plain text; those with a safe address or a target become links."""
    for run in runs:
        written = paragraph.add_run(clean(run.text))
        written.bold, written.italic = run.bold or None, run.italic or None
        written.font.superscript = run.raised or None
        if rightwards and _is_right_to_left(run.text):
            _switch(written, "w:rtl")
        address = safe_link(run.link) if run.link else ""
        if address:
            _wrap(paragraph, written, "r:id", _relation(paragraph, address))
        elif run.target:
            _wrap(paragraph, written, "w:anchor", bookmark_name(run.target))


def set_direction(paragraph: Paragraph, *, rightwards: bool) -> None:
    """Let a paragraph be read from the right."""
    if rightwards:
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))


def set_bookmark(paragraph: Paragraph, anchor: str, number: int) -> None:
    """Name a paragraph so that links can lead to it; nothing for an empty name."""
    if not anchor:
        return
    for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
        mark = OxmlElement(tag)
        mark.set(qn("w:id"), str(number))
        if tag == "w:bookmarkStart":
            mark.set(qn("w:name"), bookmark_name(anchor))
        paragraph._p.append(mark)


def bookmark_name(anchor: str) -> str:
    """An anchor as Word takes it: letters, digits and underscores, at most forty."""
    return "".join(c if c.isalnum() else "_" for c in anchor)[:40]


def _relation(paragraph: Paragraph, address: str) -> str:
    return paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)


def _wrap(paragraph: Paragraph, run: WordRun, attribute: str, value: str) -> None:
    link = OxmlElement("w:hyperlink")
    link.set(qn(attribute), value)
    paragraph._p.append(link)
    link.append(run._r)
    run.font.underline = True


def _switch(run: WordRun, tag: str) -> None:
    run._r.get_or_add_rPr().append(OxmlElement(tag))


def _is_right_to_left(text: str) -> bool:
    return any("\u0590" <= c <= "\u08ff" or "\ufb1d" <= c <= "\ufefc" for c in text)
