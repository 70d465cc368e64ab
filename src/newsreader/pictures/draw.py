"""A picture scaled for the screen: pixels for half-blocks, a PNG for Kitty, or sixels."""

import io

from PIL import Image, ImageOps

from newsreader.model import Canvas, Drawing, Picture
from newsreader.pictures.opening import opened
from newsreader.pictures.sixel import sixel_bands

GROUND = (128, 128, 128)
"""What shows through transparent parts: black and white drawings can both be seen on middle grey."""

MOST_SENT = 400_000
"""Pixels of a PNG; a terminal of finer cells enlarges it, for keys wait behind what is sent over a slow line."""

_SIXTEEN_BITS = frozenset({"I", "I;16", "I;16L", "I;16B", "I;16N"})


def draw_picture(data: bytes, canvas: Canvas) -> Picture:
    """Return the picture in ``data`` as large as fits ``canvas``, in its shape, never larger than it is.

    The first frame stands for an animation; EXIF orientation is applied; transparency lies on grey.

    Raises:
        PictureError: it is no picture we show, too small, too large, broken or cut short.
    """
    finest = max(1, canvas.columns * canvas.cell[0], canvas.rows * canvas.cell[1])
    if canvas.drawing is Drawing.HALF_BLOCK:
        finest *= 2  # so few pixels are better made from more
    with opened(data) as image:
        image.draft("RGB", (finest, finest))  # JPEG: decode not much more than is shown
        upright = plain(ImageOps.exif_transpose(image))
        columns, rows = canvas.fitted(*upright.size)
        room = (columns * canvas.cell[0], rows * canvas.cell[1])
        match canvas.drawing:
            case Drawing.HALF_BLOCK:
                return Picture(columns, 2 * rows, pixels=_scaled(upright, room).tobytes())
            case Drawing.KITTY:
                return Picture(columns, 2 * rows, png=_png(_scaled(upright, sendable(upright.size, room))))
            case Drawing.SIXEL:
                exact = _scaled(upright, within(upright.size, room))
                return Picture(columns, 2 * rows, bands=sixel_bands(exact, canvas.cell[1]))


def within(size: tuple[int, int], room: tuple[int, int]) -> tuple[int, int]:
    """Return the width and height that fill ``room`` with ``size`` in its shape."""
    scale = min(room[0] / size[0], room[1] / size[1])
    return max(1, min(room[0], round(size[0] * scale))), max(1, min(room[1], round(size[1] * scale)))


def sendable(size: tuple[int, int], room: tuple[int, int]) -> tuple[int, int]:
    """Return the size at which to send what a terminal scales to ``room``: no larger than it is or need be."""
    width, height = within(size, room)
    share = min(1.0, size[0] / width, (MOST_SENT / (width * height)) ** 0.5)
    return max(1, round(width * share)), max(1, round(height * share))


def plain(image: Image.Image) -> Image.Image:
    """Return ``image`` as RGB, or as RGBA when parts of it are transparent."""
    if image.mode in _SIXTEEN_BITS:
        return image.convert("I").point(lambda value: value * (1 / 257)).convert("L").convert("RGB")
    if image.mode in {"RGBA", "LA", "PA", "La", "RGBa"} or "transparency" in image.info:
        return image.convert("RGBA")
    return image.convert("RGB")


def opaque(image: Image.Image) -> Image.Image:
    """Return what ``plain`` made with grey where it is transparent."""
    if image.mode == "RGB":
        return image
    ground = Image.new("RGBA", image.size, (*GROUND, 255))
    return Image.alpha_composite(ground, image).convert("RGB")


def _scaled(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    return opaque(image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0))


def _png(image: Image.Image) -> bytes:
    written = io.BytesIO()
    image.save(written, "PNG", compress_level=6)
    return written.getvalue()
