"""The article in the reader's hands: said passage by passage, its links by their numbers."""

from collections.abc import Callable
from datetime import datetime

from newsreader.model import Article, ArticleStatus, Headline, NotFoundError, shown_host
from newsreader.newsroom import Newsroom, Reading
from newsreader.plain.passages import Passage, passages
from newsreader.plain.talk import Talk
from newsreader.plain.words import head_lines

PAGE_WORDS = 120
"""Words said at a time, in whole passages: some 45 seconds of speech, half a screen of 80 by 24."""

_DIGITS = 9


class Book:
    """Opens headlines and says their articles; ``printed`` when a program of the reader's made what is open."""

    def __init__(self, news: Newsroom, talk: Talk, now: Callable[[], datetime]) -> None:
        self._news = news
        self._talk = talk
        self._now = now
        self._passages: tuple[Passage, ...] = ()
        self._page = (0, 0)
        self._links: dict[str, int] = {}
        self._tells_links = False
        self.printed = False
        self.headline: Headline | None = None
        self.article: Article | None = None

    @property
    def is_at_end(self) -> bool:
        """True when all of the article was said."""
        return self._page[1] == len(self._passages)

    async def open(self, headline: Headline) -> None:
        """Say an article's head and its first page, or go on where its reading was left."""
        await self.close()
        reading = self._news.stored_reading(headline.id)
        if reading is None:
            self._talk.say("Fetching…")
            reading = await self._news.reading(headline.id)
        if not reading.headline.read and not self._news.read_only:
            await self._news.mark_read([headline.id], asked=False)
        self.show(reading)

    def show(self, reading: Reading, *, printed: bool = False) -> None:
        """Say the head of a reading and a page of it; ``printed`` when a program of the reader's made it."""
        self.headline, self.article, self.printed = reading.headline, reading.article, printed
        self._passages = passages(reading.article)
        links = [href for passage in self._passages for _, href in passage.links]
        self._links = {href: number for number, href in enumerate(dict.fromkeys(links), 1)}
        for line in head_lines(reading, self._now()):
            self._talk.tell(line)
        start = self._passage_at(reading.headline.position)
        if start:
            self._talk.say("Going on where you left; g begins again")
        self._page = (start, start)
        self.on()

    def on(self) -> None:
        """Say the next page."""
        start = end = self._page[1]
        words = 0
        while end < len(self._passages) and (end == start or words + self._passages[end].words <= PAGE_WORDS):
            words += self._passages[end].words
            end += 1
        self._page = (start, end)
        self._say_page()

    def top(self) -> None:
        """Say the article from its start."""
        self._page = (0, 0)
        self.on()

    async def other(self) -> None:
        """Say the article as the feed told it; where that was said, or a program's text, as its page tells it."""
        headline, article = self.required()
        from_feed = self.printed or article.status is ArticleStatus.FEED
        self._talk.say("As its page tells it" if from_feed else "As the feed told it")
        news = self._news
        self.show(await (news.page_reading(headline.id) if from_feed else news.feed_reading(headline.id)))

    def toggle_links(self) -> None:
        """Tell links after each paragraph, or no longer; say the page again with them."""
        self.required()
        self._tells_links = not self._tells_links
        self._talk.say("Links are told after each paragraph" if self._tells_links else "Links are no longer told")
        if self._tells_links:
            self._say_page()

    def link(self, number: str) -> str:
        """Return the address of a link by its number.

        Raises:
            NotFoundError: there is none of this number.
        """
        self.required()
        wanted = int(number[:_DIGITS]) if number.isdecimal() else 0
        for href, at in self._links.items():
            if at == wanted:
                return href
        raise NotFoundError(f"there is no link {number[:_DIGITS]}", "", f"this article has {len(self._links)}")

    def required(self) -> tuple[Headline, Article]:
        """Return what is open.

        Raises:
            NotFoundError: nothing is.
        """
        if self.headline is None or self.article is None:
            raise NotFoundError("no article is open", "", "type the number of a headline")
        return self.headline, self.article

    async def close(self) -> None:
        """Put the article away, and remember where its reading was left."""
        headline, share = self.headline, self._share()
        self.headline = self.article = None
        if headline is not None and share != headline.position:
            await self._news.remember_position(headline.id, share)

    def _share(self) -> float:
        """Return the share of the text before the page that was said last; 0 at the start and at the end."""
        total = sum(passage.words for passage in self._passages)
        before = sum(passage.words for passage in self._passages[: self._page[0]])
        return 0.0 if self.is_at_end or not total else before / total

    def _passage_at(self, share: float) -> int:
        """Return the passage that stands where ``share`` of the text is before it."""
        left = share * sum(passage.words for passage in self._passages) - 0.5
        for number, passage in enumerate(self._passages):
            if left <= 0:
                return number
            left -= passage.words
        return 0

    def _say_page(self) -> None:
        for passage in self._passages[slice(*self._page)]:
            for line in passage.lines:
                self._talk.tell(line)
            if self._tells_links and passage.links:
                said = (f"{self._links[href]}, {text or shown_host(href)}" for text, href in passage.links)
                self._talk.say(f"Links: {'; '.join(said)}")
        if self.is_at_end:
            self._talk.say("End of the article" if self._passages else "There is no text; o opens the page")
