"""What a picture is, found out before it is kept."""

from dataclasses import dataclass

from newsreader.model.picture import MEDIA_TYPES
from newsreader.pictures.opening import opened

_SUFFIXES = {
    "JPEG": ".jpg",
    "MPO": ".jpg",  # a JPEG with more pictures behind the first, as some cameras write
    "PNG": ".png",
    "GIF": ".gif",
    "WEBP": ".webp",
    "AVIF": ".avif",
    "BMP": ".bmp",
}
_SIDEWAYS = frozenset({5, 6, 7, 8})
_ORIENTATION = 0x0112


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """A picture that can be shown.

    Attributes:
        media_type: by its bytes, whatever the server said.
        suffix: of a file that holds it, with the dot.
        width, height: pixels, as it is meant to be looked at (EXIF orientation applied).
    """

    media_type: str
    suffix: str
    width: int
    height: int


def inspect_picture(data: bytes) -> PictureFacts:
    """Return what the picture in ``data`` is, having decoded it once to the end.

    Raises:
        PictureError: it is no picture we show, too small, too large, broken or cut short.
    """
    with opened(data) as image:
        suffix = _SUFFIXES[image.format or ""]
        width, height = image.size
        if image.getexif().get(_ORIENTATION) in _SIDEWAYS:
            width, height = height, width
        image.draft("RGB", (1, 1))  # JPEG: an eighth of the size, and still every byte is read
        image.load()
    return PictureFacts(MEDIA_TYPES[suffix], suffix, width, height)
