"""Pictures of hills and nights: the monastery, the train, the dome, the lanterns."""

import math
import random

from PIL import Image, ImageDraw
from screenshots.edition.canvas import SCALE, Canvas, ridge, stars


def monastery() -> Image.Image:
    """A monastery on a rock before two snowy peaks, in the morning."""
    c = Canvas((0, "#3f6fb0"), (0.4, "#9cc3df"), (0.6, "#ffe3c2"), (1, "#ffd5a8"))
    c.glow(640, 210, 190, "#fff0c8", 0.9)
    c.shape([(60, 330), (250, 70), (300, 130), (330, 110), (470, 330)], "#8da4cc")
    c.shape(
        [(250, 70), (160, 194), (215, 170), (240, 200), (275, 165), (310, 190), (345, 176), (330, 110), (300, 130)],
        "#ffffff",
    )
    c.shape([(470, 330), (560, 215), (600, 250), (690, 330)], "#9fb4d4")
    c.shape([(560, 215), (525, 258), (556, 250), (580, 266), (600, 250)], "#ffffff")
    c.shape(ridge(360, 70, 7), "#7d8c6a")
    c.shape(ridge(400, 60, 11), "#5c7048")
    c.shape([(360, 450), (400, 372), (470, 342), (620, 338), (690, 370), (740, 450)], "#6b4a38")
    c.shape([(470, 342), (620, 338), (660, 360), (520, 366)], "#8d6a4b")
    for x, width, high in ((470, 150, 70), (515, 56, 110)):
        c.box(x, 345 - high, width, high, "#c98d5e")
        c.box(x + width * 0.55, 345 - high, width * 0.45, high, "#a56c45")
    c.shape([(460, 275), (545, 240), (630, 275)], "#7c4b3a")
    c.box(517, 190, 52, 52, "#d69a68")
    c.box(545, 190, 24, 52, "#ac7049")
    c.shape([(508, 190), (543, 120), (578, 190)], "#8b3f33")
    c.line([(543, 96), (543, 122)], "#3c241c", 4)
    c.line([(535, 105), (551, 105)], "#3c241c", 4)
    c.shape([(533, 345), (533, 312), (543, 300), (553, 312), (553, 345)], "#3c241c")
    return c.image


def train() -> Image.Image:
    """A night train along a bay, its windows lit, the moon on the water."""
    c = Canvas((0, "#070b24"), (0.4, "#1b2b62"), (0.52, "#4a5aa0"), (1, "#4a5aa0"))
    stars(c, 90, 170, 8)
    c.glow(590, 85, 190, "#a9bdf0", 0.8)
    c.disc(590, 85, 42, "#fdf6dc")
    c.shape(ridge(232, 100, 21), "#1c2a5e")
    c.shape(ridge(240, 50, 33), "#131d47")
    c.mirror(238, "#12205a", 0.45)
    c.ripples(242, "#6f7fc0", 9, 50)
    chance = random.Random(6)
    for y in range(243, 330, 3):
        half = 6 + (y - 243) * 0.45 + chance.uniform(-5, 5)
        c.line([(590 - half, y), (590 + half, y)], "#ffe9b0" if chance.random() < 0.7 else "#c9bfae", 2.2)
    c.shape([(0, 450), (0, 398), (800, 370), (800, 450)], "#05060f")
    for n in range(6):
        _carriage(c, -40 + n * 134, 400 - n * 4.7, engine=n == 5)
    return c.image


def _carriage(c: Canvas, x: float, y: float, *, engine: bool) -> None:
    """Draw a carriage of the train, its lower left corner at x, y; the engine has a lamp and fewer windows."""
    c.shape([(x, y), (x, y - 72), (x + 126, y - 77), (x + 126, y - 5)], "#2f4a8a" if engine else "#8c2033")
    c.shape([(x, y - 70), (x, y - 80), (x + 126, y - 85), (x + 126, y - 75)], "#3a4468")
    c.shape([(x, y - 14), (x, y - 18), (x + 126, y - 23), (x + 126, y - 19)], "#e0b04a")
    for left in (x + 76, x + 101) if engine else (x + 10 + w * 23 for w in range(5)):
        c.shape([(left, y - 32), (left, y - 58), (left + 15, y - 59), (left + 15, y - 33)], "#ffd166")
    if not engine:
        c.glow(x + 60, y - 46, 70, "#ffb347", 0.5)
    c.shape([(x, y), (x + 126, y - 5), (x + 126, y + 6), (x, y + 11)], "#05060f")


