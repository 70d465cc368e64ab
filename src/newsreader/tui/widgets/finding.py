"""Find in an article: where words stand in its lines, also across the end of a line (pure)."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from newsreader.model.light import Stretch, found, lit
from newsreader.model.search import Term

Hit = tuple[tuple[int, int, int], ...]
"""One match: (line, start, end) in characters, for each line it touches."""


def find_hits(words: str, texts: Sequence[str]) -> list[Hit]:
    """Return the matches of ``words`` in lines of text, case and accents aside, in order.

    A line ends with a newline, or with none where it goes on inside a word.
    """
    return _in_lines(found("".join(texts), words), texts)


def lit_hits(terms: Sequence[Term], texts: Sequence[str]) -> list[Hit]:
    """Return where the terms of a search stand in such lines of text, in order."""
    return _in_lines(lit("".join(texts), terms), texts)


def _in_lines(stretches: Sequence[Stretch], texts: Sequence[str]) -> list[Hit]:
    starts = [0]
    for text in texts:
        starts.append(starts[-1] + len(text))
    hits: list[Hit] = []
    for start, end in stretches:
        first = bisect_right(starts, start) - 1
        last = bisect_right(starts, end - 1) - 1
        hits.append(
            tuple(
                (line, max(0, start - starts[line]), min(len(texts[line].rstrip("\n")), end - starts[line]))
                for line in range(first, last + 1)
            )
        )
    return hits


class Found:
    """What is looked for in an article, its matches, and which of them the reader stands at.

    Attributes:
        words: what the reader looks for in this article; empty for nothing.
        terms: those of the search that led to it; they are shown while there are no words.
    """

    def __init__(self) -> None:
        self.words = ""
        self.terms: tuple[Term, ...] = ()
        self.hits: list[Hit] = []
        self.at = -1
        self._by_line: dict[int, list[tuple[int, int, int]]] = {}

    @property
    def wanted(self) -> bool:
        """True when there is something to look for."""
        return bool(self.words or self.terms)

    def look(self, words: str, texts: Sequence[str]) -> None:
        """Look for ``words``; the reader stands at no match yet."""
        self.words, self.at = words, -1
        self.look_again(texts)

    def look_again(self, texts: Sequence[str]) -> None:
        """Look for the same in other lines, or more of them; the reader stays at the match of that number."""
        self.hits = find_hits(self.words, texts) if self.words else lit_hits(self.terms, texts)
        self.at = min(self.at, len(self.hits) - 1)
        by_line: defaultdict[int, list[tuple[int, int, int]]] = defaultdict(list)
        for number, hit in enumerate(self.hits):
            for line, start, end in hit:
                by_line[line].append((start, end, number))
        self._by_line = dict(by_line)

    def step(self, step: int, line: int) -> int | None:
        """Go to the next match (or the one before), round the end; return its line, or None without any.

        From none it goes to the first match at or after ``line``.
        """
        if not self.hits:
            return None
        if self.at < 0:
            after = next((n for n, hit in enumerate(self.hits) if hit[0][0] >= line), 0)
            self.at = after if step > 0 else after - 1
        else:
            self.at += step
        self.at %= len(self.hits)
        return self.hits[self.at][0][0]

    def on(self, line: int) -> Iterator[tuple[int, int, bool]]:
        """Yield start and end of each match on a line, and whether it is the one the reader stands at."""
        for start, end, number in self._by_line.get(line, ()):
            yield start, end, number == self.at
