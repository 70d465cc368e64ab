"""Pictures in their own pixels: a PNG for Kitty, and sixels that come apart by rows of cells."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageStat

from newsreader.model import Canvas, Drawing, Picture
from newsreader.pictures import draw_picture
from newsreader.pictures.draw import MOST_SENT, sendable
from newsreader.pictures.sixel import COLOURS, sixel_bands
from pictures.images import encoded, halves, noise
from support.graphics import painted, stacked


def kitty(columns: int, rows: int, cell: tuple[int, int] = (10, 20)) -> Canvas:
    return Canvas(columns, rows, Drawing.KITTY, cell)


def png(picture: Picture) -> Image.Image:
    assert not picture.pixels
    assert not picture.bands
    return Image.open(io.BytesIO(picture.png), formats=["PNG"])


@pytest.mark.parametrize(
    ("size", "canvas", "cells", "pixels"),
    [
        ((800, 600), kitty(40, 100), (40, 15), (400, 300)),
        ((800, 600), kitty(200, 10), (27, 10), (267, 200)),
        ((80, 60), kitty(60, 20), (10, 4), (80, 60)),
        ((80, 60), kitty(60, 20, (20, 32)), (8, 4), (80, 60)),
        ((3000, 30), kitty(60, 20), (60, 1), (600, 6)),
        ((30, 3000), kitty(60, 20), (1, 20), (4, 400)),
    ],
)
def test_a_png_fills_its_cells_in_its_shape(
    size: tuple[int, int], canvas: Canvas, cells: tuple[int, int], pixels: tuple[int, int]
) -> None:
    picture = draw_picture(encoded(halves("RGB", *size), "PNG"), canvas)
    assert (picture.width, picture.height // 2) == cells
    assert png(picture).size == pixels


def test_a_cell_of_many_pixels_shows_a_picture_as_large_as_a_page_would() -> None:
    small, fine = Canvas(60, 20, Drawing.KITTY, (8, 16)), Canvas(60, 20, Drawing.KITTY, (16, 32))
    assert small.fitted(160, 160) == fine.fitted(160, 160) == (20, 10)


def test_what_is_transparent_lies_on_grey_in_a_png_too() -> None:
    image = halves("RGBA")
    image.paste((0, 0, 0, 0), (0, 0, 40, 60))
    drawn = png(draw_picture(encoded(image, "PNG"), kitty(60, 20)))
    assert drawn.mode == "RGB"
    assert drawn.getpixel((3, 3)) == (128, 128, 128)


@given(*[st.tuples(st.integers(1, 6_000), st.integers(1, 6_000))] * 2)
def test_never_more_is_sent_than_there_is_or_than_keys_can_wait_for(
    size: tuple[int, int], room: tuple[int, int]
) -> None:
    width, height = sendable(size, room)
    assert 1 <= width <= max(size[0], 1)
    assert 1 <= height <= room[1]
    assert width * height <= MOST_SENT * 1.01 + max(width, height)


def difference(one: Image.Image, other: Image.Image) -> int:
    """Return by how much two pictures are apart at most, of 255."""
    apart = ImageChops.difference(one.convert("RGB"), other.convert("RGB"))
    return max(most for _, most in ImageStat.Stat(apart).extrema)


@pytest.mark.parametrize("high", [6, 7, 16, 17, 20, 37])
@pytest.mark.parametrize("size", [(40, 33), (1, 50), (61, 20), (300, 1)])
def test_rows_of_cells_painted_one_by_one_make_the_picture(size: tuple[int, int], high: int) -> None:
    image = noise(64, 64).resize(size)
    bands = sixel_bands(image, high)
    assert len(bands) == -(-size[1] // high)
    whole = stacked(bands, size[0], high)
    assert whole.getchannel("A").crop((0, 0, *size)).getextrema() == (255, 255), "a pixel was left out"
    assert difference(whole.crop((0, 0, *size)), image.quantize(COLOURS)) <= 2


@settings(max_examples=60)
@given(st.lists(st.lists(st.integers(0, 3), min_size=9, max_size=9), min_size=1, max_size=14), st.integers(1, 14))
def test_any_picture_of_few_colours_comes_back_from_its_sixels(pixels: list[list[int]], high: int) -> None:
    image = Image.new("RGB", (9, len(pixels)))
    shades = [(0, 0, 0), (255, 255, 255), (255, 0, 0), (0, 51, 204)]
    image.putdata([shades[colour] for row in pixels for colour in row])
    whole = stacked(sixel_bands(image, high), 9, high)
    assert difference(whole.crop((0, 0, *image.size)), image) <= 2


def test_a_photograph_in_sixels_is_as_large_as_its_cells() -> None:
    picture = draw_picture(encoded(noise(), "JPEG"), Canvas(30, 50, Drawing.SIXEL, (10, 19)))
    assert (picture.width, picture.height // 2, len(picture.bands)) == (30, 12, 12)
    assert painted(picture.bands[0], 300).size == (300, 19)
