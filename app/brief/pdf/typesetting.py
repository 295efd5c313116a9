"""From runs of plain text to shaped text hung on structure elements."""

from bisect import bisect_right

from app.brief.blocks import Direction, Document, Run, Runs
from app.brief.clean import clean, host_of, safe_link, shortened
from app.brief.pdf import styles
from app.brief.pdf.bidi import majority_level
from app.brief.pdf.faces import Family
from app.brief.pdf.shaping import Link, ShapedText, Strand
from app.brief.pdf.structure import Element, Tree
from app.brief.pdf.styles import LINK, TextStyle
from app.brief.pdf.text import Mark, Text

_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"
_ROOM_FOR_A_CAPTION = 90.0
_RAISED_SIZE, _RAISED_BY = 0.68, 0.36
_MOST, _LONGER_THAN_A_NAME = 0.75, 120  # of the characters of a paragraph; characters


class Voice:
    """The language and direction in which a block speaks, and whether they are its own."""

    def __init__(self, document: Document, language: str, direction: Direction | None) -> None:
        """Take what the block says, else what the document says."""
        self.language = language or document.language
        self.own_language = language if language != document.language else ""
        self.direction = direction
        self.base = int((direction or document.direction) == "rtl")

    def attributes(self, owner: str = "Layout") -> dict[str, object]:
        """Return the structure attributes that state a right-to-left writing mode."""
        return {"O": f"/{owner}", "WritingMode": "/RlTb"} if self.base else {}


class Typesetter:
    """Shapes the text of one document."""

    def __init__(self, document: Document, family: Family, anchors: set[str]) -> None:
        """Set `document` in `family`; `anchors` are the places that a link may lead to."""
        self.document, self.family, self.anchors = document, family, anchors
        self.tree = Tree(document.language)
        self.missing: dict[str, None] = {}
        page = styles.PAGE_SIZES[document.page_size]
        self.page_height = styles.text_area(page)[1]
        self.highest_figure = self.page_height - _ROOM_FOR_A_CAPTION

    def voice(self, language: str = "", direction: Direction | None = None) -> Voice:
        """Return the voice of a block."""
        return Voice(self.document, language, direction)

    def shape(self, runs: Runs, style: TextStyle, voice: Voice) -> ShapedText:
        """Return `runs` shaped in `style`.

        Typed runs, runs in another language and links are isolated, so that they cannot turn the
        sentence around them. A paragraph that somebody typed, but for a label before or a sentence
        behind it, takes the direction of most of its letters unless its block states one.
        """
        cleaned = [(run, clean(run.text)) for run in runs]
        spoken = [(run, text) for run, text in cleaned if text]
        alone = len(spoken) == 1
        strands = [
            self._strand(run, text, style, voice, isolated=not alone) for run, text in spoken
        ]
        base = voice.base
        if voice.direction is None and _is_typed(spoken):
            base = self._direction_of("".join(text for _, text in spoken), base)
        shaped = ShapedText(strands, self.family, base, voice.language)
        self.missing.update(dict.fromkeys(shaped.missing))
        return shaped

    def say(self, text: str, style: TextStyle, voice: Voice) -> ShapedText:
        """Return plain `text` shaped in `style`, always in the direction of `voice`."""
        strand = Strand(clean(text), style.size, style.colour, style.bold, style.italic)
        shaped = ShapedText([strand], self.family, voice.base, voice.language)
        self.missing.update(dict.fromkeys(shaped.missing))
        return shaped

    def say_within(self, text: str, style: TextStyle, voice: Voice, room: float) -> ShapedText:
        """Return `text` as `say` does, cut short with "…" where it is wider than `room` points."""
        shaped = self.say(text, style, voice)
        if shaped.width <= room:
            return shaped
        end = bisect_right(shaped.offsets, room - self.say("…", style, voice).width) - 1
        return self.say(shaped.text[: max(end, 0)].rstrip() + "…", style, voice)

    def label(self, text: str, style: TextStyle, *, leftwards: bool) -> ShapedText:
        """Return a chart's label, clean already, read from the right if it runs `leftwards`."""
        strand = Strand(text, style.size, style.colour, style.bold)
        shaped = ShapedText([strand], self.family, int(leftwards), self.document.language)
        self.missing.update(dict.fromkeys(shaped.missing))
        return shaped

    def text(
        self,
        runs: Runs,
        style: TextStyle,
        element: Element,
        voice: Voice,
        mark: Mark | None = None,
        anchor: str = "",
    ) -> Text:
        """Return `runs` as a paragraph that is content of `element`."""
        known = anchor if anchor in self.anchors else ""
        return Text(self.shape(runs, style, voice), style, element, mark=mark, anchor=known)

    def _direction_of(self, text: str, fallback: int) -> int:
        if not any(character.isalpha() for character in text):
            return fallback
        return majority_level(text)

    def _strand(
        self, run: Run, text: str, style: TextStyle, voice: Voice, *, isolated: bool
    ) -> Strand:
        link, element = self._link(run, text)
        language = run.language if run.language != voice.language else ""
        if element is None and language:
            element = Element("Span", language=language)
        elif element is not None:
            element.language = language
        if isolated and (run.typed or run.language or link):
            text = f"{_FIRST_STRONG_ISOLATE}{text}{_POP_ISOLATE}"
        return Strand(
            text,
            style.size * (_RAISED_SIZE if run.raised else 1.0),
            LINK if link else style.colour,
            bold=style.bold or run.bold,
            italic=style.italic or run.italic,
            language=run.language,
            element=element,
            link=link,
            rise=style.size * _RAISED_BY if run.raised else 0.0,
        )

    def _link(self, run: Run, text: str) -> tuple[Link | None, Element | None]:
        address = safe_link(run.link) if run.link else ""
        if address:
            element = Element("Link")
            host = host_of(address)
            spoken = shortened(text if host in text else f"{text} ({host})")
            return Link(address, "", spoken, element), element
        if run.target in self.anchors:
            element = Element("Link")
            return Link("", run.target, shortened(text), element), element
        return None, None

    def digits(self, number: int) -> str:
        """Return `number` in the document's digits."""
        return "".join(self.document.digits[int(digit)] for digit in str(number))


def _is_typed(spoken: list[tuple[Run, str]]) -> bool:
    """Tell whether runs are somebody's own paragraph: typed alone, or one typed text above all."""
    typed = [len(text) for run, text in spoken if run.typed]
    if not typed:
        return False
    whole = sum(len(text) for _, text in spoken)
    return len(typed) == len(spoken) or max(typed) > max(_MOST * whole, _LONGER_THAN_A_NAME)
