"""From article to article: links followed in the reader itself, and the way back and forward."""

from typing import Any
from urllib.parse import urldefrag

from textual.screen import Screen

from newsreader.model import Article, Headline, NewsreaderError, web_address
from newsreader.newsroom import Reading
from newsreader.tui.asked import News
from newsreader.tui.screens.at_hand import AtHand
from newsreader.tui.screens.marks import Marks
from newsreader.tui.screens.on_disk import GROUP
from newsreader.tui.screens.outside import Outside
from newsreader.tui.screens.panes import Deeds, Panes
from newsreader.tui.screens.reader import Reader
from newsreader.tui.screens.telling import tell, told
from newsreader.tui.screens.trail import Stop, Trail
from newsreader.tui.widgets.article_view import ArticleView
from newsreader.tui.widgets.headline_list import HeadlineList

FILES = (
    *(".pdf", ".epub", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".zip", ".gz", ".7z", ".exe", ".dmg"),
    *(".mp3", ".m4a", ".ogg", ".opus", ".wav", ".flac", ".mp4", ".m4v", ".webm", ".mov", ".mkv", ".avi"),
    *(".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg"),
)
"""Ends of addresses that hold no page to read: the browser knows what to do with them."""


class Visiting:
    """Goes where links lead, and remembers the way."""

    def __init__(
        self,
        host: Screen[Any],
        news: News,
        panes: Panes,
        headlines: HeadlineList,
        article: ArticleView,
        reader: Reader,
        marks: Marks,
        outside: Outside,
    ) -> None:
        self._host = host
        self._news = news
        self._panes = panes
        self._list = headlines
        self._article = article
        self._reader = reader
        self._marks = marks
        self._outside = outside
        self._trail = Trail()
        self._linked = False  # what is shown was come to by a link
        self._entered: Headline | None = None  # the last that was gone into
        self.at_hand = AtHand(panes, headlines, reader)
        reader.on_leaving = self._leaving

    @property
    def deeds(self) -> Deeds:
        """What each command of this kind does."""
        return {
            "history.back": self._back,
            "history.forward": self._forward,
            "article.again": self._fetch_again,
            "comments.open": self._comments,
            "bookmark.toggle": self._keep,
            "browser.open": self._open_outside,
        }

    def look(self) -> None:
        """Take in that the reader may have gone into the article: then it is one to come back to."""
        if self._panes.in_article:
            self._entered = self._reader.headline

    def follow(self, href: str, *, outside: bool) -> None:
        """Go where a link leads: in the reader, or ``outside`` it; what is no page is opened outside anyhow."""
        address = web_address(href)
        if outside or address is None or urldefrag(address).url.lower().endswith(FILES):
            self._outside.open(href)
        elif self._is_here(address):
            if not self._article.go_to_heading(urldefrag(address).fragment):
                self._panes.note("this link leads to a place in this article")
        else:
            with told(self._host.app):
                self.go_to(self._news.visits.headline(address), linked=True)

    def go_to(self, headline: Headline, *, linked: bool = False) -> None:
        """Show an article, the cursor of the list on it if it is listed; what is shown now can be come back to."""
        self.look()
        if self._reader.headline is None or not headline.is_same(self._reader.headline):
            self._show(Stop(headline, linked=linked))

    def return_from_link(self) -> bool:
        """Go back from what a link led to; return False when none did."""
        return self._panes.in_article and self._linked and self._go(self._trail.back(self._here))

    def let_go(self) -> None:
        """Show what the cursor stands on again, in place of what was brought beside it."""
        current = self._list.current
        if current is not None and self.at_hand.brought is not None:
            self._reader.open(current)

    def _back(self) -> None:
        if not self._go(self._trail.back(self._here)):
            self._panes.note("nothing to go back to")

    def _forward(self) -> None:
        if not self._go(self._trail.forward(self._here)):
            self._panes.note("nothing to go forward to")

    def _go(self, stop: Stop | None) -> bool:
        if stop is not None:
            self._entered = None  # going back and forth leaves no new trail
            self._show(stop, at=stop.share)
        return stop is not None

    def _show(self, stop: Stop, at: float | None = None) -> None:
        self._reader.open(stop.headline, at=at, reading=stop.reading)
        self._linked = stop.linked
        place = self._list.place(stop.headline.id)
        if place is not None:
            self._list.move_to(place)
        else:
            self.at_hand.bring()
        self._panes.enter_article()

    def _leaving(self) -> None:
        """Remember what was gone into, before something else is shown."""
        here = self._here
        if here is not None and self._entered is not None and here.headline.is_same(self._entered):
            self._trail.left(here)
        self._entered, self._linked = None, False

    @property
    def _here(self) -> Stop | None:
        headline = self._reader.headline
        return None if headline is None else Stop(headline, self._reader.reading, self._article.share, self._linked)

    def _is_here(self, address: str) -> bool:
        """Return whether ``address`` is a place in the article that is shown."""
        page, place = urldefrag(address)
        shown = (
            self._reader.headline and self._reader.headline.url,
            self._reader.article and self._reader.article.url,
        )
        return bool(place) and page in {urldefrag(url).url for url in shown if url}

    def _open_outside(self) -> None:
        """Open the link under the hand in the browser, else the page."""
        link = self._article.focused_href if self._panes.in_article else None
        current = self.at_hand.current
        if link or current is not None:
            self._outside.open(link or (current.url if current else None))

    def _comments(self) -> None:
        current = self.at_hand.current
        if current is not None and current.comments_url:
            self._outside.open(current.comments_url)
        elif current is not None:
            tell(self._host.app, "No comments page is named for this headline")

    def _keep(self) -> None:
        current = self.at_hand.current
        if current is None:
            return
        if current.in_library:
            self._marks.bookmark(current)
        elif (reading := self._reader.reading) is None:
            tell(self._host.app, "This page is not here yet", failed=True)
        else:
            self._host.run_worker(self._keep_page(current, reading.article), group=GROUP)

    async def _keep_page(self, passing: Headline, page: Article) -> None:
        with told(self._host.app):
            kept = await self._news.visits.keep(page)
            self._reader.become(passing, kept.headline)
            self._marks.kept(kept.headline)

    def _fetch_again(self) -> None:
        self._panes.note("fetching again…")
        self._reader.ask_again(self._again)

    async def _again(self, entry_id: int) -> Reading:
        before = self._reader.article
        try:
            reading = await (self._news.fetch_again(entry_id) if entry_id else self._reader.visit(entry_id))
        except NewsreaderError:
            self._panes.note("")
            raise
        same = before is not None and before.blocks == reading.article.blocks
        self._fetched("fetched again: nothing has changed" if same else "fetched again")
        return reading

    def _fetched(self, words: str) -> None:
        self._panes.note(words)
        if (here := self._reader.headline) and here.bookmarked:
            self._marks.complete(here)  # it may show new pictures
