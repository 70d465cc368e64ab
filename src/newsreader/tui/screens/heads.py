"""The head over an article, made of what is known of it (pure)."""

from collections.abc import Mapping
from datetime import datetime

from newsreader.model import Article, ArticleStatus, Headline
from newsreader.model.counting import counted
from newsreader.tui.key_words import named
from newsreader.tui.widgets.times import in_words
from newsreader.tui.widgets.title_block import TitleBlock

FETCHING = "fetching…"
STATUS_WORDS = {
    ArticleStatus.FULL: "",
    ArticleStatus.PARTIAL: "part of the text",
    ArticleStatus.FEED: "from the feed",
    ArticleStatus.WALL: "behind a wall",
}
"""What is said of a text; of a whole one nothing, for that is what a reader takes it for."""


def waiting_head(headline: Headline, now: datetime, *, long: bool) -> TitleBlock:
    """Return the head of an article that is still on its way; only when that takes ``long`` it says so."""
    return TitleBlock(
        headline.title,
        source=headline.source,
        when=in_words(headline.published, now) if headline.in_library else "",
        about=tuple(filter(None, (headline.author, FETCHING if long else ""))),
    )


def article_head(
    headline: Headline, article: Article, minutes: int, notice: str, now: datetime, keymap: Mapping[str, str]
) -> TitleBlock:
    """Return the head of an article that is here and takes ``minutes``; ``notice`` is as the newsroom gave it."""
    about = (article.byline or headline.author, f"{minutes} min to read" if minutes else "")
    published = article.published or (headline.published if headline.in_library else None)
    return TitleBlock(
        article.title or headline.title,
        standfirst=article.standfirst,
        source=headline.source,
        when=in_words(published, now) if published else "",  # a page that is read in passing may have no date
        about=tuple(filter(None, about)),
        state=tuple(filter(None, (STATUS_WORDS[article.status], _kept(headline, article, keymap)))),
        notice=notice,
        note=headline.note,
        tags=headline.tags,
    )


def _kept(headline: Headline, article: Article, keymap: Mapping[str, str]) -> str:
    if not headline.in_library:
        return named("{bookmark.toggle} keeps this page, {back} goes back", keymap)
    if not headline.bookmarked:
        return ""
    if headline.complete is False:
        saved, total = headline.images or (0, 0)
        return f"★ kept, {saved} of {total} pictures here" if saved < total else "★ kept, the rest still to come"
    many = len(article.images)
    return "★ kept offline" + (f", {counted(many, 'picture')}" if many else "")
