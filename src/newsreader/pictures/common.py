"""A picture of a rare kind written as one that every reader shows."""

import io

from PIL import ImageOps

from newsreader.pictures.opening import opened

_QUALITY = 90
"""Of JPEG: what was lossy before loses nothing more that an eye would miss."""


def common_picture(data: bytes) -> tuple[bytes, str]:
    """Return the picture in ``data`` as JPEG, or as PNG where parts of it are transparent, and its file's suffix.

    The first frame stands for an animation; EXIF orientation is applied, and no metadata is taken along.

    Raises:
        PictureError: it is no picture we show, too small, too large, broken or cut short.
    """
    with opened(data) as image:
        upright = ImageOps.exif_transpose(image)
        clear = upright.has_transparency_data
        plain = upright.convert("RGBA" if clear else "RGB")
        plain.info.clear()
        written = io.BytesIO()
        if clear:
            plain.save(written, "PNG")
        else:
            plain.save(written, "JPEG", quality=_QUALITY)
        return written.getvalue(), ".png" if clear else ".jpg"
