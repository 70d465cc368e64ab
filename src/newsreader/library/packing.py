"""Long texts are stored packed: the articles, and what feeds carried.

Measured with ``tests/benchmarks/packing.py`` on the articles of 364 real pages, of 6.7 kB each in the median: as
JSON they come to 35 % of their bytes, in 230 µs to pack and 45 µs to unpack one, beside 200 µs to make the
article of its JSON; feeds' texts of 600 characters to 62 % in 18 µs, of 1,500 to 53 % in 29 µs, of whole articles
to 41 % in 109 µs. A preset dictionary of JSON's and HTML's own words saves one part in a hundred, and would have
to stay as it is for ever.
"""

import zlib

from newsreader.model import FormatError

_SHORTEST = 400
"""Characters; shorter texts stay text, for they would gain nothing."""

_LEVEL, _FAST = 6, 1
"""For articles, which are stored one at a time, and for feeds' texts, hundreds of which a refresh waits for."""


DAMAGED_TEXT = (zlib.error, ValueError, FormatError)
"""What reading a stored text raises when it is not what was stored; JSON and UTF-8 errors are ValueErrors."""


def packed(text: str, *, fast: bool = False) -> str | bytes:
    """Return ``text`` as it is stored: as bytes where those are fewer."""
    if len(text) < _SHORTEST:
        return text
    data = text.encode("utf-8")
    small = zlib.compress(data, _FAST if fast else _LEVEL)
    return small if len(small) < len(data) else text


def unpacked(stored: str | bytes) -> str:
    """Return the text that ``packed`` was given; text comes back as it is, as libraries had it before.

    Raises:
        zlib.error: these are not the bytes that were stored.
    """
    return stored if isinstance(stored, str) else zlib.decompress(stored).decode("utf-8")
