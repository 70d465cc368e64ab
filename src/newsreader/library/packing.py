"""Long texts are stored packed: the articles, and what feeds carried.

Measured with ``tests/benchmarks/packing.py`` on the articles of 364 real pages, of 6.7 kB each in the median: as
JSON they come to 35 % of their bytes, in 220 µs to pack and 42 µs to unpack one, beside 180 µs to make the
article of its JSON; feeds' texts of 600 characters to 62 %, of 1,500 to 52 %, of whole articles to 38 %. Level 9
saves nothing more, level 1 takes half the time and leaves 4 % more of the JSON; a preset dictionary of JSON's and
HTML's own words saves one part in a hundred, and would have to stay as it is for ever.
"""

import zlib

_SHORTEST = 400
"""Characters; shorter texts stay text, for they would gain nothing."""

_LEVEL = 6


def packed(text: str) -> str | bytes:
    """Return ``text`` as it is stored: as bytes where those are fewer."""
    if len(text) < _SHORTEST:
        return text
    data = text.encode("utf-8")
    small = zlib.compress(data, _LEVEL)
    return small if len(small) < len(data) else text


def unpacked(stored: str | bytes) -> str:
    """Return the text that ``packed`` was given; text comes back as it is, as libraries had it before.

    Raises:
        zlib.error: these are not the bytes that were stored.
    """
    return stored if isinstance(stored, str) else zlib.decompress(stored).decode("utf-8")
