"""A copy of a picture that is as large as a terminal can show, for it to be drawn from at once."""

import io

from PIL import Image, ImageOps

from newsreader.model.picture import SMALL_SIDE
from newsreader.pictures.draw import opaque, plain
from newsreader.pictures.opening import LEAST_SIDE, opened

_LITTLE = 20_000
"""Bytes; a picture of this size and few pixels is as quick to draw as its copy would be."""

_QUALITY = 82
"""Of the JPEG: above what half-blocks of 24 bits show, at about 10 kB a copy."""


def shrink_picture(data: bytes) -> bytes:
    """Return a JPEG of the picture in ``data``, at most ``SMALL_SIDE`` pixels wide and high, in its shape.

    It is as ``draw_picture`` would see it: the first frame, upright, transparency on grey. Empty when the picture
    needs no copy, being small itself, or bears none.

    Raises:
        PictureError: it is no picture we show, too small, too large, broken or cut short.
    """
    with opened(data) as image:
        image.draft("RGB", (SMALL_SIDE * 2, SMALL_SIDE * 2))  # JPEG: decode no more than twice what is kept
        upright = plain(ImageOps.exif_transpose(image))
        if len(data) <= _LITTLE and max(upright.size) <= SMALL_SIDE:
            return b""
        if min(upright.size) * SMALL_SIDE < LEAST_SIDE * max(upright.size):
            return b""  # a strip, of which nothing would be left to see
        upright.thumbnail((SMALL_SIDE, SMALL_SIDE), Image.Resampling.LANCZOS, reducing_gap=3.0)
        buffer = io.BytesIO()
        opaque(upright).save(buffer, "JPEG", quality=_QUALITY)
        return buffer.getvalue()
