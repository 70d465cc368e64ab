"""What stands above an article's body, whatever it is written as: who wrote it, where and when."""

from newsreader.model import Article, ArticleStatus

_NOTES = {
    ArticleStatus.FULL: "",
    ArticleStatus.PARTIAL: "This is not the whole text of the page.",
    ArticleStatus.FEED: "This is what the feed carried; the page itself was not read.",
    ArticleStatus.WALL: "The page showed a wall instead of an article.",
}


def imprint(article: Article) -> str:
    """Return the authors, the site and the date (in UTC) in one line; empty when nothing is known."""
    day = f"{article.published:%Y-%m-%d}" if article.published else ""
    return " · ".join(part for part in (article.byline, article.site, day) if part)


def honesty(article: Article) -> str:
    """Return the sentence that says what an article lacks, or an empty string."""
    return _NOTES[article.status]
