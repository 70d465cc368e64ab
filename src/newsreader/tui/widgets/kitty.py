"""Kitty's graphics protocol: a picture is handed to the terminal, and placeholders say where it stands (pure).

See https://sw.kovidgoyal.net/kitty/graphics-protocol/#unicode-placeholders. A placeholder is a character like any
other: it scrolls, is covered and is erased as text is.
"""

from base64 import b64encode
from collections.abc import Iterator, Sequence

from rich.color import Color
from rich.segment import Segment
from rich.style import Style

from newsreader.model import Picture

PLACEHOLDER = "\U0010eeee"

MARKS = "".join(
    map(
        chr,
        (
            *(
                0x305,
                0x30D,
                0x30E,
                0x310,
                0x312,
                0x33D,
                0x33E,
                0x33F,
                0x346,
                0x34A,
                0x34B,
                0x34C,
                0x350,
                0x351,
                0x352,
            ),
            *(0x357, 0x35B, *range(0x363, 0x370), *range(0x483, 0x488), *range(0x592, 0x596), *range(0x597, 0x59A)),
            *(*range(0x59C, 0x5A2), 0x5A8, 0x5A9, 0x5AB, 0x5AC, 0x5AF, 0x5C4, *range(0x610, 0x618)),
            *(*range(0x657, 0x65C), 0x65D, 0x65E, *range(0x6D6, 0x6DD), *range(0x6DF, 0x6E3), 0x6E4, 0x6E7, 0x6E8),
            *(
                0x6EB,
                0x6EC,
                0x730,
                0x732,
                0x733,
                0x735,
                0x736,
                0x73A,
                0x73D,
                0x73F,
                0x740,
                0x741,
                0x743,
                0x745,
                0x747,
            ),
            *(0x749, 0x74A, *range(0x7EB, 0x7F2), 0x7F3, *range(0x816, 0x81A), *range(0x81B, 0x824)),
            *(*range(0x825, 0x828), *range(0x829, 0x82E), 0x951, 0x953, 0x954, 0xF82, 0xF83, 0xF86, 0xF87),
        ),
    )
)
"""The marks over a placeholder that number its row and its column, from 0 (the first of kitty's 297)."""

MOST_CELLS = len(MARKS)
"""Columns, or rows, that a picture can take at most."""

LAST_ID = 0xFFFFFF
"""An id is told to the terminal as a colour of 24 bits."""

_CHUNK = 4096
"""Characters of base64 in one escape sequence, by the protocol."""


def transmission(picture: Picture, id_: int) -> str:
    """Return what hands a picture to the terminal under ``id_``, to be shown where its placeholders are."""
    data = b64encode(picture.png).decode("ascii")
    chunks = [data[at : at + _CHUNK] for at in range(0, len(data), _CHUNK)]
    more = ["1"] * (len(chunks) - 1) + ["0"]
    keys = [f"a=t,f=100,q=2,i={id_},", *["q=2,"] * (len(chunks) - 1)]
    sent = (f"\x1b_G{key}m={m};{chunk}\x1b\\" for key, m, chunk in zip(keys, more, chunks, strict=True))
    return "".join(sent) + f"\x1b_Ga=p,U=1,q=2,i={id_},c={picture.width},r={picture.height // 2}\x1b\\"


def deletion(id_: int) -> str:
    """Return what makes the terminal forget a picture."""
    return f"\x1b_Ga=d,d=I,q=2,i={id_}\x1b\\"


def placeholder_rows(picture: Picture, id_: int) -> list[Sequence[Segment]]:
    """Return the rows of cells in which the terminal shows the picture it knows as ``id_``.

    A segment a cell: where a row is cut, each cell keeps its marks.
    """
    style = Style(color=Color.from_rgb(id_ >> 16, id_ >> 8 & 255, id_ & 255))
    return [
        [Segment(PLACEHOLDER + MARKS[row] + MARKS[column], style) for column in range(picture.width)]
        for row in range(picture.height // 2)
    ]


def ids_from(first: int) -> Iterator[int]:
    """Yield ids from ``first`` on, round and round, none of them 0."""
    while True:
        yield first % LAST_ID + 1
        first += 1
