"""Pictures are known by their bytes, and turned away when they are bombs, trackers, broken or something else."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, features

from newsreader.model import Canvas, PictureError
from newsreader.pictures import PictureFacts, draw_picture, inspect_picture
from pictures.images import bomb, encoded, halves, noise

FORMATS = [
    ("JPEG", "image/jpeg", ".jpg"),
    ("PNG", "image/png", ".png"),
    ("GIF", "image/gif", ".gif"),
    ("WEBP", "image/webp", ".webp"),
    ("BMP", "image/bmp", ".bmp"),
    *([("AVIF", "image/avif", ".avif")] if features.check("avif") else []),
]


@pytest.mark.parametrize(("form", "media_type", "suffix"), FORMATS)
def test_a_picture_is_known_by_its_bytes(form: str, media_type: str, suffix: str) -> None:
    assert inspect_picture(encoded(halves(), form)) == PictureFacts(media_type, suffix, 80, 60)


def test_a_picture_on_its_side_is_measured_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    facts = inspect_picture(encoded(halves(), "JPEG", exif=exif.tobytes()))
    assert (facts.width, facts.height) == (60, 80)


def test_a_picture_of_several_is_a_jpeg() -> None:
    data = encoded(halves(), "MPO", save_all=True, append_images=[halves()])
    assert inspect_picture(data).media_type == "image/jpeg"


@pytest.mark.parametrize("size", [(1, 1), (2, 2), (7, 600), (600, 1)])
def test_trackers_and_spacers_are_turned_away(size: tuple[int, int]) -> None:
    data = encoded(Image.new("RGB", size), "GIF")
    for opening in (inspect_picture, lambda it: draw_picture(it, Canvas(10, 10))):
        with pytest.raises(PictureError, match="too small"):
            opening(data)


@pytest.mark.parametrize("side", [4_600, 12_000, 30_000])
def test_a_bomb_is_turned_away_unopened(side: int) -> None:
    data = bomb(side, side)
    assert len(data) < 100_000
    for opening in (inspect_picture, lambda it: draw_picture(it, Canvas(10, 10))):
        with pytest.raises(PictureError, match="larger than 20 megapixels"):
            opening(data)


@pytest.mark.parametrize(("form", "media_type", "suffix"), FORMATS)
@pytest.mark.parametrize("share", [0.2, 0.6, 0.95])
def test_a_picture_cut_short_is_told(form: str, media_type: str, suffix: str, share: float) -> None:
    data = encoded(noise(), form)
    with pytest.raises(PictureError):
        inspect_picture(data[: int(len(data) * share)])


@pytest.mark.parametrize("form", ["TIFF", "ICO", "PPM", "PDF", "TGA", "PCX", "SGI", "JPEG2000"])
def test_other_formats_are_never_opened(form: str) -> None:
    with pytest.raises(PictureError, match="not a picture of a kind"):
        inspect_picture(encoded(halves(), form))


def test_what_is_no_picture_is_told() -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("a", "b")
    script = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 100 100\n(ls) run\n"
    for data in (
        b"",
        b"\x89PNG\r\n\x1a\n",
        b"<svg/>",
        b"<html>",
        b"GIF89a",
        archive.getvalue(),
        script,
        b"\0" * 99,
    ):
        with pytest.raises(PictureError):
            inspect_picture(data)


@settings(max_examples=100)
@given(
    form=st.sampled_from(["JPEG", "PNG", "GIF", "WEBP", "BMP"]),
    hits=st.lists(st.tuples(st.integers(0, 5_000), st.binary(min_size=1, max_size=4)), min_size=1, max_size=8),
)
def test_damaged_bytes_give_a_picture_or_an_error_of_the_house(form: str, hits: list[tuple[int, bytes]]) -> None:
    data = bytearray(encoded(noise(40, 30), form))
    for place, junk in hits:
        place %= len(data)
        data[place : place + len(junk)] = junk
    for opening in (inspect_picture, lambda it: draw_picture(it, Canvas(8, 4))):
        try:
            opening(bytes(data))
        except PictureError as error:
            told = str(error)
            assert told
