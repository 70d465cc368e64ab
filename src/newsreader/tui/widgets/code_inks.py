"""Which parts of a piece of code are comments, strings or words of its language (pure).

A reader's eye needs no more than that, and no more can be had safely: of eighteen lexers of Pygments eleven did not
get through 20 kB of hostile text in two seconds of a busy machine, and an expression cannot be stopped half way.
Every expression here goes through a text once, whatever it is.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from newsreader.tui.widgets.code_words import FAMILIES, WORDS
from newsreader.tui.widgets.lines import Look

LONGEST = 20_000
"""Characters of a block past which it is drawn in one ink: more of it would take longer than a key may wait."""

_COMMENTS = {
    "hash": r"(?<![^\s;(])\#[^\n]*",
    "slash": r"//[^\n]*|/\*(?s:.*?)(?:\*/|\Z)",
    "dash": r"--[^\n]*|/\*(?s:.*?)(?:\*/|\Z)",
    "semicolon": r";[^\n]*",
    "block": r"/\*(?s:.*?)(?:\*/|\Z)",
    "markup": r"<!--(?s:.*?)(?:-->|\Z)",
}
_STRINGS = {
    "python": r'"""(?s:.*?)(?:"""|\Z)|' + r"'''(?s:.*?)(?:'''|\Z)|",
    "script": r"`(?:[^`\\]|\\(?s:.))*+`?|",
}
_DOUBLE = r'"(?:[^"\\\n]|\\.)*+"?'
_SINGLE = r"'(?:[^'\\\n]|\\.)*+'?"
_LETTER = r"'(?:[^'\\\n]|\\.)'"  # where one ' alone says something else
_NUMBER = r"(?<![\w.])\d[\w.]*"
_TAG = r"</?[\w:-]+|(?<=[\w\"'])/?>"
_NEVER = r"(?!)"
_LOOKS = {"comment": Look.COMMENT, "string": Look.STRING, "word": Look.WORD}


class Inked(NamedTuple):
    """Characters ``start`` to ``end`` of a text in the look of what they are."""

    start: int
    end: int
    look: Look


def inked(code: str, language: str | None) -> Iterator[Inked]:
    """Yield what stands out of ``code`` in order; nothing when its language is not known, or it is very long."""
    family = FAMILIES.get((language or "").lower())
    if family is None or len(code) > LONGEST:
        return
    for found in _pattern(*family).finditer(code):
        yield Inked(found.start(), found.end(), _LOOKS[found.lastgroup or ""])


@cache
def _pattern(comment: str, string: str, words: str) -> re.Pattern[str]:
    """Return what finds the comments, strings and words of a family of languages."""
    strings = _STRINGS.get(string, "") + _DOUBLE + "|" + (_LETTER if string == "double" else _SINGLE)
    named = "|".join(sorted(WORDS.get(words, "").split(), key=len, reverse=True))
    word = rf"(?<![\w.$-])(?:{named})(?![\w-])" if named else _TAG if words == "tags" else _NEVER
    flags = re.IGNORECASE if words == "sql" else re.NOFLAG
    return re.compile(rf"(?P<comment>{_COMMENTS[comment]})|(?P<string>{strings}|{_NUMBER})|(?P<word>{word})", flags)
