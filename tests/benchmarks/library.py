"""A library of 100,000 stored articles: searching, opening an article, starting, and what the search index takes.

Run ``python tests/benchmarks/library.py``; it makes two libraries of synthetic articles, which takes some minutes
and a gigabyte in the system's folder for temporary files. Seven of ten articles are in Latin letters, two in
Cyrillic, one in Chinese and Japanese ones; words are as frequent as in a natural language (Zipf) and on average as
long as in news pages of ten languages (5.2 letters), the frequent ones short.

Prints medians: milliseconds from a query to the first page of rows and the counts beside it, to open a stored
article anywhere in the library, seconds from the start of the program to its first headline with few and with many
articles, and the bytes of the index for each byte of the text it indexes, by script.
"""

import argparse
import random
import sqlite3
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import accumulate
from pathlib import Path
from time import perf_counter

from newsreader.library import FeedCheck, Library, articles, indexing, subscriptions
from newsreader.library.database import connect, prepare, transaction
from newsreader.model import Article, HeadlineQuery, Paragraph, ParsedEntry, ParsedFeed, Span
from newsreader.model.sealed import sealed

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.start import start

NOW = datetime(2023, 3, 30, 12, 0, tzinfo=UTC)
FEEDS = 100
BATCH = 500
FIRST_PAGE = 40
"""Rows of headlines that are asked for at first: more than the highest screen shows."""

SYLLABLES = {
    "Latin": ("b c d f g h l m n p r s t v st tr".split(), "a e i o u ea ou".split(), "n r s t l m".split()),
    "Cyrillic": ("б в г д ж з к л м н п р с т".split(), "а е и о у ы я".split(), "н р с т л м".split()),
}
UNSPACED = [chr(0x4E00 + 7 * n) for n in range(2_500)] + [chr(0x3041 + n) for n in range(80)] * 8


def words_of(script: str, many: int, rng: random.Random) -> list[str]:
    """Return so many different words of a script, the short ones mostly first."""
    onset, vowel, coda = SYLLABLES[script]
    made: dict[str, None] = {}
    while len(made) < many:
        parts = 1 + (len(made) > 60) * rng.randrange(2) + (len(made) > 600) + (len(made) > 6_000)
        word = "".join(rng.choice(onset) + rng.choice(vowel) for _ in range(parts)) + rng.choice([*coda, "", ""])
        made[word] = None
    return list(made)


class Author:
    """Writes articles of one script."""

    def __init__(self, script: str, seed: int) -> None:
        self._rng = random.Random(seed)
        self.spaced = script in SYLLABLES
        self.words = words_of(script, 40_000, self._rng) if self.spaced else UNSPACED
        self._weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(self.words))))

    def paragraphs(self, length: float) -> list[str]:
        """Return paragraphs of about 70 words, together ``length`` in the median."""
        many = max(40, round(self._rng.lognormvariate(0, 0.6) * length))
        words = self._rng.choices(self.words, cum_weights=self._weights, k=many if self.spaced else many * 2)
        gap = " " if self.spaced else ""
        return [gap.join(words[n : n + 70]) + "." for n in range(0, many, 70)]


AUTHORS = {"Latin": 7, "Cyrillic": 2, "unspaced": 1}
"""The scripts, and how many of ten articles are written in each."""


