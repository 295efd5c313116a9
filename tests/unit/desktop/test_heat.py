"""Colours of the score matrix can be read in every theme."""

import pytest

from app.desktop.look.theme import DARK, LIGHT, read_theme
from app.desktop.widgets.heat import heat_of


def luminance(colour):
    """Relative luminance (WCAG 2.2)."""
    channels = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", [LIGHT, DARK])
def test_numbers_stand_out_from_every_shade(name):
    heat = heat_of(read_theme(name))
    assert min(contrast(heat.text, shade) for shade in heat.shades) >= 4.5
    assert contrast(heat.wrong_text, heat.wrong) >= 4.5
    assert contrast(heat.muted, heat.screened_out.color()) >= 4.5


@pytest.mark.parametrize("name", [LIGHT, DARK])
def test_more_value_is_always_further_from_the_ground(name):
    theme = read_theme(name)
    heat = heat_of(theme)
    steps = [contrast(theme.colour("surface"), shade) for shade in heat.shades]
    assert steps == sorted(steps)
    assert steps[-1] > 2
