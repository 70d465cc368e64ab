"""The measure of the article extraction benchmark: bags of windows of four words, precision and recall by page."""

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_WIDE = "\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f\u1000-\u109f"
_TOKEN = re.compile(f"[{_WIDE}]|[^\\W{_WIDE}]+")


@dataclass(frozen=True)
class Case:
    """A page with its true text: ``set_name`` is that of its folder."""

    set_name: str
    html: bytes
    url: str
    body: str


def cases(folder: Path, every: int = 1) -> Iterator[Case]:
    """Yield each ``every``-th case of ``folder`` that has a true text."""
    for meta in sorted(folder.glob("*.json"))[::every]:
        case = json.loads(meta.read_text("utf-8"))
        if case.get("body"):
            html = gzip.decompress(meta.with_suffix(".html.gz").read_bytes())
            yield Case(folder.name, html, case.get("url") or "", case["body"])


def tokens(text: str) -> list[str]:
    """Return the words of ``text``; a letter of a script without spaces is a word."""
    return _TOKEN.findall(text)


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Return the bag of windows of four words."""
    words = tokens(text)
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3))) if words else Counter()


def page_score(wanted: str, found: str) -> tuple[float | None, float]:
    """Return precision, None when nothing was found, and recall of one page."""
    want, have = shingles(wanted), shingles(found)
    common = (want & have).total()
    return (common / have.total() if have else None), common / want.total()


def f1_of(scores: Iterable[tuple[float | None, float]]) -> float:
    """Return the F1 of precision and recall, each averaged over all pages that have one."""
    told = list(scores)
    precisions = [precision for precision, _ in told if precision is not None]
    if not precisions:
        return 0.0
    precision, recall = sum(precisions) / len(precisions), sum(recall for _, recall in told) / len(told)
    return 2 * precision * recall / (precision + recall)
