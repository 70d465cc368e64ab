"""Opening image bytes that may mean harm: only known formats, only sizes that memory can bear."""

import io
import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, UnidentifiedImageError, features

from newsreader.model import PictureError

MOST_PIXELS = 20_000_000
"""Decoded to RGBA these are 80 MB; larger pictures are not opened."""

LEAST_SIDE = 8
"""Pixels; anything narrower or lower is a tracking pixel or a spacer, not a picture."""

FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "BMP") + (("AVIF",) if features.check("avif") else ())
"""What Pillow may try on foreign bytes: its fifty other decoders are never reached."""

_BROKEN = (OSError, SyntaxError, ValueError, IndexError, KeyError, TypeError, struct.error, zlib.error, EOFError)
"""What Pillow's decoders raise for bytes that are not what they say; SyntaxError is PNG's."""


@contextmanager
def opened(data: bytes) -> Iterator[Image.Image]:
    """Give the picture in ``data`` within the block, checked by its header and not yet decoded.

    Raises:
        PictureError: the format is none of ``FORMATS``, the size is out of bounds, or the bytes are broken
            or cut short, also when that shows only as the block decodes them.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # on odd metadata
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=FORMATS) as image:
                _check_size(*image.size)
                yield image
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_large() from error
    except UnidentifiedImageError as error:
        raise PictureError("this is not a picture of a kind that is shown (JPEG, PNG, GIF, WebP)") from error
    except _BROKEN as error:
        raise PictureError("the picture is broken or cut short") from error


def _check_size(width: int, height: int) -> None:
    if min(width, height) < LEAST_SIDE:
        raise PictureError(f"a picture of {width} × {height} is too small to show anything")
    if width * height > MOST_PIXELS:
        raise _too_large()


def _too_large() -> PictureError:
    return PictureError(
        f"the picture is larger than {MOST_PIXELS // 1_000_000} megapixels", advice="open it outside"
    )
