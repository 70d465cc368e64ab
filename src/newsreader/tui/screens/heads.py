"""The head over an article, made of what is known of it (pure)."""

from datetime import datetime

from newsreader.model import Article, ArticleStatus, Headline
from newsreader.model.counting import counted
from newsreader.tui.widgets.times import day_and_time
from newsreader.tui.widgets.title_block import TitleBlock

FETCHING = "fetching…"
STATUS_WORDS = {
    ArticleStatus.FULL: "full text",
    ArticleStatus.PARTIAL: "part of the text",
    ArticleStatus.FEED: "from the feed",
    ArticleStatus.WALL: "behind a wall",
}


def waiting_head(headline: Headline, now: datetime, *, long: bool) -> TitleBlock:
    """Return the head of an article that is still on its way; only when that takes ``long`` it says so."""
    return TitleBlock(headline.title, origin=_origin(headline, None, now), state=(FETCHING,) if long else ())


def article_head(headline: Headline, article: Article, notice: str, now: datetime) -> TitleBlock:
    """Return the head of an article that is here; ``notice`` as the newsroom gave it."""
    minutes = article.minutes
    state = (f"{minutes} min" if minutes else "", STATUS_WORDS[article.status], _kept(headline, article))
    return TitleBlock(
        article.title or headline.title,
        standfirst=article.standfirst,
        origin=_origin(headline, article, now),
        state=tuple(filter(None, state)),
        notice=notice,
        note=headline.note,
        tags=headline.tags,
    )


def _origin(headline: Headline, article: Article | None, now: datetime) -> tuple[str, ...]:
    byline = (article.byline if article else "") or headline.author
    published = (article.published if article else None) or headline.published
    return tuple(filter(None, (headline.source, byline, day_and_time(published, now))))


def _kept(headline: Headline, article: Article) -> str:
    if not headline.bookmarked:
        return ""
    if headline.complete is False:
        saved, total = headline.images or (0, 0)
        return f"★ kept, {saved} of {total} pictures here" if saved < total else "★ kept, the rest still to come"
    many = len(article.images)
    return "★ kept offline" + (f", {counted(many, 'picture')}" if many else "")
