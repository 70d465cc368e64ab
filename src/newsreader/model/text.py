"""The gate for text: everything from outside passes here at ingest, and again where it meets the screen."""

import re
import unicodedata
from functools import cache, lru_cache

LINE_LIMIT = 500
"""Characters at most in a one-line field (a title, a name)."""

WORDS_A_MINUTE = 238
"""Silent reading of English prose: Brysbaert, "How many words do we read per minute?", 2019."""

CJK_CHARACTERS_A_MINUTE = 300
"""Between the 255 of Chinese and the 357 of Japanese: Trauzettel-Klosinski and Dietz, IReST, 2012."""

_MARKS_ON_ONE_BASE = 8

_removed = (
    set(range(0x20)) - {0x09, 0x0A}  # C0, but tab and newline
    | set(range(0x7F, 0xA0))  # DEL and C1, in which 0x9B starts an escape sequence
    | {0x00AD, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF}  # soft hyphen, marks, zero widths, BOM
    | set(range(0x202A, 0x202F))  # bidi embeddings and overrides
    | set(range(0x2061, 0x2070))  # invisible operators, bidi isolates, deprecated format characters
    | set(range(0xD800, 0xE000))  # lone surrogates
    | set(range(0xFFF9, 0xFFFC))  # interlinear annotation
    | set(range(0xE0000, 0xE1000))  # the tag plane
)
_TABLE: dict[int, str | None] = dict.fromkeys(_removed)
_TABLE |= {0x85: "\n", 0x2028: "\n", 0x2029: "\n\n", 0x0B: "\n", 0x0C: "\n"}

_LINE_ENDS = re.compile(r"\r\n?")
_MARK_CATEGORIES = frozenset({"Mn", "Me", "Mc"})
_JOINERS = frozenset("\u200c\u200d")
_MAYBE_PILED = re.compile(rf"[^\w\s\x00-\x7f]{{{_MARKS_ON_ONE_BASE + 1},}}")  # marks are no letters
_SPACES = re.compile(r"\s+")
_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
VOWEL_SIGNS = (  # marks inside the words of Hebrew, Arabic, the scripts of India, Thai and Lao
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0900-\u0963\u0971-\u0df3\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u200c\u200d"
)
_WORD = f"[^\\W{_CJK}]++(?:[{VOWEL_SIGNS}]++[^\\W{_CJK}]*+)*+"


def clean_text(text: str) -> str:
    """Return ``text`` with nothing in it that could act on a terminal or pretend to be other text.

    Removed: C0 controls but newline and tab, DEL, C1, bidi controls, zero-width space, word joiner, BOM,
    soft hyphen, the tag plane, lone surrogates; line and paragraph separators become newlines; of more than
    eight combining marks on one base the rest go. ZWJ and ZWNJ stay (emoji families, Persian), but among
    marks they count as one, or they would part a pile only to the eye of this rule.
    """
    cleaned = _LINE_ENDS.sub("\n", text).translate(_TABLE)
    return cleaned if cleaned.isascii() else _MAYBE_PILED.sub(_unpiled, cleaned)


def _unpiled(match: re.Match[str]) -> str:
    """Return the run with eight marks at most on each base; joiners between marks count as marks."""
    kept: list[str] = []
    piled = 0
    for character in match[0]:
        mark = character in _JOINERS or unicodedata.category(character) in _MARK_CATEGORIES
        piled = piled + 1 if mark else 0
        if piled <= _MARKS_ON_ONE_BASE:
            kept.append(character)
    return "".join(kept)


def clean_line(text: str, limit: int = LINE_LIMIT) -> str:
    """Return ``text`` cleaned and on one line, white space folded, cut at ``limit`` characters with an ellipsis."""
    line = _SPACES.sub(" ", clean_text(text)).strip()
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def clean_tag(text: str) -> str:
    """Return ``text`` as a tag: one word of at most 50 characters without a ``#`` before it; empty for nothing."""
    return clean_line(text, 50).lstrip("#").strip().replace(" ", "-")


def count_words(text: str) -> int:
    """Return the number of words in ``text``; each Chinese or Japanese character counts as one."""
    return sum(_counts(text))


def reading_minutes(text: str) -> int:
    """Return the minutes it takes to read ``text``, rounded up; 0 for no words."""
    words, cjk = _counts(text)
    return -int(-(words / WORDS_A_MINUTE + cjk / CJK_CHARACTERS_A_MINUTE) // 1)


@lru_cache(maxsize=2)
def _counts(text: str) -> tuple[int, int]:
    """Return the number of words, and of Chinese and Japanese characters beside them.

    It is asked several times of what is opened; 50,000 words take 10 ms.
    """
    word, character = _patterns()
    return len(word.findall(text)), 0 if text.isascii() else len(character.findall(text))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what words and characters are; to compile it takes 6 ms that the first paint need not wait."""
    return re.compile(f"{_WORD}(?:['’.-]{_WORD})*+"), re.compile(f"[{_CJK}]")