def make(folder: Path, many: int, words: int, scripts: dict[str, int]) -> int:
    """Make a library of so many articles and index it; return the bytes of text that are indexed."""
    writing = {script: Author(script, seed) for seed, script in enumerate(scripts)}
    turns = [script for script, share in scripts.items() for _ in range(share)]
    indexed = 0
    with closing(connect(prepare(folder))) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        for batch in range(many // BATCH):
            author = writing[turns[batch % len(turns)]]
            with transaction(connection):
                indexed += store(connection, batch, [author.paragraphs(words) for _ in range(BATCH)])
        more = True
        while more:
            with transaction(connection):
                more = indexing.index_some(connection)
    return indexed


def store(connection: sqlite3.Connection, batch: int, texts: list[list[str]]) -> int:
    """Store a feed with these texts, and an article for each; return the bytes of what can be found of them."""
    url = f"https://source{batch % FEEDS}.example/feed"
    source = subscriptions.subscribe(
        connection, url, f"Source {batch % FEEDS}", None, "", edition=False, from_page=False, now=None
    )
    entries = []
    for number, paragraphs in enumerate(texts, batch * BATCH):
        page = f"https://source.example/{number}"
        published = NOW - timedelta(minutes=3 * number)
        entries.append(ParsedEntry(page, paragraphs[0][:60], page, published=published, summary=paragraphs[0]))
    later = FeedCheck(checked_at=datetime.now(UTC), next_check=datetime.now(UTC) + timedelta(days=1))
    subscriptions.store_feed(connection, source.id, sealed(ParsedFeed("Source", tuple(entries))), later, NOW)
    (last,) = connection.execute("SELECT max(id) FROM entries").fetchone()
    for entry_id, entry, paragraphs in zip(range(last - BATCH + 1, last + 1), entries, texts, strict=True):
        blocks = tuple(Paragraph((Span(text),)) for text in paragraphs)
        article = Article(url=entry.url or "", title=entry.title, blocks=blocks)
        articles.store(connection, entry_id, article, NOW)
    return sum(len(f"{text[0][:60]}{''.join(text)}".encode()) for text in texts)


def median_ms(work: Callable[[], object], rounds: int = 9) -> float:
    """Return the median of the milliseconds that ``work`` takes."""
    taken = []
    for _ in range(rounds):
        began = perf_counter()
        work()
        taken.append(1000 * (perf_counter() - began))
    return statistics.median(taken)


def queries() -> Iterator[tuple[str, str]]:
    """Yield kinds of queries, and one of each."""
    latin, cyrillic = Author("Latin", 0).words, Author("Cyrillic", 1).words
    yield "the most frequent word", latin[0]
    yield "two frequent words", f"{latin[0]} {latin[3]}"
    yield "a phrase of them", f'"{latin[0]} {latin[3]}"'
    yield "a word in one of thirty", latin[400]
    yield "a rare word", latin[20_000]
    yield "a beginning of three letters", f"{latin[400][:3]}*"
    yield "a frequent word, unread, after a day", f"{latin[1]} is:unread after:2023-03-01"
    yield "a frequent word of one source", f'{latin[1]} source:"source 42"'
    yield "a frequent word without another", f"{latin[0]} -{latin[4]}"
    yield "a Cyrillic word", cyrillic[50]
    yield "two Chinese characters", UNSPACED[0] + UNSPACED[1]
    yield "one Japanese character", UNSPACED[-1]
    yield "all that is unread", "is:unread"


def search(library: Library, words: str, turn: Iterator[int]) -> int:
    """Search as the screen does; a space more each time, so that nothing is remembered from the last time."""
    query = HeadlineQuery(search=words + " " * next(turn))
    ids = library.headline_ids(query)
    library.headlines(ids[:FIRST_PAGE])
    return library.count(query)[1]


def index_share(folder: Path, words: int, script: str) -> float:
    """Return the bytes of the index for each byte of text in a library of one script."""
    indexed = make(folder, 5_000, words, {script: 1})
    with closing(connect(folder / "library.db", only_read=True)) as connection:
        (size,) = connection.execute("SELECT sum(length(block)) FROM search_data").fetchone()
    return float(size / indexed)


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--words", type=int, default=300, help="of an article, in the median")
    parser.add_argument("--rounds", type=int, default=10, help="starts of the program")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        many, few = Path(home, "many"), Path(home, "few")
        make(many, args.articles, args.words, AUTHORS)
        make(few, 5_000, args.words, AUTHORS)
        measure(many, args.articles)
        reader = [sys.executable, "-m", "newsreader", "--library"]
        seconds: dict[Path, list[float]] = {few: [], many: []}
        for _ in range(args.rounds):
            for folder, taken in seconds.items():
                taken.append(start([*reader, str(folder)], "Source", home))
        medians = {folder: statistics.median(taken) for folder, taken in seconds.items()}
        ratio = medians[many] / medians[few]
        print(
            f"start: {medians[few]:.2f} s with 5,000, {medians[many]:.2f} s with {args.articles:,}: × {ratio:.2f}"
        )
        for script in AUTHORS:
            print(f"index / text, {script}: {index_share(Path(home, script), args.words, script):.2f}")


def measure(folder: Path, many: int) -> None:
    """Print what searching and opening cost in a library."""
    with closing(Library.open(folder, now=lambda: NOW)) as library:
        rng, turn = random.Random(1), iter(range(10**6))
        medians = []
        for kind, words in queries():
            medians.append(median_ms(partial(search, library, words, turn)))
            print(f"search, {kind:38} {medians[-1]:6.1f} ms  {search(library, words, turn):7,} found")
        median, slowest = statistics.median(medians), max(medians)
        print(f"search, median of these kinds: {median:.1f} ms; the slowest: {slowest:.1f} ms")
        opening = median_ms(lambda: library.article(rng.randrange(1, many)), 300)
        print(
            f"open an article: {opening:.2f} ms; {(folder / 'library.db').stat().st_size / 1e6:,.0f} MB of library"
        )


if __name__ == "__main__":
    main()
