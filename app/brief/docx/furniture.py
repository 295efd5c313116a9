"""What a Word document says about itself, and what stands on every page."""

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.text.paragraph import Paragraph

from app.brief.blocks import Document
from app.brief.clean import clean


def describe(file: WordDocument, document: Document) -> None:
    """Set title, author, dates and language; nothing is left of the template's own."""
    facts = file.core_properties
    facts.title, facts.author = clean(document.title)[:255], clean(document.author)[:255]
    facts.subject, facts.keywords = clean(document.subject)[:255], clean(document.keywords)[:255]
    facts.comments, facts.last_modified_by = "", clean(document.author)[:255]
    facts.created = facts.modified = document.date
    facts.language = document.language
    defaults = file.styles.element.find(qn("w:docDefaults"))
    for language in [] if defaults is None else defaults.iter(qn("w:lang")):
        language.set(qn("w:val"), document.language)
        if document.direction == "rtl":
            language.set(qn("w:bidi"), document.language)


def mark_pages(section: Section, document: Document) -> None:
    """Put the marking into header and footer, and page numbers into the footer."""
    head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
    for paragraph in (head, foot):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        paragraph.add_run(clean(document.marking)).bold = True
    foot.add_run("    ")
    before, _page, rest = document.page_label.partition("{page}")
    between, _pages, after = rest.partition("{pages}")
    foot.add_run(before)
    _add_field(foot, "PAGE")
    foot.add_run(between)
    _add_field(foot, "NUMPAGES")
    foot.add_run(after)


def add_contents(paragraph: Paragraph, depth: int) -> None:
    """Add a table of contents, which Word fills when it is asked to update fields."""
    _add_field(paragraph, f'TOC \\o "2-{depth}" \\h')


def _add_field(paragraph: Paragraph, instruction: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1" if instruction.isalpha() else "…"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)
