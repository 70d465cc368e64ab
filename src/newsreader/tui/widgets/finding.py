"""Find in an article: where words stand in its lines, also across the end of a line (pure)."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

Hit = tuple[tuple[int, int, int], ...]
"""One match: (line, start, end) in characters, for each line it touches."""


def find_hits(words: str, texts: Sequence[str]) -> list[Hit]:
    """Return the matches of ``words`` in lines of text, case aside, any white space for a space, in order."""
    parts = [re.escape(part) for part in words.split()]
    if not parts:
        return []
    whole = "\n".join(texts)
    starts = [0]
    for text in texts:
        starts.append(starts[-1] + len(text) + 1)
    hits: list[Hit] = []
    for match in re.finditer(r"\s+".join(parts), whole, re.IGNORECASE):
        first = bisect_right(starts, match.start()) - 1
        last = bisect_right(starts, match.end() - 1) - 1
        hits.append(
            tuple(
                (line, max(0, match.start() - starts[line]), min(len(texts[line]), match.end() - starts[line]))
                for line in range(first, last + 1)
            )
        )
    return hits


class Found:
    """The matches of the words last looked for, and which of them the reader stands at."""

    def __init__(self) -> None:
        self.words = ""
        self.hits: list[Hit] = []
        self.at = -1
        self._by_line: dict[int, list[tuple[int, int, int]]] = {}

    def look(self, words: str, texts: Sequence[str]) -> None:
        """Look for ``words``; the reader stands at no match yet."""
        self.words = words
        self.hits = find_hits(words, texts)
        self.at = -1
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
