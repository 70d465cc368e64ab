"""What packing saves of the articles of real pages and of feeds' texts, and what it takes to pack and unpack them.

Run ``python tests/benchmarks/packing.py FOLDER…`` on folders of cases, as ``clean.py`` reads them; ``--every``
takes each so many-th. Prints bytes before and after, and microseconds of processor time for a text.
"""

import argparse
import json
import statistics
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from time import process_time
from typing import TypeVar

from newsreader.clean import clean_page
from newsreader.formats import article_to_html, article_to_json
from newsreader.formats.structure import article_from_json
from newsreader.library.packing import packed, unpacked
from newsreader.model import Article, CleanError

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.measure import cases

One = TypeVar("One")
Other = TypeVar("Other")


def articles(folders: Sequence[Path], every: int) -> list[Article]:
    """Return what cleaning makes of the pages."""
    found = []
    for folder in folders:
        for case in cases(folder, every):
            try:
                found.append(clean_page(case.html, case.url))
            except CleanError:
                continue
    return found


def timed(work: Callable[[One], Other], items: Sequence[One]) -> tuple[list[Other], float]:
    """Return what ``work`` makes of each, and the microseconds it took for one."""
    began = process_time()
    done = [work(item) for item in items]
    return done, (process_time() - began) / len(items) * 1e6


def report(name: str, texts: Sequence[str], *, fast: bool = False) -> None:
    """Print one line of the table."""
    stored, packing = timed(partial(packed, fast=fast), texts)
    _, unpacking = timed(unpacked, stored)
    before = [len(text.encode()) for text in texts]
    after = sum(len(text.encode() if isinstance(text, str) else text) for text in stored)
    print(
        f"{name:24} {len(texts):5} texts, median {statistics.median(before):7.0f} bytes:"
        f" {sum(before):9} → {after:9} ({after / sum(before):.0%}),"
        f" pack {packing:4.0f} µs, unpack {unpacking:3.0f} µs"
    )


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--every", type=int, default=1)
    args = parser.parse_args()
    cleaned = articles(args.folders, args.every)
    written = [json.dumps(article_to_json(one), ensure_ascii=False, separators=(",", ":")) for one in cleaned]
    bodies = [html[max(0, html.find("<p>")) :] for html in map(article_to_html, cleaned)]
    report("articles as JSON", written)
    report("whole articles in feeds", bodies, fast=True)
    for length in (600, 1_500):
        report(f"feeds' texts of {length}", [body[:length] for body in bodies], fast=True)
    _, reading = timed(lambda text: article_from_json(json.loads(text)), written)
    print(f"an article of its JSON: {reading:.0f} µs")


if __name__ == "__main__":
    main()
