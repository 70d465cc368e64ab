"""Pictures of rooms and squares: the kiosk, the coffee house, the type case."""

import random
from collections.abc import Callable, Sequence

from PIL import Image, ImageDraw
from screenshots.edition.canvas import HEIGHT, SCALE, WIDTH, Canvas, gradient


def kiosk() -> Image.Image:
    """A newspaper kiosk in the rain at night, the only light in the square."""
    c = Canvas((0, "#101a33"), (0.5, "#26365f"), (0.75, "#3f4b72"), (1, "#3f4b72"))
    for x, width, high in ((0, 130, 200), (120, 90, 150), (205, 110, 230), (560, 100, 210), (655, 160, 260)):
        c.box(x, 330 - high, width, high + 10, "#141b33")
        for n in range(3):
            c.box(x + 18 + n * 30, 350 - high + 34 * (n % 2), 12, 18, "#39456b" if (x + n) % 3 else "#d9a24a")
    c.glow(400, 250, 270, "#ffb860", 0.8)
    c.box(300, 190, 200, 150, "#7c2430")
    c.box(315, 215, 170, 76, "#ffe3a0")
    for row in range(2):
        for n in range(6):
            c.box(
                321 + n * 27,
                220 + row * 35,
                21,
                29,
                ("#f7f3e8", "#d1495b", "#2e6f8e", "#f7f3e8", "#edae49", "#3c7a5a")[(n + row * 2) % 6],
            )
    c.shape([(276, 195), (300, 150), (500, 150), (524, 195)], "#d1495b")
    for n in range(5):
        c.shape(
            [(276 + n * 50, 195), (300 + n * 40 + n * 2, 150), (320 + n * 40 + n * 2, 150), (301 + n * 50, 195)],
            "#f4ead7",
        )
    c.box(308, 291, 184, 12, "#4a141d")
    c.disc(400, 262, 20, "#3a2418")
    c.shape([(372, 291), (380, 272), (420, 272), (428, 291)], "#27445c")
    c.shape([(540, 338), (548, 268), (572, 268), (580, 338)], "#0b1022")
    c.disc(560, 256, 13, "#0b1022")
    c.shape([(508, 258), (520, 228), (560, 212), (600, 228), (612, 258)], "#efc14a")
    c.mirror(339, "#1a2450", 0.3)
    c.light([(320, 339), (480, 339), (520, 450), (280, 450)], "#ffb860", 0.25, 30)
    c.ripples(341, "#34436f", 4, 40)
    chance = random.Random(12)
    for _ in range(70):
        drop_x, drop_y = chance.uniform(0, WIDTH), chance.uniform(0, HEIGHT)
        c.line([(drop_x, drop_y), (drop_x - 6, drop_y + 26)], "#7f8db8", 1)
    return c.image


def courtyard() -> Image.Image:
    """Arches of an old coffee house, brass lamps, domes and the new moon behind."""
    c = Canvas((0, "#12355b"), (0.45, "#3f86a0"), (0.75, "#f0a868"), (1, "#e9a15b"))
    c.disc(420, 150, 24, "#fff3d6")
    c.disc(430, 144, 22, "#2a637f")
    for x, top, radius in ((133, 300, 60), (350, 318, 38), (455, 322, 32), (690, 292, 66)):
        c.disc(x, top, radius, "#1c3a5c")
        c.box(x - radius, top, radius * 2, 90, "#1c3a5c")
        c.line([(x, top - radius - 22), (x, top - radius + 4)], "#1c3a5c", 4)
    c.box(604, 200, 20, 190, "#1c3a5c")
    c.shape([(600, 200), (614, 168), (628, 200)], "#1c3a5c")
    c.image = _arches(c.image)
    c.box(0, 372, 800, 78, "#7a3b22")
    for n in range(10):
        c.shape([(n * 90 - 40, 450), (n * 82 + 10, 372), (n * 82 + 40, 372), (n * 90 + 10, 450)], "#8f4a2a")
    for x in (10, 266, 533, 790):
        c.line([(x, 0), (x, 96)], "#2a160c", 3)
        c.shape([(x - 18, 122), (x, 94), (x + 18, 122), (x + 11, 150), (x - 11, 150)], "#f2b23e")
        c.glow(x, 126, 125, "#ffbf5a", 0.7)
    for x in (266, 533):
        _table(c, x)
    return c.image


