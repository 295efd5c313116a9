"""Everything that is read or seen stands out from its ground, in both themes (WCAG 2.2, AA)."""

import re
from itertools import pairwise

import pytest

from app.charts import make_theme
from app.charts.acceptability import rank_shades
from app.charts.style import contrast, ink_on, mix
from app.desktop.look.theme import CONTRAST, DARK, LIGHT, THEMES, read_theme
from app.desktop.widgets.heat import heat_of

TEXT, MARK = 4.5, 3.0
GROUNDS = ("window", "surface", "sunken", "hover", "accent_soft", "warn_soft", "bad_soft")
"""Page, card, rail, what is pointed at, what is selected, and the two kinds of notices."""
WRITTEN = (
    # What stands on a page, in a list, in the rail, in a notice; muted is also what is disabled.
    *((ink, ground) for ink in ("text", "muted", "accent") for ground in GROUNDS),
    ("accent_text", "accent"),  # the main button, selected text, a chosen box
    *(("bad", ground) for ground in ("window", "surface", "sunken", "accent_soft", "bad_soft")),
    *(("warn", ground) for ground in ("window", "surface", "sunken", "accent_soft", "warn_soft")),
    *(("good", ground) for ground in ("window", "surface", "sunken", "accent_soft")),
)
SEEN = (
    *(("focus", ground) for ground in GROUNDS),
    # The edges of fields, boxes, buttons, sliders and scroll bars, wherever these stand.
    *(("control_line", ground) for ground in GROUNDS),
    *(("accent", ground) for ground in GROUNDS),
    *(("bad", ground) for ground in GROUNDS),  # of a field whose entry cannot be used
)
NAMES = (LIGHT, DARK)
STRONG = tuple(f"{name}{CONTRAST}" for name in NAMES)
"""What is worn where the system asks for high contrast."""
STRONG_TEXT, STRONG_MARK = 7.0, 4.5


def measure(text, _font, size):
    return len(text) * size


def chart_theme(name):
    return make_theme(measure, "", "", dark=name == DARK)


@pytest.mark.parametrize("name", NAMES)
def test_every_text_can_be_read_on_every_ground_that_it_stands_on(name):
    colours = read_theme(name).colours
    found = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in WRITTEN}
    assert not {pair: ratio for pair, ratio in found.items() if ratio < TEXT}


@pytest.mark.parametrize("name", NAMES)
def test_every_edge_and_ring_stands_out_from_every_ground(name):
    colours = read_theme(name).colours
    found = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in SEEN}
    assert not {pair: ratio for pair, ratio in found.items() if ratio < MARK}


@pytest.mark.parametrize("name", STRONG)
def test_in_high_contrast_everything_stands_out_far_more(name):
    colours = read_theme(name).colours
    found = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in (*WRITTEN, *SEEN)}
    assert not {pair: found[pair] for pair in WRITTEN if found[pair] < STRONG_TEXT}
    assert not {pair: found[pair] for pair in SEEN if found[pair] < STRONG_MARK}
    assert contrast(colours["line"], colours["surface"]) >= STRONG_TEXT


@pytest.mark.parametrize("name", STRONG)
def test_high_contrast_has_the_colours_and_the_ground_of_its_base(name):
    theme = read_theme(name)
    base = read_theme(theme.base)
    assert theme.colours.keys() == base.colours.keys()
    assert (theme.dark, theme.colours["surface"]) == (base.dark, base.colours["surface"])
    heat = heat_of(theme)
    assert min(contrast(heat.text.name(), shade.name()) for shade in heat.shades) >= TEXT


def test_no_text_of_the_window_has_a_colour_that_is_not_looked_at_here():
    sheet = (THEMES / "window.qss").read_text("utf-8")
    inks = set(re.findall(r"(?<![-\w])(?:selection-)?color: \$(\w+)", sheet))
    grounds = set(re.findall(r"background(?:-color)?: \$(\w+)", sheet)) - {"accent"}
    edges = set(re.findall(r"border(?:-color)?: (?:\d+px solid )?\$(\w+)", sheet))
    # What a menu does not offer now may be fainter, and stands out like an edge.
    assert inks - {"control_line"} <= {ink for ink, _ground in WRITTEN}
    # Accent_text is the dot in a chosen circle. A line parts what is apart already, and frames what
    # is disabled; a primary button its words.
    assert grounds - {"control_line", "line", "accent_text"} <= set(GROUNDS)
    assert edges - {"line", "text"} <= {edge for edge, _ground in SEEN}


