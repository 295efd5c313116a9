"""How well a colour is seen on white paper (WCAG 2.2, contrast ratio and relative luminance)."""

LEAST = 4.5
"""What text needs (WCAG 2.2, 1.4.3)."""


def contrast_on_white(colour: tuple[float, float, float]) -> float:
    """Return the contrast with white of red, green and blue from 0 to 1: from 1 to 21."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour
    )
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def parts_of(colour: str) -> tuple[float, float, float]:
    """Return red, green and blue from 0 to 1 of a colour such as “#1f3a5f”."""
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue
