"""Whole pages, with all that stands around an article, become the Markdown that is stored beside them.

Each pair in ``golden`` is a test: ``NAME.html``, as if from https://quay.example/news/NAME, and ``NAME.md``, as
``newsreader read NAME.html --url https://quay.example/news/NAME --format markdown`` wrote it and a person read it.
"""

from pathlib import Path

import pytest

from newsreader.clean import clean_page
from newsreader.formats import article_to_markdown
from newsreader.model import Article
from support.markdown_reader import comparable, read_markdown

PAGES = sorted((Path(__file__).parent / "golden").glob("*.html"))


def cleaned(page: Path) -> Article:
    return clean_page(page.read_bytes(), f"https://quay.example/news/{page.stem}")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_becomes_its_article(page: Path) -> None:
    assert article_to_markdown(cleaned(page)) == page.with_suffix(".md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_its_markdown_reads_back_as_its_blocks(page: Path) -> None:
    blocks = cleaned(page).blocks
    read = read_markdown(page.with_suffix(".md").read_text(encoding="utf-8"))
    assert read[-len(blocks) :] == comparable(blocks)
