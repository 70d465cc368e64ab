"""Pictures of the harbour pages: the lighthouse, its lens, its chart, the ships."""

import math

from PIL import Image
from screenshots.edition.canvas import Canvas, ridge, stars


def lighthouse() -> Image.Image:
    """A lighthouse on its rock at dusk, the beam out over the sea."""
    c = Canvas(
        (0, "#1b1f4b"), (0.35, "#5a3a78"), (0.55, "#c8587a"), (0.68, "#f79a5e"), (0.72, "#ffc37a"), (1, "#ffc37a")
    )
    stars(c, 40, 130, 3)
    c.glow(150, 322, 130, "#ffd58a", 0.9)
    c.disc(150, 322, 30, "#fff0c0")
    c.mirror(325, "#1a2450", 0.5)
    c.ripples(325, "#f3a06f", 5, 50)
    c.shape(
        [
            (430, 450),
            (470, 385),
            (520, 350),
            (570, 330),
            (650, 325),
            (700, 345),
            (760, 390),
            (800, 405),
            (800, 450),
        ],
        "#17152a",
    )
    c.shape([(520, 350), (570, 330), (650, 325), (690, 341), (600, 352)], "#3a2b45")
    c.light([(600, 93), (0, 10), (0, 150)], "#ffe9a3", 0.55, 16)
    c.light([(610, 93), (800, 60), (800, 120)], "#ffe9a3", 0.5, 12)
    tower(c, 605, 332, 220)
    c.box(640, 300, 70, 38, "#d8c7b4")
    c.shape([(632, 300), (675, 276), (718, 300)], "#7c2b30")
    c.box(655, 312, 14, 14, "#ffd774")
    c.glow(605, 92, 90, "#fff1b8", 0.95)
    return c.image


def tower(canvas: Canvas, x: float, ground: float, height: float) -> None:
    """Draw a lighthouse at ``x`` whose lamp is ``height`` above ``ground``."""
    wide, slim = height * 0.115, height * 0.075
    for n in range(5):
        low, high = ground - height * n / 5, ground - height * (n + 1) / 5
        a, b = wide + (slim - wide) * n / 5, wide + (slim - wide) * (n + 1) / 5
        for left, colours in ((-1.0, ("#b8322f", "#efe6da")), (0.35, ("#8c2530", "#c9bcb4"))):
            canvas.shape([(x + left * a, low), (x + left * b, high), (x + b, high), (x + a, low)], colours[n % 2])
    lamp = ground - height
    canvas.box(x - slim * 1.5, lamp - 8, slim * 3, 8, "#1d1a26")
    canvas.box(x - slim * 0.8, lamp - 36, slim * 1.6, 28, "#ffe9a3")
    canvas.shape([(x - slim, lamp - 36), (x, lamp - 58), (x + slim, lamp - 36)], "#1d1a26")


def lens() -> Image.Image:
    """The great lens seen from inside the lantern: rings of glass round a flame."""
    c = Canvas((0, "#0b1026"), (0.6, "#22306a"), (1, "#0b1026"))
    for x in range(-40, 840, 110):
        c.line([(x, 0), (x, 450)], "#060814", 9)
    for y in (70, 385):
        c.line([(0, y), (800, y)], "#060814", 9)
    c.glow(400, 225, 390, "#c9701e", 0.8)
    rings = ("#f2b544", "#1b3f74", "#ffd27a", "#2a6390", "#f7a83c", "#3f86a8", "#ffdc94")
    for colour, radius in zip(rings, range(208, 40, -25), strict=True):
        c.disc(400, 225, radius, "#0c1a3a")
        c.disc(400, 225, radius - 3, colour)
        c.disc(400, 225, radius - 13, "#12244a")
    c.glow(400, 225, 100, "#ffb53c", 0.9)
    c.disc(400, 225, 30, "#fffbe6")
    c.box(350, 434, 100, 16, "#8a5a22")
    return c.image


