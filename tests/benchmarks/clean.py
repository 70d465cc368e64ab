"""Print how well and how fast pages are cleaned, beside other tools.

Run ``python tests/benchmarks/clean.py``. NEWSREADER_CORPUS names the folder with pages. Tools that are missing are
left out; the extra ``bench`` brings them. Every tool runs as its authors set it, in this one process, so that the
times can be compared.
"""

import contextlib
import io
import os
import re
import sys
import time
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TypeAlias

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.measure import Case, cases, f1_of, page_score

Extract: TypeAlias = Callable[[bytes, str], str]
SETS = ("scrapinghub", "fundus_tests", "wcxb_dev")
_BLOCK_END = re.compile(r"</(?:p|div|li|h\d|blockquote|td|tr|pre|section|article)>|<br\b[^>]*>", re.IGNORECASE)


def newsreader(html: bytes, url: str) -> str:
    """Return what this package finds."""
    from newsreader.clean import extract_text

    return extract_text(html, url)


def trafilatura(html: bytes, url: str) -> str:
    """Return what trafilatura finds, without comments."""
    return import_module("trafilatura").extract(html, url=url, include_comments=False) or ""


def newspaper4k(html: bytes, url: str) -> str:
    """Return what newspaper4k finds."""
    page = import_module("newspaper").Article(url or "http://localhost/", fetch_images=False)
    page.download(input_html=html.decode("utf-8", "replace"))
    page.parse()
    return str(page.text)


def readability(html: bytes, _url: str) -> str:
    """Return what readability-lxml finds, a line for each block."""
    from lxml.html import fromstring
    from readability import Document

    summary = Document(html.decode("utf-8", "replace")).summary(html_partial=True)
    return "".join(
        str(text)
        for text in fromstring(f"<div>{_BLOCK_END.sub(lambda end: end[0] + chr(10), summary)}</div>").itertext()
    )


TOOLS: dict[str, tuple[str, Extract]] = {
    "newsreader": ("newsreader", newsreader),
    "trafilatura": ("trafilatura", trafilatura),
    "newspaper4k": ("newspaper", newspaper4k),
    "readability-lxml": ("readability", readability),
}


def measure(extract: Extract, pages: list[Case]) -> tuple[float, float, int]:
    """Return F1, pages per CPU second, and how many pages raised; a page that raises counts as empty."""
    found: list[str] = []
    failed = 0
    start = time.process_time()
    for page in pages:
        try:
            with contextlib.redirect_stdout(io.StringIO()):
                found.append(extract(page.html, page.url))
        except Exception:  # noqa: BLE001 other tools raise what they like
            failed += 1
            found.append("")
    seconds = time.process_time() - start
    scores = [page_score(page.body, text) for page, text in zip(pages, found, strict=True)]
    return f1_of(scores), len(pages) / seconds, failed


def main() -> int:
    """Print a row for each tool."""
    corpus = os.environ.get("NEWSREADER_CORPUS")
    if not corpus:
        print("NEWSREADER_CORPUS does not name the folder with pages", file=sys.stderr)
        return 2
    sets = {name: list(cases(Path(corpus) / "extraction" / "cases" / name)) for name in SETS}
    print(f"{'F1 (pages per CPU second, failed)':34}" + "".join(f"{name:>24}" for name in SETS))
    for name, (module, extract) in TOOLS.items():
        if find_spec(module) is None:
            continue
        results = [measure(extract, pages) for pages in sets.values()]
        print(
            f"{name:34}" + "".join(f"{f1:>12.3f} ({speed:5.1f},{failed:2d})" for f1, speed, failed in results),
            flush=True,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
