"""A picture as sixels, a string for each row of cells, so that a row can be painted without the others.

The format is that of the VT340 (EK-VT3XX-TP, chapter 14): a band of six rows of pixels is painted colour by colour;
a character is 63 and a bit for each of the six pixels under one another, ``!`` repeats, ``$`` goes back to the left
edge of the band, ``-`` down to the next one.
"""

import re

from PIL import Image

COLOURS = 128
"""Colours of one picture, half of what terminals have: the fewer, the less is sent when a line is scrolled."""

BAND = 6
"""Rows of pixels painted at a time."""

_BEGIN, _END = "\x1bP0;1q", "\x1b\\"
"""The second parameter leaves alone what is not painted: a row ends with its cells, not with its last band."""

_RUN = re.compile(rb"(.)\1{3,}", re.DOTALL)
_SIXELS = bytes(min(63 + value, 255) for value in range(256))


def sixel_bands(image: Image.Image, high: int) -> tuple[str, ...]:
    """Return for every ``high`` rows of pixels, those of a cell, the sixels that paint them from the cursor on."""
    reduced = image.quantize(COLOURS, method=Image.Quantize.MEDIANCUT)
    palette = reduced.getpalette() or []
    width, height = reduced.size
    pixels = reduced.tobytes()
    return tuple(
        _sixels([pixels[at * width : (at + 1) * width] for at in range(top, min(top + high, height))], palette)
        for top in range(0, height, high)
    )


def _sixels(rows: list[bytes], palette: list[int]) -> str:
    """Return the sixels of rows of pixels, each a byte that is a number in ``palette`` (RGB, 0 to 255)."""
    used = sorted(set().union(*rows))
    colours = (f"#{colour};2;" + ";".join(map(_percent, palette[3 * colour : 3 * colour + 3])) for colour in used)
    bands = (_band(rows[top : top + BAND]) for top in range(0, len(rows), BAND))
    return f'{_BEGIN}"1;1;{len(rows[0])};{len(rows)}{"".join(colours)}{"-".join(bands)}{_END}'


def _percent(value: int) -> str:
    return str((value * 100 + 127) // 255)


def _band(rows: list[bytes]) -> str:
    """Return a band: for each of its colours, the columns where it stands."""
    return "$".join(f"#{colour}{_columns(rows, colour)}" for colour in sorted(set().union(*rows)))


def _columns(rows: list[bytes], colour: int) -> str:
    bits = 0
    for number, row in enumerate(rows):
        mask = bytearray(256)
        mask[colour] = 1 << number
        bits |= int.from_bytes(row.translate(mask))
    columns = bits.to_bytes(len(rows[0])).rstrip(b"\0").translate(_SIXELS)
    return _RUN.sub(_repeated, columns).decode("ascii")


def _repeated(run: "re.Match[bytes]") -> bytes:
    return b"!%d%c" % (len(run[0]), run[0][0])
