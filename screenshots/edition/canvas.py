"""A canvas in coordinates of 800 × 450, with the few strokes and lights that the edition's pictures need."""

import math
import random
from collections.abc import Iterable, Sequence

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFilter

WIDTH, HEIGHT = 800, 450
SCALE = 2
"""Painted this much larger, and scaled down for smooth edges."""

Point = tuple[float, float]


class Canvas:
    """A picture in coordinates of 800 × 450, with the few strokes that these paintings need."""

    def __init__(self, *stops: tuple[float, str]) -> None:
        self.image = gradient((WIDTH * SCALE, HEIGHT * SCALE), stops)

    def shape(self, points: Iterable[Point], colour: str) -> None:
        """Fill a polygon."""
        ImageDraw.Draw(self.image).polygon([(x * SCALE, y * SCALE) for x, y in points], fill=colour)

    def box(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Fill a rectangle."""
        self.shape([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], colour)

    def disc(self, x: float, y: float, radius: float, colour: str) -> None:
        """Fill a circle."""
        box = [(x - radius) * SCALE, (y - radius) * SCALE, (x + radius) * SCALE, (y + radius) * SCALE]
        ImageDraw.Draw(self.image).ellipse(box, fill=colour)

    def line(self, points: Sequence[Point], colour: str, width: float = 2) -> None:
        """Draw a line through ``points``."""
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        ImageDraw.Draw(self.image).line(scaled, fill=colour, width=round(width * SCALE), joint="curve")

    def light(self, points: Iterable[Point], colour: str, strength: float, blur: float) -> None:
        """Add light in the shape of a polygon; ``strength`` is 0 to 1, ``blur`` in pixels."""
        mask = Image.new("L", self.image.size)
        ImageDraw.Draw(mask).polygon([(x * SCALE, y * SCALE) for x, y in points], fill=round(255 * strength))
        mask = mask.resize((WIDTH // 2, HEIGHT // 2)).filter(ImageFilter.GaussianBlur(blur / 2))
        self._add(mask.resize(self.image.size, Image.Resampling.BICUBIC), colour)

    def glow(self, x: float, y: float, radius: float, colour: str, strength: float = 1.0) -> None:
        """Add a round light that fades out at ``radius``."""
        side = round(radius * 2 * SCALE)
        mask = Image.new("L", self.image.size)
        round_light = ImageChops.invert(Image.radial_gradient("L")).point(lambda v: max(0, v - 75) / 180 * 255)
        round_light = round_light.point(lambda v: v * v / 255 * strength).resize((side, side))
        mask.paste(round_light, (round((x - radius) * SCALE), round((y - radius) * SCALE)))
        self._add(mask, colour)

    def mirror(self, shore: float, dark: str, depth: float = 0.55) -> None:
        """Lay still water below ``shore``, in which what stands above is seen upside down, tinted ``dark``."""
        top = round(shore * SCALE)
        water = self.image.size[1] - top
        above = self.image.crop((0, max(0, top - water), self.image.size[0], top))
        above = above.transpose(Image.Transpose.FLIP_TOP_BOTTOM).resize((self.image.size[0], water))
        above = above.filter(ImageFilter.GaussianBlur(3 * SCALE))
        tint = Image.new("RGB", above.size, dark)
        self.image.paste(Image.blend(above, tint, depth), (0, top))

    def ripples(self, shore: float, colour: str, seed: int, count: int = 60) -> None:
        """Draw short strokes on water, longer the nearer they are."""
        chance = random.Random(seed)
        for _ in range(count):
            near = chance.random() ** 1.5
            y = shore + 4 + near * (HEIGHT - shore)
            x, length = chance.uniform(-20, WIDTH), 8 + 60 * near
            self.line([(x, y), (x + length, y)], colour, 1 + 1.6 * near)

    def _add(self, mask: Image.Image, colour: str) -> None:
        lamp = Image.merge("RGB", [mask.point(lambda v, c=c: v * c / 255) for c in ImageColor.getrgb(colour)[:3]])
        self.image = ImageChops.screen(self.image, lamp)


def gradient(size: tuple[int, int], stops: Sequence[tuple[float, str]]) -> Image.Image:
    """Return a picture whose colour runs from top to bottom through ``stops`` (place 0 to 1, colour)."""
    column = Image.new("RGB", (1, size[1]))
    for y in range(size[1]):
        place = y / (size[1] - 1)
        above = max((s for s in stops if s[0] <= place), default=stops[0])
        below = min((s for s in stops if s[0] >= place), default=stops[-1])
        share = (place - above[0]) / (below[0] - above[0]) if below[0] > above[0] else 0.0
        one, two = ImageColor.getrgb(above[1])[:3], ImageColor.getrgb(below[1])[:3]
        column.putpixel((0, y), tuple(round(a + (b - a) * share) for a, b in zip(one, two, strict=True)))
    return column.resize(size)


def ridge(base: float, height: float, seed: int, *, step: int = 8) -> list[Point]:
    """Return the outline of mountains over the whole width, ``height`` high above ``base``."""
    chance = random.Random(seed)
    waves = [(chance.uniform(0.6, 1.4) * n, chance.uniform(0, math.tau), 1 / n) for n in (1, 2, 3, 5, 8, 13)]
    top = sum(weight for *_, weight in waves)
    points = []
    for x in range(0, WIDTH + step, step):
        rise = sum(w * abs(math.sin(f * x / WIDTH * math.pi + p)) for f, p, w in waves) / top
        points.append((float(x), base - height * rise))
    return [*points, (WIDTH, HEIGHT), (0, HEIGHT)]


def stars(canvas: Canvas, count: int, below: float, seed: int) -> None:
    """Scatter stars over the sky above ``below``, a few of them bright."""
    chance = random.Random(seed)
    for n in range(count):
        x, y = chance.uniform(0, WIDTH), chance.uniform(0, below)
        bright = n % 9 == 0
        canvas.disc(x, y, 2.6 if bright else chance.uniform(0.8, 1.6), "#fff6df" if bright else "#b9c4e6")
