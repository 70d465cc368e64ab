"""Rare pictures become ones that every reader shows."""

import io

import pytest
from PIL import Image, features

from newsreader.model import PictureError
from newsreader.pictures import common_picture
from pictures.images import bomb, encoded, halves

AVIF = pytest.param("AVIF", marks=pytest.mark.skipif(not features.check("avif"), reason="Pillow without AVIF"))


@pytest.mark.parametrize("form", ["BMP", AVIF])
def test_what_books_may_not_hold_becomes_jpeg(form: str) -> None:
    data, suffix = common_picture(encoded(halves(), form))
    with Image.open(io.BytesIO(data)) as image:
        assert (image.format, suffix, image.size) == ("JPEG", ".jpg", (80, 60))
        half = image.crop((0, 0, 35, 60)).resize((1, 1)).tobytes()
    assert half[0] > 200, "red on the left, as it was"
    assert half[2] < 60


@pytest.mark.parametrize("form", ["PNG", AVIF])
def test_transparent_parts_stay_so(form: str) -> None:
    clear = halves("RGBA")
    clear.putalpha(Image.linear_gradient("L").resize(clear.size))
    data, suffix = common_picture(encoded(clear, form))
    with Image.open(io.BytesIO(data)) as image:
        assert (image.format, suffix, image.mode) == ("PNG", ".png", "RGBA")
        assert min(image.getchannel("A").tobytes()) < 10


def test_what_is_too_large_or_broken_is_not_opened() -> None:
    for data in (bomb(30_000, 30_000), b"BM" + bytes(60), b""):
        with pytest.raises(PictureError):
            common_picture(data)
