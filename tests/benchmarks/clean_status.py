"""Print what real pages with an article are taken for: every wall among them is a false alarm.

Run ``python tests/benchmarks/clean_status.py``. NEWSREADER_CORPUS names the folder with pages. Pages that are not
full are listed, with the words found and those of the true text, to be judged by eye.
"""

import os
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.measure import Case, cases
from newsreader.clean import clean_page
from newsreader.model import CleanError, count_words

SETS = ("scrapinghub", "fundus_tests", "wcxb_dev", "mozilla")


@dataclass(frozen=True)
class Taken:
    """What a page was taken for: a status or ``error``, of which kind, and the words that were found."""

    case: Case
    status: str
    wall: str = ""
    words: int = 0


def taken(corpus: Path, every: int = 1) -> Iterator[Taken]:
    """Yield what each ``every``-th page of all sets is taken for."""
    for name in SETS:
        for case in cases(corpus / "extraction" / "cases" / name, every):
            try:
                article = clean_page(case.html, case.url or "https://site.example/article")
            except CleanError:
                yield Taken(case, "error")
            else:
                yield Taken(case, str(article.status), str(article.wall or ""), article.words)


def main() -> int:
    """Print the counts, then the pages that are not full."""
    corpus = os.environ.get("NEWSREADER_CORPUS")
    if not corpus:
        print("NEWSREADER_CORPUS does not name the folder with pages", file=sys.stderr)
        return 2
    pages = list(taken(Path(corpus)))
    for name in SETS:
        counts = Counter(page.status for page in pages if page.case.set_name == name)
        print(f"{name:14}" + "".join(f"{status:>10} {count:4}" for status, count in sorted(counts.items())))
    for page in pages:
        if page.status != "full":
            found = f"{page.words} of {count_words(page.case.body)} words"
            print(f"{page.status:8} {page.wall:8} {found:24} {page.case.set_name} {page.case.url}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
