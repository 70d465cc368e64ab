"""How much a text speaks like a notice to its reader, and not like an article."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from newsreader.clean.passages import Passage, word_count
from newsreader.clean.status import notice_words
from newsreader.model import Wall

_STEMS = {
    Wall.CONSENT: notice_words.CONSENT,
    Wall.PAY: notice_words.PAY,
    Wall.LOGIN: notice_words.LOGIN,
    Wall.SCRIPT: notice_words.SCRIPT,
    Wall.MISSING: notice_words.MISSING,
    Wall.ERROR: notice_words.ERROR,
    Wall.GUARD: notice_words.GUARD,
}
_LONGEST = 20_000
"""Characters from the start of a text that are looked at: no notice is longer, and its manner shows by then."""

_WORD = re.compile(r"\w+")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_WHOLE = 3
"""Letters of a beginning up to which it is a whole word: ``you`` begins ``young``."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What a text would be if it were a notice.

    Attributes:
        wall: what it speaks of most; a list or nothing is never spoken of.
        density: words of that, and half of those that any notice uses, as a share of its words; few real
            texts pass 0.06, few notices stay below 0.15.
    """

    wall: Wall
    density: float


def read_notice(text: str) -> Notice:
    """Return what ``text`` is as a notice."""
    text = text[:_LONGEST]
    folded = f" {' '.join(_WORD.findall(text.lower()))} "
    hits = {wall: _count(folded, stems) for wall, stems in _STEMS.items()}
    wall = max(hits, key=lambda each: hits[each])
    weight = hits[wall] + (sum(hits.values()) - hits[wall] + _count(folded, notice_words.MANNERS)) / 2
    return Notice(wall if hits[wall] else Wall.EMPTY, weight / max(1, word_count(text)))


def notice_of(passages: Iterable[Passage]) -> Notice:
    """Return what the text of ``passages`` is as a notice."""
    return read_notice("\n".join(passage.text for passage in passages))


def _count(folded: str, stems: str) -> int:
    return sum(map(folded.count, _split(stems)))


@cache
def _split(stems: str) -> frozenset[str]:
    """Return the beginnings in ``stems`` as they stand in a folded text: after a space, where there are spaces."""
    found = (" ".join(stem.split()) for line in stems.splitlines() for stem in line.split(","))
    return frozenset(map(_in_place, filter(None, found)))


def _in_place(stem: str) -> str:
    if _UNSPACED.search(stem):
        return stem
    return f" {stem} " if len(stem) <= _WHOLE and not _HANGUL.search(stem) else f" {stem}"