def dome() -> Image.Image:
    """A telescope dome, open, under the Milky Way."""
    c = Canvas((0, "#040617"), (0.5, "#0f1d4a"), (0.8, "#2a3f7d"), (0.92, "#8a5a86"), (1, "#8a5a86"))
    c.light([(60, 0), (250, 0), (760, 380), (560, 400)], "#7f8fd8", 0.5, 60)
    c.light([(140, 0), (200, 0), (700, 380), (640, 400)], "#e7c9e8", 0.45, 36)
    stars(c, 260, 380, 14)
    c.shape(ridge(420, 50, 17), "#0a0d20")
    c.shape([(0, 450), (0, 408), (800, 398), (800, 450)], "#06070f")
    c.box(250, 320, 260, 92, "#aeb4c6")
    c.box(400, 320, 110, 92, "#7d849c")
    box = [240 * SCALE, 180 * SCALE, 520 * SCALE, 460 * SCALE]
    draw = ImageDraw.Draw(c.image)
    draw.pieslice(box, 180, 360, fill="#e6e8ef")
    draw.pieslice(box, 290, 360, fill="#9aa1b8")
    c.shape([(345, 322), (350, 183), (410, 183), (425, 322)], "#10142a")
    c.shape([(362, 310), (352, 205), (388, 200), (404, 306)], "#c85f3a")
    c.shape([(347, 212), (344, 190), (392, 184), (394, 206)], "#f0a25a")
    c.glow(384, 300, 70, "#ff7b4a", 0.5)
    c.box(240, 314, 280, 10, "#6b7188")
    c.box(285, 362, 26, 50, "#ffcf70")
    c.glow(298, 385, 60, "#ffb347", 0.7)
    return c.image


def lanterns() -> Image.Image:
    """Paper lanterns over a lake and a branch in blossom, at nightfall."""
    c = Canvas((0, "#241a4d"), (0.5, "#6b3f86"), (0.78, "#e58aa0"), (1, "#e58aa0"))
    c.disc(590, 110, 52, "#ffe9d6")
    c.glow(590, 110, 150, "#ffd9d0", 0.6)
    c.shape([(120, 330), (400, 95), (440, 95), (720, 330)], "#4a4a86")
    c.shape([(400, 95), (345, 141), (380, 150), (410, 134), (440, 156), (496, 142), (440, 95)], "#fdf4fa")
    c.shape(ridge(350, 40, 3), "#2d2357")
    c.mirror(340, "#24174a", 0.45)
    for x, y, size in ((70, 205, 1.2), (215, 232, 1.0), (330, 250, 0.8), (735, 215, 1.15), (630, 240, 0.9)):
        c.line([(x, y - 200), (x, y - 30 * size)], "#150d2c", 2)
        c.disc(x, y, 31 * size, "#e8402f")
        c.disc(x, y, 20 * size, "#ffb056")
        c.box(x - 14 * size, y - 36 * size, 28 * size, 8 * size, "#150d2c")
        c.box(x - 14 * size, y + 27 * size, 28 * size, 8 * size, "#150d2c")
        c.glow(x, y, 92 * size, "#ff9a4a", 0.7)
    c.line([(-10, 20), (150, 60), (330, 40), (470, 75)], "#150d2c", 9)
    c.line([(150, 60), (240, 110), (300, 112)], "#150d2c", 6)
    chance = random.Random(2)
    for _ in range(120):
        petal_x = chance.uniform(-10, 480)
        petal_y = 40 + 30 * math.sin(petal_x / 90) + chance.gauss(0, 26)
        c.disc(petal_x, petal_y, chance.uniform(5, 11), chance.choice(("#ffc2d4", "#ff9dbb", "#ffe3ea")))
    return c.image
