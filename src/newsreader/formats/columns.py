"""How many columns of a terminal text takes, and how it is wrapped to a number of them."""

import re
import unicodedata

_WIDE = "WF"
_NO_WIDTH = frozenset({"Mn", "Me", "Cf"})
_CLOSING = frozenset("、。，．！？：；）］｝」』】〉》〕”’…ー々")
"""What may not begin a line: the basic part of the Japanese rules, JIS X 4051."""

_PIECES = re.compile(r"\S+")


def text_width(text: str) -> int:
    """Return the columns that one line of ``text`` takes: wide characters take two, marks none."""
    if text.isascii():
        return len(text)
    return sum(_width(character) for character in text)


def wrapped(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """Return ``text`` in lines of at most ``width`` columns; a newline in it stays one.

    Lines break at white space, between wide characters, and inside a word only when it is longer than a line.
    ``first`` stands before the first line and ``rest`` (else the same) before the others; both count.
    """
    rest = first if rest is None else rest
    room = max(width - max(text_width(first), text_width(rest)), 4)
    lines = [line for part in text.split("\n") for line in _lines(part, room)]
    return [((rest if number else first) + line).rstrip() for number, line in enumerate(lines)]


def _lines(text: str, width: int) -> list[str]:
    lines: list[str] = []
    line, used = "", 0
    for word in _PIECES.findall(text):
        gap = " " if line else ""
        for piece in _unbreakable(word, width):
            columns = text_width(piece)
            if line and used + len(gap) + columns > width:
                lines.append(line)
                line, used, gap = "", 0, ""
            line += gap + piece
            used += len(gap) + columns
            gap = ""
    return [*lines, line]


def _unbreakable(word: str, width: int) -> list[str]:
    """Cut a word where a line may break inside it, and where it is longer than a line."""
    if word.isascii() and len(word) <= width:
        return [word]
    pieces = [""]
    used, was_wide = 0, False
    for character in word:
        columns = _width(character)
        is_wide = columns == 2
        may_break = (is_wide or was_wide) and character not in _CLOSING
        if pieces[-1] and columns and (may_break or used + columns > width):
            pieces.append("")
            used = 0
        pieces[-1] += character
        used += columns
        was_wide = is_wide if columns else was_wide
    return pieces


def _width(character: str) -> int:
    if character.isascii():
        return 1
    if unicodedata.category(character) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1
