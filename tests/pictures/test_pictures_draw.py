"""Pictures are drawn in their shape, the right way up, within the room they are given."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from newsreader.model import Canvas, Picture
from newsreader.pictures import draw_picture
from newsreader.pictures.draw import GROUND
from pictures.images import encoded, halves, noise


def pixel(picture: Picture, x: int, y: int) -> tuple[int, ...]:
    start = 3 * (y * picture.width + x)
    return tuple(picture.pixels[start : start + 3])


def near(color: tuple[int, ...], other: tuple[int, ...], by: int = 12) -> bool:
    return all(abs(a - b) <= by for a, b in zip(color, other, strict=True))


def corners(picture: Picture) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the pixels at the top left and the bottom right."""
    return pixel(picture, 0, 0), pixel(picture, picture.width - 1, picture.height - 1)


RED, BLUE = (255, 0, 0), (0, 0, 255)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "GIF", "WEBP", "BMP"])
def test_every_format_shows_the_same_picture(form: str) -> None:
    picture = draw_picture(encoded(halves(), form), Canvas(40, 30))
    assert (picture.width, picture.height) == (40, 30)
    assert len(picture.pixels) == 3 * 40 * 30
    left, right = corners(picture)
    assert near(left, RED)
    assert near(right, BLUE)


@pytest.mark.parametrize(
    ("columns", "rows", "size"),
    [(40, 100, (40, 30)), (200, 10, (27, 20)), (1, 1, (1, 2)), (500, 500, (80, 60)), (0, -3, (1, 2))],
)
def test_it_fits_the_room_and_is_not_enlarged(columns: int, rows: int, size: tuple[int, int]) -> None:
    picture = draw_picture(encoded(halves(), "PNG"), Canvas(columns, rows))
    assert (picture.width, picture.height) == size


@settings(max_examples=100)
@given(st.integers(8, 6_000), st.integers(8, 6_000), st.integers(1, 300), st.integers(1, 100))
def test_the_size_is_within_bounds_and_in_shape(width: int, height: int, columns: int, rows: int) -> None:
    wide, cells = Canvas(columns, rows).fitted(width, height)
    high = 2 * cells
    assert 1 <= wide <= min(columns, width)
    assert 2 <= high <= min(rows * 2, height + 1)
    scale = min(1.0, columns / width, rows * 2 / height)
    assert abs(wide - width * scale) <= 1
    assert abs(high - height * scale) <= 2


UPRIGHT = {2: (BLUE, RED), 3: (BLUE, RED), 6: (RED, BLUE), 8: (BLUE, RED)}
"""What stands at the top left and the bottom right, by EXIF orientation."""


@pytest.mark.parametrize(("orientation", "expected"), UPRIGHT.items())
def test_it_stands_upright(orientation: int, expected: tuple[tuple[int, ...], tuple[int, ...]]) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    picture = draw_picture(encoded(halves(), "JPEG", exif=exif.tobytes(), quality=95), Canvas(100, 50))
    turned = orientation in {6, 8}
    assert (picture.width, picture.height) == ((60, 80) if turned else (80, 60))
    first, last = corners(picture)
    assert near(first, expected[0])
    assert near(last, expected[1])


@pytest.mark.parametrize("form", ["PNG", "WEBP", "GIF"])
def test_what_is_transparent_lies_on_grey(form: str) -> None:
    image = halves("RGBA")
    image.paste((0, 0, 0, 0), (0, 0, 40, 60))
    picture = draw_picture(
        encoded(image, form, lossless=True) if form == "WEBP" else encoded(image, form), Canvas(80, 30)
    )
    left, right = corners(picture)
    assert near(left, GROUND)
    assert near(right, BLUE)


def test_a_palette_with_one_transparent_colour_lies_on_grey() -> None:
    image = halves().quantize(4)
    index = image.getpixel((0, 0))
    picture = draw_picture(encoded(image, "PNG", transparency=index), Canvas(80, 30))
    assert near(pixel(picture, 0, 0), GROUND)


@pytest.mark.parametrize(
    ("mode", "form", "left"),
    [
        ("1", "PNG", (0, 0, 0)),
        ("L", "JPEG", (76, 76, 76)),
        ("LA", "PNG", (76, 76, 76)),
        ("P", "PNG", RED),
        ("CMYK", "JPEG", RED),
        ("RGBA", "PNG", RED),
    ],
)
def test_every_mode_of_colour_is_shown(mode: str, form: str, left: tuple[int, ...]) -> None:
    image = Image.new("RGB", (80, 60), RED).convert("L").convert("1", dither=Image.Dither.NONE)
    picture = draw_picture(encoded(image if mode == "1" else halves(mode), form), Canvas(80, 30))
    assert near(pixel(picture, 2, 2), left)


@pytest.mark.parametrize("level", [0, 32_896, 65_535])
def test_sixteen_bits_of_grey_keep_their_shade(level: int) -> None:
    image = Image.new("I", (20, 20), level).convert("I;16")
    picture = draw_picture(encoded(image, "PNG"), Canvas(20, 10))
    assert near(pixel(picture, 5, 5), (level // 257,) * 3, by=1)


@pytest.mark.parametrize("form", ["GIF", "WEBP", "PNG"])
def test_an_animation_shows_its_first_frame(form: str) -> None:
    frames = [Image.new("RGB", (40, 30), color) for color in (RED, BLUE, RED)]
    data = encoded(frames[0], form, save_all=True, append_images=frames[1:], duration=50)
    assert near(pixel(draw_picture(data, Canvas(40, 15)), 20, 15), RED)


def test_a_photograph_is_drawn_at_the_size_asked_for() -> None:
    picture = draw_picture(encoded(noise(3_000, 2_000), "JPEG"), Canvas(72, 24))
    assert (picture.width, picture.height) == (72, 48)