@pytest.mark.parametrize("name", NAMES)
def test_the_keyboard_is_seen_on_every_shade_of_a_cell(name):
    heat = heat_of(read_theme(name))
    ring, halo = heat.focus.color().name(), heat.halo.color().name()
    assert contrast(ring, halo) >= MARK
    assert heat.halo.width() >= heat.focus.width() + 2  # seen on both sides of the ring


@pytest.mark.parametrize("name", NAMES)
def test_numbers_and_frames_of_cells_stand_out_from_every_shade(name):
    heat = heat_of(read_theme(name))
    assert min(contrast(heat.text.name(), shade.name()) for shade in heat.shades) >= TEXT


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_stands_on_the_ground_that_it_is_made_for(name):
    assert chart_theme(name).paper == read_theme(name).colours["surface"]


@pytest.mark.parametrize("name", NAMES)
def test_every_lettering_of_a_picture_can_be_read(name):
    theme = chart_theme(name)
    on_paper = (theme.ink, theme.faint, theme.marker, *theme.strokes)
    assert min(contrast(ink, theme.paper) for ink in on_paper) >= TEXT
    fills = (*theme.fills, *rank_shades(theme, 50))
    assert min(contrast(ink_on(fill), fill) for fill in fills) >= TEXT
    heat = [mix(theme.paper, theme.fills[0], 0.55 * part / 100) for part in range(101)]
    assert min(contrast(theme.ink, shade) for shade in heat) >= TEXT


@pytest.mark.parametrize("name", NAMES)
def test_every_mark_of_a_picture_stands_out_from_the_ground_itself_or_by_its_edge(name):
    theme = chart_theme(name)
    for fill in (*theme.fills, theme.grid, *rank_shades(theme, 50)):
        assert contrast(theme.edge_of(fill) or fill, theme.paper) >= MARK, fill
    assert min(contrast(stroke, theme.paper) for stroke in theme.strokes) >= MARK


@pytest.mark.parametrize("name", NAMES)
def test_the_mark_with_the_keyboard_is_framed_by_what_is_seen_on_its_halo(name):
    colours = read_theme(name).colours
    assert contrast(colours["focus"], colours["surface"]) >= MARK


# Machado, Oliveira and Fernandes (2009): what is left of linear red, green and blue.
BLIND = {
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
WHITE = (0.95047, 1.0, 1.08883)
TO_XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
APART = 15.0
"""A difference in CIELAB (1976) that is seen at a glance; 2.3 is just noticeable."""


def linear(colour):
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return tuple(x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in parts)


def turned(matrix, vector):
    return tuple(sum(a * x for a, x in zip(row, vector, strict=True)) for row in matrix)


def lab(light):
    def root(part):
        return part ** (1 / 3) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116

    clipped = tuple(min(1.0, max(0.0, part)) for part in light)
    x, y, z = (root(a / w) for a, w in zip(turned(TO_XYZ, clipped), WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def difference(one, other, kind):
    first, second = (lab(turned(BLIND[kind], linear(colour))) for colour in (one, other))
    return sum((a - b) ** 2 for a, b in zip(first, second, strict=True)) ** 0.5


@pytest.mark.parametrize("kind", BLIND)
@pytest.mark.parametrize("name", NAMES)
def test_parts_beside_each_other_differ_for_readers_who_are_colour_blind(name, kind):
    fills = chart_theme(name).fills
    around = [*pairwise(fills), (fills[-1], fills[0])]
    assert min(difference(one, other, kind) for one, other in around) >= APART
    # What speaks for an option and what against it also lies on different sides.
    assert difference(fills[0], fills[1], kind) >= 3 * APART