def chart() -> Image.Image:
    """A sea chart: land, shoals and soundings, the light with its sector."""
    c = Canvas((0, "#cfe3e2"), (1, "#a9cfd6"))
    deep = [(0, 0), (330, 0), (280, 90), (330, 190), (250, 280), (300, 380), (240, 450), (0, 450)]
    c.shape(deep, "#7fb3c8")
    c.shape([(x * 0.62, y) for x, y in deep], "#5793b4")
    land = [
        (800, 0),
        (590, 0),
        (560, 60),
        (610, 130),
        (570, 190),
        (500, 215),
        (515, 260),
        (590, 275),
        (640, 330),
        (600, 400),
        (630, 450),
        (800, 450),
    ]
    c.shape([(x - 26, y) for x, y in land], "#dfe9c4")
    c.shape(land, "#e8c987")
    c.line(land[1:-1], "#8a6a2f", 4)
    for n in range(1, 8):
        c.line([(n * 100, 0), (n * 100, 450)], "#7fa0a8", 1)
        c.line([(0, n * 64), (800, n * 64)], "#7fa0a8", 1)
    c.light([(505, 237), (120, 110), (90, 237), (120, 360)], "#ffe27a", 0.55, 3)
    c.line([(505, 237), (120, 110)], "#a33327", 3)
    c.line([(505, 237), (120, 360)], "#a33327", 3)
    c.disc(507, 237, 15, "#a33327")
    c.disc(507, 237, 7, "#fff2c0")
    for n in range(16):
        turn = n * math.tau / 16
        reach = 62 if n % 4 == 0 else 44 if n % 2 == 0 else 28
        tip = (690 + reach * math.sin(turn), 365 - reach * math.cos(turn))
        side = (690 + 9 * math.sin(turn + 0.6), 365 - 9 * math.cos(turn + 0.6))
        c.shape([(690, 365), side, tip], "#7b2d26" if n % 4 == 0 else "#5b4a2a")
    c.line([(40, 420), (230, 330), (330, 300), (440, 292)], "#22405c", 4)
    return c.image


def harbour() -> Image.Image:
    """Ships at the quay, cranes, morning mist and a green lamp."""
    c = Canvas((0, "#2f6f8f"), (0.4, "#8fc0c4"), (0.62, "#ffe0b0"), (1, "#ffe0b0"))
    c.glow(300, 260, 210, "#fff2cc", 0.9)
    c.disc(300, 250, 34, "#fff6dc")
    c.shape(ridge(285, 60, 4), "#7fa3ac")
    for x, high in ((540, 190), (640, 225), (735, 180)):
        c.shape([(x - 5, 300), (x - 5, 300 - high), (x + 6, 300 - high), (x + 6, 300)], "#c2492f")
        c.line([(x, 300 - high), (x - 105, 300 - high + 42)], "#c2492f", 7)
        c.line([(x, 300 - high - 26), (x - 105, 300 - high + 42)], "#5b2b25", 2)
        c.line([(x - 88, 300 - high + 34), (x - 88, 250)], "#5b2b25", 2)
    c.mirror(300, "#1f5a72", 0.45)
    c.ripples(302, "#d9ecdf", 6, 60)
    for x, y, size, hull in ((60, 318, 1.0, "#19304a"), (330, 352, 1.5, "#8f2432")):
        c.shape(
            [(x, y - 34 * size), (x + 220 * size, y - 34 * size), (x + 196 * size, y), (x + 18 * size, y)], hull
        )
        c.shape(
            [
                (x + 18 * size, y),
                (x + 196 * size, y),
                (x + 200 * size, y - 7 * size),
                (x + 13 * size, y - 7 * size),
            ],
            "#e4573d",
        )
        c.box(x + 26 * size, y - 84 * size, 44 * size, 50 * size, "#f4ede0")
        c.box(x + 32 * size, y - 76 * size, 32 * size, 9 * size, "#27445c")
        c.box(x + 38 * size, y - 108 * size, 16 * size, 24 * size, "#e8b03c")
        for n, colour in enumerate(("#e8b03c", "#3f8f8a", "#c9563c", "#3f6ea5", "#e8b03c")):
            c.box(
                x + (80 + n * 25) * size,
                y - (52 + 14 * (n % 2)) * size,
                22 * size,
                (18 + 14 * (n % 2)) * size,
                colour,
            )
    c.shape([(0, 450), (0, 420), (800, 396), (800, 450)], "#22303a")
    c.box(742, 300, 9, 110, "#22303a")
    c.disc(746, 296, 15, "#3cf08c")
    c.glow(746, 296, 85, "#5dffab", 0.9)
    return c.image
