"""Text in cells: how wide it is, and where it breaks."""

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from rich.cells import cell_len, get_character_cell_size

from newsreader.tui.widgets.drawable import drawn_line, drawn_text, joined

__all__ = ["Divide", "cell_len", "chop", "drawn_line", "drawn_text", "fit", "joined", "wrap"]

Divide: TypeAlias = Callable[[str, int, int, int], int]
"""Asked at every line that ends at a space, with the text, that place, the place up to which there is room, and the
end of the paragraph: returns where in the next word the line ends instead, or 0."""

_NARROW = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0391-\u0482\u048a-\u0527\u0531-\u0556\u0561-\u0587\u2010-\u2027]*"
)
"""Characters that take one cell each in every terminal: for text of these only, characters are cells."""

_NOT_FIRST = frozenset("、。，．・：；？！）］｝」』】〉》”’…ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ")
_NOT_LAST = frozenset("（［｛「『【〈《“‘")
"""Characters that do not start, or end, a line of Chinese or Japanese (JIS X 4051, the common part)."""


def fit(text: str, width: int) -> str:
    """Return ``text`` cut to at most ``width`` cells, with an ellipsis where something was cut off."""
    if cell_len(text) <= width:
        return text
    if width < 1:
        return ""
    return text[: _taken(text, 0, width - 1)].rstrip() + "…"


def chop(text: str, width: int) -> Iterator[str]:
    """Yield ``text`` in parts of at most ``width`` cells (at least 2), nothing left out."""
    width, start = max(2, width), 0
    while True:
        cut = max(_taken(text, start, width), min(start + 1, len(text)))
        yield text[start:cut]
        start = cut
        if start >= len(text):
            return


def wrap(text: str, width: int, divide: Divide | None = None) -> Iterator[tuple[int, int]]:
    """Yield start and end of each line of ``text`` broken to at most ``width`` cells (at least 2).

    Breaks fall at spaces, where ``divide`` says inside a word, between wide characters, after a hyphen or slash in
    a word too long for a line, else anywhere; the spaces at a break belong to no line. A newline always breaks. No
    mark is parted from what it stands on.
    """
    width = max(2, width)
    start = 0
    for part in text.split("\n"):
        end = start + len(part)
        lines = _narrow_lines if _NARROW.fullmatch(part) else _lines
        yield from lines(text, start, end, width, divide)
        start = end + 1


def _narrow_lines(text: str, start: int, end: int, width: int, divide: Divide | None) -> Iterator[tuple[int, int]]:
    while end - start > width:
        cut = text.rfind(" ", start, start + width + 1)
        if cut > start and not text[start:cut].isspace():
            if divide and (at := divide(text, cut, start + width, end)):
                yield start, at
                start = at
            else:
                yield start, _trimmed(text, start, cut)
                start = _past_spaces(text, cut, end)
        else:
            cut = _inside_word(text, start, start + width)
            yield start, cut
            start = cut
    yield start, _trimmed(text, start, end)


def _lines(text: str, start: int, end: int, width: int, divide: Divide | None) -> Iterator[tuple[int, int]]:
    while True:
        cut = _taken(text, start, width, end)
        if cut == end:
            yield start, _trimmed(text, start, end)
            return
        at = _break_before(text, start, cut)
        if at and divide and (inside := divide(text, at, cut, end)):
            yield start, inside
            start = inside
            continue
        at = at or _inside_word(text, start, cut)
        yield start, _trimmed(text, start, at)
        start = _past_spaces(text, at, end)
        if start > at and start < end and not get_character_cell_size(text[start]):
            start -= 1  # a mark on a space stays on it


def _taken(text: str, start: int, width: int, end: int | None = None) -> int:
    """Return how far ``text`` goes from ``start`` in ``width`` cells, marks without width included."""
    end = len(text) if end is None else end
    room = width
    for index in range(start, end):
        room -= get_character_cell_size(text[index])
        if room < 0:
            return index
    return end


def _break_before(text: str, start: int, cut: int) -> int:
    """Return the last place up to ``cut`` where a line may end, or 0 when there is none after ``start``."""
    for at in range(cut, start, -1):
        before, after = text[at - 1], text[at]
        if after == " " and text[start:at].strip():
            return at
        if before == " " and get_character_cell_size(after) and text[start : at - 1].strip():
            return at
        wide = get_character_cell_size(after) == 2 or get_character_cell_size(before) == 2
        if wide and get_character_cell_size(after) and after not in _NOT_FIRST and before not in _NOT_LAST:
            return at
    return 0


def _inside_word(text: str, start: int, cut: int) -> int:
    """Return where a word too long for a line is broken: after a hyphen or slash if it has one, else at ``cut``."""
    after = max(text.rfind(mark, start, cut) for mark in "-/–—") + 1
    whole = after > start + 1 and (after == len(text) or get_character_cell_size(text[after]))
    return after if whole else max(cut, start + 1)


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] == " ":
        end -= 1
    return end


def _past_spaces(text: str, at: int, end: int) -> int:
    while at < end and text[at] == " ":
        at += 1
    return at
