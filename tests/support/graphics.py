"""What a terminal makes of pictures: Kitty's commands and placeholders read back, sixels painted."""

import re
from base64 import b64decode
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from PIL import Image
from rich.segment import Segment

from newsreader.tui.widgets.kitty import MARKS, PLACEHOLDER

_COMMAND = re.compile(r"\x1b_G([^;\x1b]*)(?:;([^\x1b]*))?\x1b\\")
_SIXEL = re.compile(r"#(\d+)(?:;2;(\d+);(\d+);(\d+))?|!(\d+)([?-~])|([?-~])|([$-])")


class Command(NamedTuple):
    """One escape sequence: its keys, and what it carries, still in base64."""

    keys: Mapping[str, str]
    payload: str


class Held(NamedTuple):
    """A picture that a terminal was handed, and how large it is to be shown; no size before it is placed."""

    png: bytes
    columns: int = 0
    rows: int = 0


def commands(sent: str) -> list[Command]:
    """Return Kitty's graphics commands in what a program sent, in order."""
    found = _COMMAND.findall(sent)
    return [Command(dict(key.split("=", 1) for key in keys.split(",")), payload) for keys, payload in found]


def held(sent: Iterable[Command]) -> dict[int, Held]:
    """Return what a terminal holds in the end, by id; what it cannot understand fails."""
    pictures: dict[int, Held] = {}
    payload, open_id = "", 0
    for keys, part in sent:
        if keys.get("a") == "q":  # the question whether it can
            continue
        assert keys["q"] == "2", "the terminal would answer, into the keys"
        assert len(part) <= 4096
        id_ = int(keys.get("i", open_id))
        if open_id or keys.get("a") == "t":
            assert not open_id or "a" not in keys, "a command in the midst of a picture"
            payload, open_id = payload + part, id_ if keys["m"] == "1" else 0
            if not open_id:
                pictures[id_], payload = Held(b64decode(payload, validate=True)), ""
        elif keys["a"] == "p":
            assert keys["U"] == "1"
            pictures[id_] = Held(pictures[id_].png, int(keys["c"]), int(keys["r"]))
        else:
            assert (keys["a"], keys["d"]) == ("d", "I")
            del pictures[id_]
    return pictures


def placeholder(segment: Segment) -> tuple[int, int, int] | None:
    """Return (row, column, id) of a placeholder; None for any other text."""
    if PLACEHOLDER not in segment.text:
        return None
    _, row, column = list(segment.text)
    assert segment.style is not None
    assert segment.style.color is not None
    red, green, blue = segment.style.color.get_truecolor()
    return MARKS.index(row), MARKS.index(column), red << 16 | green << 8 | blue


def painted(sixels: str, width: int) -> Image.Image:
    """Return what a sixel terminal paints of a picture of ``width`` pixels; what it leaves alone is transparent."""
    head = re.match(r'\x1bP0;1q"1;1;(\d+);(\d+)', sixels)
    assert head, "the size comes first"
    assert sixels.endswith("\x1b\\")
    assert int(head[1]) == width
    image = Image.new("RGBA", (width, int(head[2]) + 6))
    colours: dict[str, tuple[int, int, int, int]] = {}
    x = y = 0
    colour = ""
    for number, red, green, blue, many, repeated, one, move in _SIXEL.findall(sixels[head.end() : -2]):
        if red:
            r, g, b = (round(int(part) * 2.55) for part in (red, green, blue))
            colours[number] = (r, g, b, 255)
        elif number:
            colour = number
        elif move:
            x, y = 0, y + (6 if move == "-" else 0)
        else:
            bits = ord(repeated or one) - 63
            end = x + int(many or 1)
            for bit in (bit for bit in range(6) if bits >> bit & 1):
                image.paste(colours[colour], (x, y + bit, end, y + bit + 1))
            x = end
    return image.crop((0, 0, width, _lowest(image)))


def _lowest(image: Image.Image) -> int:
    box = image.getbbox()
    return box[3] if box else 0


def stacked(bands: Sequence[str], width: int, high: int) -> Image.Image:
    """Return a picture of rows of cells, each ``high`` pixels, painted one by one from its top."""
    whole = Image.new("RGBA", (width, high * len(bands)))
    for number, band in enumerate(bands):
        row = painted(band, width)
        assert row.height <= high, "a row of cells paints over the next one"
        whole.paste(row, (0, number * high))
    return whole
