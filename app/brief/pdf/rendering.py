"""From a document to the bytes of its PDF."""

from collections import deque
from collections.abc import Callable, Iterator
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from app.brief.blocks import Attachment, Document
from app.brief.pdf import styles
from app.brief.pdf.canvas import TaggedCanvas
from app.brief.pdf.catalogue import finish
from app.brief.pdf.faces import load_family
from app.brief.pdf.furniture import Furniture
from app.brief.pdf.metadata import Facts
from app.brief.pdf.packing import pack
from app.brief.pdf.story import Story, Watch, find_anchors
from app.brief.pdf.typesetting import Typesetter

_ARCHIVE, _ARCHIVE_WITH_FILES = 2, 3  # parts of ISO 19005


def render(
    document: Document, attachment: Attachment | None = None, watch: Watch | None = None
) -> bytes:
    """Return `document` as PDF/UA-1 and PDF/A-2a, or PDF/A-3a when a file is attached.

    Equal input gives equal bytes on one build of zlib. `watch` is told how many blocks of how many
    are set; what it raises ends the work. Raises ValueError for a table whose rows do not cover
    its columns.
    """
    setter = Typesetter(document, load_family(), find_anchors(document))
    page = styles.PAGE_SIZES[document.page_size]
    flowables = Story(setter, styles.text_area(page)[0], watch).flowables()
    facts = Facts.of(document, _ARCHIVE_WITH_FILES if attachment else _ARCHIVE)
    file = BytesIO()
    template = _Template(file, setter, page)
    template.typeset(
        flowables,
        lambda *arguments, **options: _BriefCanvas(
            *arguments, setter=setter, facts=facts, attachment=attachment, **options
        ),
    )
    return pack(file.getvalue())


class _BriefCanvas(TaggedCanvas):
    """The canvas that completes the document when ReportLab saves it."""

    def __init__(
        self,
        file: BytesIO,
        *,
        setter: Typesetter,
        facts: Facts,
        attachment: Attachment | None,
        **options: object,
    ) -> None:
        super().__init__(file, setter.tree, **options)
        self._facts, self._attachment = facts, attachment

    def save(self) -> None:
        """Finish pages and catalogue and write the file."""
        self.fill_placeholders()
        finish(self, self._facts, self._attachment)
        self._doc.SaveToFile(self._filename, self)


class _Template(BaseDocTemplate):  # type: ignore[misc]  # ReportLab carries no types
    """Pages of one column with the document's furniture around it."""

    def __init__(self, file: BytesIO, setter: Typesetter, page: tuple[float, float]) -> None:
        super().__init__(
            file,
            pagesize=page,
            invariant=1,
            pageCompression=1,
            enforceColorSpace="rgb",
            lang=setter.document.language,
        )
        furniture = Furniture(setter, page)
        frame = Frame(
            styles.SIDE_MARGIN,
            styles.BOTTOM_MARGIN,
            *styles.text_area(page),
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
        )
        self.addPageTemplates(PageTemplate("page", [frame], onPage=furniture.draw))

    def typeset(self, flowables: Iterator[Flowable], make_canvas: Callable[..., Canvas]) -> None:
        """Set one flowable after the other, so that only a page's worth is in memory at a time."""
        self._startBuild(canvasmaker=make_canvas)
        for flowable in flowables:
            waiting = [flowable]
            while waiting:
                self.clean_hanging()
                self.handle_flowable(waiting)
        self._endBuild()


def missing_characters(document: Document) -> tuple[str, ...]:
    """Return the characters of `document` that no embedded font has, in order of appearance.

    They are drawn as a replacement mark; the text that is read aloud or copied keeps them.
    """
    setter = Typesetter(document, load_family(), find_anchors(document))
    page = styles.PAGE_SIZES[document.page_size]
    deque(Story(setter, styles.text_area(page)[0]).flowables(), maxlen=0)
    Furniture(setter, page)
    return tuple(setter.missing)
