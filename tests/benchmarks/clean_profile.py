"""Print where the time of cleaning goes: the share of each step, as Markdown.

Run ``python tests/benchmarks/clean_profile.py``. NEWSREADER_CORPUS names the folder with pages.
"""

import os
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from unittest.mock import patch

from newsreader.clean import body, clean_page, page
from newsreader.model import CleanError

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.clean import SETS
from benchmarks.measure import cases

STEPS: dict[str, tuple[object, str]] = {
    "decode": (page, "decode_page"),
    "tame": (page, "tame"),
    "scrub, parse": (page, "parse_page"),
    "take tags out of data": (page, "untag"),
    "gather": (page, "gather"),
    "title": (page, "find_title"),
    "dates": (page, "find_dates"),
    "authors": (page, "find_authors"),
    "lead image": (page, "find_lead"),
    "prune": (page, "prune"),
    "cut": (body, "cut"),
    "readability": (body, "readable_elements"),
    "weigh": (body, "read_lines"),
    "choose, sweep, recover": (body, "by_rules"),
    "bring back": (body, "bring_back"),
    "standfirst": (body, "find_standfirst"),
    "assemble": (page, "assemble"),
    "judge": (page, "judge"),
}


def timed(function: Callable[..., Any], name: str, spent: dict[str, float]) -> Callable[..., Any]:
    """Return ``function``, which adds the seconds that it takes to ``spent``; a generator runs to its end."""

    def inner(*args: object, **kwargs: object) -> object:
        start = time.perf_counter()
        result = function(*args, **kwargs)
        if name == "cut":
            result = list(result)
        spent[name] += time.perf_counter() - start
        return result

    return inner


def main() -> int:
    """Clean all pages and print a row for each step."""
    corpus = os.environ.get("NEWSREADER_CORPUS")
    if not corpus:
        print("NEWSREADER_CORPUS does not name the folder with pages", file=sys.stderr)
        return 2
    pages = [each for name in SETS for each in cases(Path(corpus) / "extraction" / "cases" / name)]
    spent: defaultdict[str, float] = defaultdict(float)
    with ExitStack() as stack:
        for name, (module, function) in STEPS.items():
            stack.enter_context(patch.object(module, function, timed(getattr(module, function), name, spent)))
        start = time.perf_counter()
        for each in pages:
            try:
                clean_page(each.html, each.url)
            except CleanError:
                continue
        total = time.perf_counter() - start
    print(f"| step | share of {1000 * total / len(pages):.0f} ms a page |\n| --- | ---: |")
    for name in STEPS:
        print(f"| {name} | {spent[name] / total:.1%} |")
    print(f"| all else | {1 - sum(spent.values()) / total:.1%} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
