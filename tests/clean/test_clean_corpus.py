"""How well bodies are found, on a sample of real pages with their true text; the floors only rise."""

import os
from pathlib import Path

import pytest

from benchmarks.clean_status import taken
from benchmarks.measure import cases, f1_of, page_score
from newsreader.clean import extract_text

pytestmark = pytest.mark.no_cover  # what only real pages reach should have an example of its own
CORPUS = os.environ.get("NEWSREADER_CORPUS", "")
needs_corpus = pytest.mark.skipif(not CORPUS, reason="NEWSREADER_CORPUS does not name the folder with pages")


def score(name: str, every: int) -> float:
    """Return the F1 of each ``every``-th page of a set."""
    pages = cases(Path(CORPUS) / "extraction" / "cases" / name, every)
    return f1_of(page_score(page.body, extract_text(page.html, page.url)) for page in pages)


@needs_corpus
@pytest.mark.parametrize(("name", "floor"), [("scrapinghub", 0.980), ("fundus_tests", 0.977), ("wcxb_dev", 0.960)])
def test_a_sample_of_bodies_is_found(name: str, floor: float) -> None:
    assert score(name, every=6) >= floor


@needs_corpus
@pytest.mark.slow
@pytest.mark.parametrize(("name", "floor"), [("scrapinghub", 0.982), ("fundus_tests", 0.967), ("wcxb_dev", 0.950)])
def test_all_bodies_are_found(name: str, floor: float) -> None:
    assert score(name, every=1) >= floor


@needs_corpus
@pytest.mark.slow
def test_real_articles_are_hardly_ever_called_walls() -> None:
    pages = list(taken(Path(CORPUS)))
    walls = [page.case.url for page in pages if page.status in {"wall", "error"}]
    parts = [page.case.url for page in pages if page.status == "partial"]
    assert len(walls) <= 0.005 * len(pages), walls
    assert len(parts) <= 0.02 * len(pages), parts
