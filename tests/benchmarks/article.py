"""What a stored article of 50,000 words costs: CPU time to its first paint, to be set whole, and to be set anew.

Run ``python tests/benchmarks/article.py``; ``--words`` says how long each article is, ``--rounds`` how many are
opened, one after the other, in a screen of 120 × 40 cells and a library on disk. Each is set whole in its slices,
then the screen is made 90 columns wide. Prints milliseconds of CPU time: median, least and most. It is the
reader's own process that is measured, without a terminal at its end.
"""

import argparse
import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

from textual.pilot import Pilot

from newsreader.config import load_settings
from newsreader.library import Library
from newsreader.model import Article, Block, Heading, HeadlineQuery, Paragraph, Quote, Span
from newsreader.tui.widgets.article_view import ArticleView
from newsreader.tui.widgets.headline_list import HeadlineList
from newsreader.wiring import make_app, open_newsroom

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.start import fill, utc_now

SENTENCE = "The keeper of the lighthouse would not leave, although the town had asked him twice and in writing. "
WORDS, SENTENCES = 18, 5
"""Words of a sentence, and sentences of a paragraph."""
NAMES = ("to the first paint", "then, set whole", "in another width")
PATIENCE = 0.3
"""Seconds after which nothing that a key set going is still to come."""


def blocks(words: int, name: str) -> Iterator[Block]:
    """Yield paragraphs with a link each, now and then a quotation or a heading with ``name``, of so many words."""
    for number in range(words // (WORDS * SENTENCES)):
        link = Span("a report of the day ", href=f"https://paper.example/{number}")
        paragraph = Paragraph((Span(SENTENCE * 2), link, Span(SENTENCE * (SENTENCES - 2))))
        if number % 10 == 0:
            yield Heading(2, (Span(f"Part {number // 10 + 1} of {name}"),))
        yield Quote((paragraph,)) if number % 10 == 5 else paragraph


async def fill_with(folder: Path, words: int, rounds: int) -> None:
    """Make a library of 50 headlines, with an article of so many words for each that is gone to, and one more."""
    await fill(folder, 1)
    library = Library.open(folder, now=utc_now)
    for headline in library.headlines(library.headline_ids(HeadlineQuery(limit=rounds + 2))):
        body = tuple(blocks(words, headline.title))
        await library.store_article(headline.id, Article(headline.url or "", headline.title, body, language="en"))
    library.close()


async def painted(pilot: Pilot[None]) -> None:
    """Wait until all that was asked for so far is on the screen."""
    seen = asyncio.Event()
    pilot.app.screen.call_after_refresh(seen.set)
    await seen.wait()


async def whole(view: ArticleView, size: int) -> None:
    """Wait until the article is set whole: it does not grow any more."""
    before = -1
    while before != view.virtual_size.height or before < size:
        before = view.virtual_size.height
        await asyncio.sleep(PATIENCE)


async def open_next(pilot: Pilot[None], lines: int) -> tuple[float, float, float]:
    """Open the next article; return the seconds to its first paint, until it is whole, and to another width."""
    view, headlines = pilot.app.screen.query_one(ArticleView), pilot.app.screen.query_one(HeadlineList)
    begun = asyncio.Event()
    take_in = view.set_line_count

    def taken_in(many: int) -> None:
        take_in(many)
        begun.set()

    with patch.object(view, "set_line_count", taken_in):
        started = time.process_time()
        headlines.move_to(headlines.cursor + 1)
        await begun.wait()
        await painted(pilot)
        first = time.process_time()
        await whole(view, lines)
        end = time.process_time()
        begun.clear()
        resizing = asyncio.create_task(pilot.resize_terminal(90, 40))
        await begun.wait()
        await painted(pilot)
        anew = time.process_time()
    await resizing
    await pilot.resize_terminal(120, 40)
    await asyncio.sleep(PATIENCE)
    return first - started, end - first, anew - end


async def measure(folder: Path, words: int, rounds: int) -> list[tuple[float, float, float]]:
    """Return what each round took, in seconds."""
    newsroom = open_newsroom(load_settings(config_file=folder / "none.toml", library=folder))
    app = make_app(newsroom, load_settings(config_file=folder / "none.toml", library=folder), opening=None)
    try:
        async with app.run_test(size=(120, 40)) as pilot:
            pilot.app.screen.query_one(HeadlineList).move_to(0)
            await asyncio.sleep(2)
            return [await open_next(pilot, words // 12) for _ in range(rounds)]
    finally:
        await newsroom.close()


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=int, default=50_000)
    parser.add_argument("--rounds", type=int, default=10)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        asyncio.run(fill_with(Path(home), args.words, args.rounds))
        taken = asyncio.run(measure(Path(home), args.words, args.rounds))
    for name, seconds in zip(NAMES, zip(*taken, strict=True), strict=True):
        least, median, most = (1000 * of(seconds) for of in (min, statistics.median, max))
        print(f"{args.words:,} words {name:20} {median:7.1f} ms   {least:.1f} to {most:.1f}")


if __name__ == "__main__":
    main()
