"""What the classifier of lines is told of each: a few numbers about its manner, its kin and its place."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from newsreader.clean.lines import Line

TRAITS = (
    "kept", "unswept", "next_kept", "prose_after",
    "readable", "tag", "chrome", "sentence", "words", "linked", "stops", "breaks",
    "kin", "kin_kept", "kin_words", "kin_lines", "parent_kept", "beside", "grandparent_kept", "grandparent_words",
    "place", "from_first", "from_last",
    "page_lines", "kept_words", "share_kept",
)  # fmt: skip
"""The names of the numbers in their order: the rules' opinion, the line's manner, company and place, the page."""

_TAGS = ("p", "div", "li", "h1", "h2", "h3", "h4", "h5", "td", "th", "pre", "blockquote", "section", "article")
_STOPS = ".!?。"
_PROSE = 12
"""Words from which a kept line counts as prose that another line may stand before."""

_FAR = 30
"""Lines; what is farther off is all the same."""

_MOST_WORDS = 300
_MOST_KIN = 50


@dataclass(frozen=True, slots=True)
class _Company:
    """The lines of one page that share something: their words, the share of these that is kept, their number."""

    words: int
    kept: float
    lines: int


def traits_of(
    lines: Sequence[Line], unswept: Sequence[bool], kept: Sequence[bool], span: tuple[int, int], places: range
) -> list[list[float]]:
    """Return the traits of the lines at ``places``, each as long as ``TRAITS``.

    ``unswept`` and ``kept`` are what the rules think of all ``lines`` before and after recovery; ``span`` has the
    places of the first and the last line of kept prose.
    """
    by_kin = _companies(lines, kept, lambda line: line.kin)
    by_parent = _companies(lines, kept, lambda line: line.frame.above)
    by_grandparent = _companies(lines, kept, _grandparent)
    after = _prose_after(lines, kept)
    before = _words_before(lines)
    total = before[-1] or 1
    kept_words = sum(line.words for line, keep in zip(lines, kept, strict=True) if keep)
    page = [len(lines), kept_words, kept_words / total]
    rows: list[list[float]] = []
    for i in places:
        line, kin, grandparent = lines[i], by_kin[i], by_grandparent[i]
        rows.append([
            kept[i], unswept[i], i + 1 < len(lines) and kept[i + 1], after[i],
            *_manner(line),
            line.by_kin, kin.kept, kin.words / total, min(kin.lines, _MOST_KIN), by_parent[i].kept,
            line.by_grandparent, grandparent.kept, grandparent.words / total,
            *_place(i, span, before),
            *page,
        ])  # fmt: skip
    return rows


def _manner(line: Line) -> tuple[float, ...]:
    tag = _TAGS.index(line.tag) if line.tag in _TAGS else len(_TAGS)
    text = line.text
    stops = sum(map(text.count, _STOPS)) / max(1, line.words)
    words = min(line.words, _MOST_WORDS)
    return line.kept, tag, line.frame.chrome, line.sentence, words, line.linked, stops, text.count("\n")


def _place(i: int, span: tuple[int, int], before: Sequence[int]) -> tuple[float, ...]:
    """Return where line ``i`` stands to the prose in ``span``: as a share of it, and in lines from its ends."""
    first, last = span
    length = max(1, before[last + 1] - before[first])
    share = min(2.0, max(-1.0, (before[i] - before[first]) / length))
    return share, min(_FAR, max(-_FAR, i - first)), min(_FAR, max(-_FAR, i - last))


def _companies(lines: Sequence[Line], kept: Sequence[bool], of: Callable[[Line], Hashable]) -> list[_Company]:
    """Return for each of ``lines`` the company of those that are ``of`` the same."""
    words: defaultdict[Hashable, int] = defaultdict(int)
    kept_words: defaultdict[Hashable, int] = defaultdict(int)
    number: defaultdict[Hashable, int] = defaultdict(int)
    keys = [of(line) for line in lines]
    for line, keep, key in zip(lines, kept, keys, strict=True):
        words[key] += line.words
        number[key] += 1
        if keep:
            kept_words[key] += line.words
    known = {key: _Company(words[key], kept_words[key] / max(1, words[key]), number[key]) for key in words}
    return [known[key] for key in keys]


def _grandparent(line: Line) -> Hashable:
    above = line.frame.above
    return above.above if above else None


def _words_before(lines: Sequence[Line]) -> list[int]:
    """Return how many words come before each of ``lines``, and at the end their number."""
    before = [0]
    for line in lines:
        before.append(before[-1] + line.words)
    return before


def _prose_after(lines: Sequence[Line], kept: Sequence[bool]) -> list[int]:
    """Return how many lines each of ``lines`` stands before the next kept prose."""
    after = [_FAR] * len(lines)
    distance = _FAR
    for i in range(len(lines) - 1, -1, -1):
        after[i] = distance
        distance = 0 if kept[i] and lines[i].words >= _PROSE else min(_FAR, distance + 1)
    return after
