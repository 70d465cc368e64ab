"""Pages around a piece of markup, and the blocks that are made of it."""

from typing import TypeVar

from newsreader.clean import clean_fragment, clean_page
from newsreader.model import Article, Block, blocks_text

URL = "https://quay.example/news/park"
PROSE = (
    "The council met on Tuesday evening to decide how the old harbour should be used after the ferries leave, "
    "and nobody in the hall, neither the fishermen nor the shopkeepers, spoke against the trees on the quay."
)
B = TypeVar("B", bound=Block)


def article_with(body: str) -> Article:
    """Return the article of a page whose body holds ``body`` between paragraphs of prose."""
    numbered = [f"<p>{word} report: {PROSE}</p>" for word in ("First", "Second", "Third", "Fourth")]
    page = (
        "<html><head><title>Harbour to become a park</title></head><body><article><h1>Harbour to become a park</h1>"
        f"<div class='article-body'>{numbered[0]}{numbered[1]}{body}{numbered[2]}{numbered[3]}</div></article>"
    )
    return clean_page(page.encode(), URL)


def only(article: Article, kind: type[B]) -> B:
    """Return the one block of ``kind``."""
    found = [block for block in article.blocks if isinstance(block, kind)]
    assert len(found) == 1, article.blocks
    return found[0]


def text_of(markup: str) -> str:
    """Return the text of a paragraph that holds ``markup``."""
    return blocks_text(clean_fragment(f"<p>{markup}</p>", URL))