def _table(c: Canvas, x: float) -> None:
    """Draw a small table with a coffee pot and a cup."""
    c.box(x - 46, 353, 92, 10, "#3b1d10")
    c.box(x - 6, 360, 12, 60, "#3b1d10")
    c.shape([(x - 26, 353), (x - 18, 318), (x - 27, 298), (x + 5, 298), (x - 2, 318), (x + 6, 353)], "#e8b84e")
    c.line([(x - 2, 330), (x + 14, 306)], "#e8b84e", 6)
    c.box(x + 22, 337, 17, 16, "#fff3df")


def _arches(behind: Image.Image) -> Image.Image:
    wall = gradient(behind.size, ((0, "#5b2a1c"), (0.5, "#b4673a"), (1, "#8a4526")))
    mask = Image.new("L", behind.size, 255)
    draw = ImageDraw.Draw(mask)
    for x in (133, 400, 667):
        draw.rectangle([(x - 88) * SCALE, 190 * SCALE, (x + 88) * SCALE, 372 * SCALE], fill=0)
        draw.ellipse([(x - 88) * SCALE, 95 * SCALE, (x + 88) * SCALE, 285 * SCALE], fill=0)
    return Image.composite(wall, behind, mask)


def press() -> Image.Image:
    """Metal type in its case, one letter red."""
    c = Canvas((0, "#3a2415"), (1, "#6a4325"))
    glyphs: Sequence[Callable[[Canvas, float, float, str], None]] = (_ayb, _ben, _gim, _da)
    for row in range(3):
        for column in range(6):
            x, y = 22 + column * 128, 18 + row * 142
            red = (row, column) == (1, 3)
            c.box(x - 6, y - 6, 124, 138, "#24150b")
            c.box(x, y, 112, 126, "#9c9488" if not red else "#d8352e")
            c.box(x, y, 104, 118, "#d9d1c2" if not red else "#f0604f")
            glyphs[(row * 5 + column * 3) % 4](c, x + 22, y + 20, "#2a2622" if not red else "#fff3df")
    c.glow(560, 60, 460, "#ffcf8a", 0.42)
    return c.image


def _ayb(c: Canvas, x: float, y: float, ink: str) -> None:
    """Draw Ա."""
    c.line(
        [
            (x + 6, y),
            (x + 6, y + 52),
            (x + 14, y + 70),
            (x + 30, y + 74),
            (x + 44, y + 66),
            (x + 50, y + 50),
            (x + 50, y),
        ],
        ink,
        11,
    )
    c.line([(x + 50, y + 48), (x + 62, y + 66), (x + 62, y + 74)], ink, 11)


def _ben(c: Canvas, x: float, y: float, ink: str) -> None:
    """Draw Բ."""
    c.line(
        [(x + 8, y + 78), (x + 8, y + 16), (x + 18, y + 2), (x + 36, y), (x + 50, y + 10), (x + 50, y + 26)],
        ink,
        11,
    )
    c.line([(x + 8, y + 44), (x + 60, y + 44)], ink, 11)


def _gim(c: Canvas, x: float, y: float, ink: str) -> None:
    """Draw Գ."""
    c.line(
        [
            (x + 46, y + 26),
            (x + 42, y + 6),
            (x + 24, y),
            (x + 8, y + 12),
            (x + 8, y + 34),
            (x + 22, y + 46),
            (x + 46, y + 44),
        ],
        ink,
        11,
    )
    c.line([(x + 46, y + 4), (x + 46, y + 78)], ink, 11)
    c.line([(x + 46, y + 44), (x + 64, y + 44)], ink, 11)


def _da(c: Canvas, x: float, y: float, ink: str) -> None:
    """Draw Դ."""
    c.line([(x + 6, y + 18), (x + 18, y + 2), (x + 38, y + 4), (x + 46, y + 18), (x + 46, y + 78)], ink, 11)
    c.line([(x + 46, y + 44), (x + 64, y + 44)], ink, 11)
