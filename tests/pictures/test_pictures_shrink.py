"""The small copy of a kept picture is as good as the picture, for a terminal."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from newsreader.model import Canvas, PictureError
from newsreader.model.picture import SMALL_SIDE
from newsreader.pictures import draw_picture, shrink_picture
from newsreader.pictures.draw import GROUND
from pictures.images import bomb, encoded, halves, noise


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "GIF", "BMP"])
def test_it_is_drawn_as_the_picture_itself(form: str) -> None:
    data = encoded(Image.effect_mandelbrot((900, 600), (-2, -1, 1, 1), 40).convert("RGB"), form)
    small = shrink_picture(data)
    assert Image.open(io.BytesIO(small)).size == (SMALL_SIDE, 160)
    for columns, rows in ((120, 40), (72, 24), (20, 60), (240, 120)):
        whole, copy = draw_picture(data, Canvas(columns, rows)), draw_picture(small, Canvas(columns, rows))
        assert (copy.width, copy.height) == (whole.width, whole.height)
        apart = sum(abs(a - b) for a, b in zip(copy.pixels, whole.pixels, strict=True)) / len(copy.pixels)
        assert apart < 6


def test_it_stands_upright_and_is_grey_where_the_picture_is_transparent() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    turned = Image.open(io.BytesIO(shrink_picture(encoded(halves(width=800, height=400), "JPEG", exif=exif))))
    assert turned.size == (SMALL_SIDE // 2, SMALL_SIDE)
    clear = Image.new("RGBA", (600, 600), (0, 0, 0, 0))
    middle = Image.open(io.BytesIO(shrink_picture(encoded(clear, "PNG")))).getpixel((99, 99))
    assert isinstance(middle, tuple)
    assert all(abs(one - other) < 4 for one, other in zip(middle, GROUND, strict=True))


def test_what_is_small_itself_and_a_strip_need_none() -> None:
    assert shrink_picture(encoded(halves(width=SMALL_SIDE, height=100), "PNG")) == b""
    assert shrink_picture(encoded(noise(200, 200), "BMP")) != b"", "few pixels, but many bytes"
    assert shrink_picture(encoded(halves(width=4_000, height=10), "PNG")) == b""


@settings(max_examples=30)
@given(st.integers(8, 3_000), st.integers(8, 3_000))
def test_every_copy_can_be_drawn(width: int, height: int) -> None:
    small = shrink_picture(encoded(Image.new("L", (width, height)), "PNG", compress_level=1))
    if small:
        assert draw_picture(small, Canvas(120, 40))
        assert len(small) < 40_000


@pytest.mark.parametrize("data", [b"", b"no picture", bomb(30_000, 30_000), encoded(noise(), "JPEG")[:9_000]])
def test_what_is_no_picture_is_an_error(data: bytes) -> None:
    with pytest.raises(PictureError):
        shrink_picture(data)
