"""Pictures to test with, made on the spot."""

import io
import struct
import zlib
from typing import Any

from PIL import Image


def encoded(image: Image.Image, form: str, **options: Any) -> bytes:
    """Return ``image`` as the bytes of a file."""
    buffer = io.BytesIO()
    image.save(buffer, form, **options)
    return buffer.getvalue()


def halves(mode: str = "RGB", width: int = 80, height: int = 60) -> Image.Image:
    """Return a picture that is red on the left and blue on the right."""
    image = Image.new("RGB", (width, height), (255, 0, 0))
    image.paste((0, 0, 255), (width // 2, 0, width, height))
    return image.convert(mode)


def noise(width: int = 400, height: int = 300) -> Image.Image:
    """Return a picture that no format can make small."""
    return Image.effect_noise((width, height), 80).convert("RGB")


def bomb(width: int, height: int) -> bytes:
    """Return a PNG of one bit a pixel that says it has ``width`` × ``height`` of them, all black."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    packer = zlib.compressobj(9)
    row = bytes(1 + (width + 7) // 8)
    rows = b"".join(packer.compress(row) for _ in range(min(height, 2_000))) + packer.flush()
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
