"""Folding: what two texts have in common for one who looks for words, case and accents aside, in any script."""

import re
import unicodedata
from functools import cache

UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003134f"
)
"""The letters of scripts written without spaces, as ranges of a pattern: Thai, Lao, Burmese, Khmer, kana, Han."""


def folded(text: str) -> str:
    """Return ``text`` without case and accents; compatible forms of a letter (ﬁ, Ａ) become the letter itself."""
    if text.isascii():
        return text.lower()
    whole = text.encode("utf-8", "replace").decode("utf-8")  # without lone surrogates, which no letter is
    letters = _marks().sub("", unicodedata.normalize("NFKD", whole).casefold())
    return unicodedata.normalize("NFC", letters)


# Patterns of many ranges take milliseconds to compile, for which the first screen does not wait.


@cache
def _marks() -> re.Pattern[str]:
    return re.compile("[\u0300-\u036f\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff]+")
