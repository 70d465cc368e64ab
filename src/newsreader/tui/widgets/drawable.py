"""What may be drawn: text cleaned again, and nothing in it that two programs would count differently.

A column holds only if the terminal counts the cells of a text as we do. Rich's table, wcwidth's (by which pyte and
many terminals count) and tmux's were asked for every character; where they differ, and where terminals differ by
what stands beside a character, something else is drawn:

==================================  =====================================  =================================
what                                counted as (Rich, wcwidth, tmux 3.3a)  drawn instead
==================================  =====================================  =================================
joiner (ZWJ), variation selectors   by what they join                      nothing: ``👨‍👩‍👧`` is ``👨👩👧``
keycaps, skin tones                 by what they stand on                  nothing: ``1️⃣`` is ``1``
regional indicators                 1, 2, 1 and 2 for two                  letters: ``🇦🇲`` is ``AM``
numbers 10 to 80 in black squares   1, 1, 2                                digits
trigrams, monograms, counting rods  2, 2, 1                                ``▯``
Hangul fillers and tone marks       0, 0, 1 or 2                           nothing
Vietnamese reading marks            0, 0, 2                                nothing
what Unicode had not yet assigned   1 or 2, 0 to 2, 0                      ``▯``
marks that take room (Mc)           0, 0, 1                                themselves, joined by a ZWJ: 0
==================================  =====================================  =================================

The last are the vowel signs of Devanagari, Bengali, Tamil and their kin, which nobody can read without.
"""

import re
import unicodedata

from newsreader.model import clean_line, clean_text

UNKNOWN = "▯"
"""Stands for a character of which no two tables say the same; one cell in all of them."""

_DROPPED = (
    *(0x200D, 0x20E3, 0x302E, 0x302F, 0x3164, 0xFFA0, 0x16FF0, 0x16FF1),
    *range(0xFE00, 0xFE10),
    *range(0x1F3FB, 0x1F400),
    *range(0xE0100, 0xE01F0),
)
_REPLACED = (*range(0x2630, 0x2638), *range(0x268A, 0x2690), *range(0x1D300, 0x1D357), *range(0x1D360, 0x1D377))
_ROOMY_MARKS = re.compile("[\u0903-\u1cf7\ua823-\uabec\U00011000-\U0001d172]")
"""Where Unicode has its marks that take room, with the letters between them."""


class _Drawn(dict[int, "str | int | None"]):
    """What is drawn for a character, as ``str.translate`` asks for it; found out once for each."""

    def __missing__(self, code: int) -> str | int | None:
        category = unicodedata.category(chr(code))
        unknown = category == "Cn" or (category == "Co" and code > 0xFFFF)
        drawn = self[code] = UNKNOWN if unknown else code
        return drawn


_DRAWN = _Drawn(
    dict.fromkeys(_DROPPED, None)
    | dict.fromkeys(_REPLACED, UNKNOWN)
    | {0x1F1E6 + number: chr(ord("A") + number) for number in range(26)}
    | {0x3248 + number: f"{number + 1}0" for number in range(8)}
)


def drawn_line(text: str, limit: int = 500) -> str:
    """Return ``text`` as one line that may be drawn."""
    return _drawn(clean_line(text, limit))


def drawn_text(text: str) -> str:
    """Return ``text`` as lines that may be drawn; tabs become four spaces."""
    return _drawn(clean_text(text)).replace("\t", "    ")


def drawn_typed(text: str) -> str:
    """Return a line that is typed as it may be drawn: each character in its place, for the cursor."""
    return text if text.isascii() else "".join(one if len(one := _drawn(each)) == 1 else UNKNOWN for each in text)


def joined(text: str) -> str:
    """Return ``text`` as it goes to the terminal: marks that take room bound to what they stand on.

    Only there, for what is searched and copied has no joiners.
    """
    return text if text.isascii() else _ROOMY_MARKS.sub(_bound, text)


def _drawn(text: str) -> str:
    return text if text.isascii() else text.translate(_DRAWN)


def _bound(match: re.Match[str]) -> str:
    mark = match[0]
    return "\u200d" + mark if unicodedata.category(mark) == "Mc" else mark
