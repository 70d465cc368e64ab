"""How well bodies are found, on a sample of real pages with their true text; the floors only rise."""

import gzip
import json
import os
import re
from collections import Counter
from pathlib import Path

import pytest

from newsreader.clean import extract_text

CORPUS = os.environ.get("NEWSREADER_CORPUS", "")
needs_corpus = pytest.mark.skipif(not CORPUS, reason="NEWSREADER_CORPUS does not name the folder with pages")

_WIDE = "\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f\u1000-\u109f"
_TOKEN = re.compile(f"[{_WIDE}]|[^\\W{_WIDE}]+")


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Return the bag of windows of four words, the measure of the article extraction benchmark."""
    tokens = _TOKEN.findall(text)
    return Counter(tuple(tokens[i : i + 4]) for i in range(max(1, len(tokens) - 3))) if tokens else Counter()


def f1_of(folder: Path, every: int) -> float:
    """Return the F1 of precision and recall, averaged over each ``every``-th page of ``folder``."""
    precisions, recalls = [], []
    for meta in sorted(folder.glob("*.json"))[::every]:
        case = json.loads(meta.read_text("utf-8"))
        if not case.get("body"):
            continue
        found = shingles(extract_text(gzip.decompress(meta.with_suffix(".html.gz").read_bytes()), case["url"]))
        wanted = shingles(case["body"])
        common = (found & wanted).total()
        if found:
            precisions.append(common / found.total())
        recalls.append(common / wanted.total())
    precision, recall = sum(precisions) / len(precisions), sum(recalls) / len(recalls)
    return 2 * precision * recall / (precision + recall)


@needs_corpus
@pytest.mark.parametrize(("name", "floor"), [("scrapinghub", 0.970), ("fundus_tests", 0.945), ("wcxb_dev", 0.945)])
def test_a_sample_of_bodies_is_found(name: str, floor: float) -> None:
    assert f1_of(Path(CORPUS) / "extraction" / "cases" / name, every=6) >= floor


@needs_corpus
@pytest.mark.slow
@pytest.mark.parametrize(("name", "floor"), [("scrapinghub", 0.975), ("fundus_tests", 0.959), ("wcxb_dev", 0.936)])
def test_all_bodies_are_found(name: str, floor: float) -> None:
    assert f1_of(Path(CORPUS) / "extraction" / "cases" / name, every=1) >= floor
