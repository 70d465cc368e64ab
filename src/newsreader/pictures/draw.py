"""A picture scaled for half-blocks: two pixels in a cell, one above the other."""

from PIL import Image, ImageOps

from newsreader.model import Picture
from newsreader.pictures.opening import opened

GROUND = (128, 128, 128)
"""What shows through transparent parts: black and white drawings can both be seen on middle grey."""

_SIXTEEN_BITS = frozenset({"I", "I;16", "I;16L", "I;16B", "I;16N"})


def draw_picture(data: bytes, columns: int, rows: int) -> Picture:
    """Return the picture in ``data`` as large as fits ``columns`` × ``rows`` cells, never larger than it is.

    A cell is two half rows high and a half row as high as a column is wide, so the shape is kept. The
    first frame stands for an animation; EXIF orientation is applied; transparency lies on grey.

    Raises:
        PictureError: it is no picture we show, too small, too large, broken or cut short.
    """
    room = (max(1, columns), max(1, rows) * 2)
    with opened(data) as image:
        longest = max(room)
        image.draft("RGB", (longest * 2, longest * 2))  # JPEG: decode no more than twice what is shown
        upright = ImageOps.exif_transpose(image)
        size = fitted(upright.size, room)
        small = plain(upright).resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
        return Picture(*size, opaque(small).tobytes())


def fitted(size: tuple[int, int], room: tuple[int, int]) -> tuple[int, int]:
    """Return the width and the even height at which ``size`` fits into ``room`` in its shape, not enlarged."""
    width, height = size
    scale = min(1.0, room[0] / width, room[1] / height)
    most = min(room[1], height)
    high = min(2 * round(height * scale / 2), most - most % 2)
    return max(1, round(width * scale)), max(2, high)


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
