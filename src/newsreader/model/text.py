"""The gate for text: everything from outside passes here at ingest, and again where it meets the screen."""

import re

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
    | set(range(0xE0000, 0xE0080))  # the tag plane
)
_TABLE: dict[int, str | None] = dict.fromkeys(_removed)
_TABLE |= {0x85: "\n", 0x2028: "\n", 0x2029: "\n\n", 0x0B: "\n", 0x0C: "\n"}

_LINE_ENDS = re.compile(r"\r\n?")
_COMBINING = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\U000e0100-\U000e01ef"
)
_PILED_MARKS = re.compile(f"([{_COMBINING}]{{{_MARKS_ON_ONE_BASE}}})[{_COMBINING}]+")
_SPACES = re.compile(r"\s+")
_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
_CJK_CHARACTER = re.compile(f"[{_CJK}]")
_WORD = re.compile(f"[^\\W{_CJK}]+(?:['’.-][^\\W{_CJK}]+)*")


def clean_text(text: str) -> str:
    """Return ``text`` with nothing in it that could act on a terminal or pretend to be other text.

    Removed: C0 controls but newline and tab, DEL, C1, bidi controls, zero-width space, word joiner, BOM,
    soft hyphen, the tag plane, lone surrogates; line and paragraph separators become newlines; of more than
    eight combining marks on one base the rest go. ZWJ and ZWNJ stay (emoji families, Persian).
    """
    return _PILED_MARKS.sub(r"\1", _LINE_ENDS.sub("\n", text).translate(_TABLE))


def clean_line(text: str, limit: int = LINE_LIMIT) -> str:
    """Return ``text`` cleaned and on one line, white space folded, cut at ``limit`` characters with an ellipsis."""
    line = _SPACES.sub(" ", clean_text(text)).strip()
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def count_words(text: str) -> int:
    """Return the number of words in ``text``; each Chinese or Japanese character counts as one."""
    return len(_WORD.findall(text)) + len(_CJK_CHARACTER.findall(text))


def reading_minutes(text: str) -> int:
    """Return the minutes it takes to read ``text``, rounded up; 0 for no words."""
    cjk = len(_CJK_CHARACTER.findall(text))
    words = len(_WORD.findall(text))
    return -int(-(words / WORDS_A_MINUTE + cjk / CJK_CHARACTERS_A_MINUTE) // 1)
