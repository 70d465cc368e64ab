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

_MARKS = """
305 30D 30E 310 312 33D 33E 33F 346 34A 34B 34C 350 351 352 357 35B 363 364 365 366 367 368 369 36A 36B 36C
36D 36E 36F 483 484 485 486 487 592 593 594 595 597 598 599 59C 59D 59E 59F 5A0 5A1 5A8 5A9 5AB 5AC 5AF 5C4
610 611 612 613 614 615 616 617 657 658 659 65A 65B 65D 65E 6D6 6D7 6D8 6D9 6DA 6DB 6DC 6DF 6E0 6E1 6E2 6E4
6E7 6E8 6EB 6EC 730 732 733 735 736 73A 73D 73F 740 741 743 745 747 749 74A 7EB 7EC 7ED 7EE 7EF 7F0 7F1 7F3
816 817 818 819 81B 81C 81D 81E 81F 820 821 822 823 825 826 827 829 82A 82B 82C 82D 951 953 954 F82 F83 F86
F87
"""
MARKS = "".join(chr(int(code, 16)) for code in _MARKS.split())
"""The marks over a placeholder that number its row and its column, from 0 (the first of kitty's 297)."""

MOST_CELLS = len(MARKS)
"""Columns, or rows, that a picture can take at most."""

LAST_ID = 0xFFFFFF
"""An id is told to the terminal as a colour of 24 bits."""

_BEGIN, _END = "\x1b_G", "\x1b\\"
_CHUNK = 4096
"""Characters of base64 in one escape sequence, by the protocol."""


def transmission(picture: Picture, id_: int) -> str:
    """Return what hands a picture to the terminal under ``id_``, to be shown where its placeholders are."""
    data = b64encode(picture.png).decode("ascii")
    chunks = [data[at : at + _CHUNK] for at in range(0, len(data), _CHUNK)]
    more = ["1"] * (len(chunks) - 1) + ["0"]
    keys = [f"a=t,f=100,q=2,i={id_},", *["q=2,"] * (len(chunks) - 1)]
    sent = (f"{_BEGIN}{key}m={m};{chunk}{_END}" for key, m, chunk in zip(keys, more, chunks, strict=True))
    return "".join(sent) + f"{_BEGIN}a=p,U=1,q=2,i={id_},c={picture.width},r={picture.height // 2}{_END}"


def deletion(id_: int) -> str:
    """Return what makes the terminal forget a picture."""
    return f"{_BEGIN}a=d,d=I,q=2,i={id_}{_END}"


def passed_on(data: str) -> str:
    """Return escape sequences wrapped for tmux to hand on, which it does where ``allow-passthrough`` is set."""
    sequences = (part + _END for part in data.split(_END)[:-1])
    return "".join("\x1bPtmux;" + sequence.replace("\x1b", "\x1b\x1b") + _END for sequence in sequences)


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
