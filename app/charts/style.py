"""How charts look: colours for light and dark grounds, fonts by name, and how wide text is.

The fills follow Okabe and Ito (2008), a palette that readers with any common colour blindness can
tell apart. Colour never carries a meaning alone: fills are numbered, lines are dashed and labelled.
"""

from collections.abc import Callable
from functools import cache
from math import ceil

from msgspec import Struct

# (text, font name, size in points) → width in points
Measure = Callable[[str, str, float], float]

TEXT_SIZE = 8.5
SMALL_SIZE = 7.5
LEAST_MARK = 3.0
"""The contrast that a mark needs with its ground (WCAG 2.2, 1.4.11)."""


class Theme(Struct, frozen=True):
    """Everything about a chart's look that is not its content; colours are "#rrggbb".

    `font` and `bold_font` are names that whoever paints the drawing understands; `measure` answers
    for the same fonts. `with_tips`: whether the drawing says in its `tips` what stands where, which
    only somebody who points at it asks for.
    """

    measure: Measure
    font: str
    bold_font: str
    paper: str
    ink: str
    faint: str
    grid: str
    marker: str
    fills: tuple[str, ...]
    strokes: tuple[str, ...]
    with_tips: bool = False

    def edge_of(self, fill: str) -> str | None:
        """Return what has to frame a mark of this colour on `paper`; None where it stands out."""
        return _edge(fill, self.paper, self.ink)


_FILLS = (
    *("#0072b2", "#e69f00", "#009e73", "#cc79a7"),
    *("#56b4e9", "#d55e00", "#f0e442", "#8c8c8c"),
)
# Lines and their labels need more contrast with the ground than fills do.
_DARK_STROKES = (
    *("#0072b2", "#b34700", "#007a59", "#9c3f78"),
    *("#7a5c00", "#2b6f99", "#4d4d4d", "#6a4fb3"),
)
_LIGHT_STROKES = (
    *("#6bb8f0", "#ff9a5c", "#3fcfa5", "#e9a3cb"),
    *("#e8c14a", "#9ad0f5", "#c9c9c9", "#b9a5f5"),
)


def make_theme(measure: Measure, font: str, bold_font: str, *, dark: bool = False) -> Theme:
    """Return the theme for paper and light windows, or for dark windows."""
    if dark:
        return Theme(
            measure,
            font,
            bold_font,
            paper="#1c2127",
            ink="#ececec",
            faint="#b4b4b4",
            grid="#46484d",
            marker="#ffffff",
            fills=_FILLS,
            strokes=_LIGHT_STROKES,
        )
    return Theme(
        measure,
        font,
        bold_font,
        paper="#ffffff",
        ink="#1a1a1a",
        faint="#595959",
        grid="#d5d8dc",
        marker="#1a1a1a",
        fills=_FILLS,
        strokes=_DARK_STROKES,
    )


@cache
def _edge(fill: str, paper: str, ink: str) -> str | None:
    steps = (mix(fill, ink, part / 20) for part in range(21))
    edge = next(shade for shade in steps if contrast(shade, paper) >= LEAST_MARK)
    return None if edge == fill else edge


def mix(first: str, second: str, part: float) -> str:
    """Return the colour "#rrggbb" that has `part` (0–1) of `second` in `first`."""
    pairs = ((int(first[k : k + 2], 16), int(second[k : k + 2], 16)) for k in (1, 3, 5))
    return "#" + "".join(f"{ceil(a + (b - a) * part):02x}" for a, b in pairs)


def ink_on(fill: str) -> str:
    """Return black or white, whichever is easier to read on `fill`."""
    return "#000000" if luminance(fill) > 0.179 else "#ffffff"


def luminance(colour: str) -> float:
    """Return the relative luminance of "#rrggbb" (WCAG 2.2)."""
    parts = (int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
