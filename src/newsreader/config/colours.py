"""Colours as three numbers: read, mixed, and how well one is read on the other (pure)."""

import re

Colour = tuple[int, int, int]
"""Red, green and blue, 0 to 255 each."""

_WRITTEN = re.compile(r"#[0-9a-fA-F]{6}")


def read_colour(text: str) -> Colour:
    """Return a colour written as ``#rrggbb``.

    Raises:
        ValueError: it is written otherwise.
    """
    if not _WRITTEN.fullmatch(text):
        raise ValueError(text)
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def written(colour: Colour) -> str:
    """Return a colour as ``#rrggbb``."""
    return "#{:02x}{:02x}{:02x}".format(*colour)


def mixed(colour: Colour, other: Colour, share: float) -> Colour:
    """Return ``colour`` with a share, 0 to 1, of another one in it."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(colour, other, strict=True))
    return red, green, blue


def luminance(colour: Colour) -> float:
    """Return how light a colour is, 0 to 1 (WCAG 2.2, "relative luminance")."""
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(colour: Colour, other: Colour) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    darker, lighter = sorted((luminance(colour), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def is_light(ground: Colour) -> bool:
    """Tell whether dark text is read better on a ground than light text."""
    return contrast(ground, (0, 0, 0)) > contrast(ground, (255, 255, 255))


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
