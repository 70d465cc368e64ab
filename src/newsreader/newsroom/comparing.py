"""Whether a page that was fetched again may take the place of what is stored of it (pure)."""

from newsreader.model import Article, ArticleStatus
from newsreader.newsroom.notices import wall_notice

MUCH_SHORTER = 0.5
"""The part of its words under which a page was cut: corrections take a few, a teaser leaves a few."""

SHORTER = 0.9
"""The same for what was kept for good."""


def worse(now: Article, before: Article | None, *, kept: bool) -> str:
    """Return why ``now`` would be worse to have than ``before``, a sentence without its full stop; empty if not.

    What is ``kept`` loses no picture, and hardly a word. Of what only a feed carried, any text is better.
    """
    if now.status is ArticleStatus.WALL:
        return wall_notice(now.wall)
    if before is None or before.status in {ArticleStatus.FEED, ArticleStatus.WALL}:
        return ""
    if now.status is ArticleStatus.PARTIAL and before.status is ArticleStatus.FULL:
        return "The page gives only a part of its text now"
    if now.words < (SHORTER if kept else MUCH_SHORTER) * before.words:
        return "The page has less text now"
    if kept and {image.url for image in before.images} - {image.url for image in now.images}:
        return "The page no longer shows all the pictures that are kept"
    return ""
