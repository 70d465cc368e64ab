"""The search line: everything from the list, the article from the article."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime
from typing import Any

from textual.screen import Screen
from textual.timer import Timer

from newsreader.model import NewsreaderError
from newsreader.model.search import Where, lit_terms, read_search
from newsreader.tui.widgets.article_view import ArticleView
from newsreader.tui.widgets.headline_list import HeadlineList
from newsreader.tui.widgets.input_bar import InputBar

TYPED = 0.12
"""Seconds after the last key before a search starts."""


class Searching:
    """What is looked for and where; its words are lit in the titles and in the article.

    ``search`` lists the headlines that match a query, all for none; it is also told what was typed. ``note`` says
    how many matches an article has. ``catch_up`` waits until everything can be found, after which ``caught_up``
    is called.
    """

    def __init__(
        self,
        host: Screen[Any],
        bar: InputBar,
        headlines: HeadlineList,
        article: ArticleView,
        now: Callable[[], datetime],
        *,
        search: Callable[[str, str], None],
        note: Callable[[str], None],
        catch_up: Callable[[], Awaitable[None]],
        caught_up: Callable[[], None],
    ) -> None:
        self._host = host
        self._bar = bar
        self._list = headlines
        self._article = article
        self._now = now
        self._search = search
        self._note = note
        self._catch_up = catch_up
        self._caught_up = caught_up
        self._timer: Timer | None = None
        self.query = ""
        self.in_article = False

    def ask(self, *, in_article: bool) -> None:
        """Show the line."""
        self.in_article = in_article
        if in_article:
            self._bar.ask("Find", "words in this article")
        else:
            self._bar.ask("Search", "words in any title or text")

    def show(self, query: str) -> None:
        """List what a query finds, without the line."""
        self.in_article = False
        self._look_for(query, query)

    def typed(self) -> None:
        """Look for what is typed, once the typing stops."""
        self._stop()
        self._timer = self._host.set_timer(TYPED, self.look)

    def look(self) -> None:
        """Look for what is typed, now."""
        self._stop()
        if not self._bar.is_shown:
            return
        words = self._bar.text.strip()
        if self.in_article:
            if words != self._article.finding:
                many = self._article.find(words)
                self._note(match_words(1, many) if words else "")
        elif (query := as_typed(self._bar.text)) != self.query:
            self._look_for(query, words)

    def leave(self) -> bool:
        """End the search; return False when there was none."""
        self._stop()
        if self._bar.is_typed_in and self.in_article:
            self._article.find_nothing()
        elif self._article.finding:
            self._article.find("")
        elif self.query or self._bar.is_shown:
            if self.query:
                self._look_for("", "")
        else:
            return False
        self._bar.put_away()
        return True

    def _look_for(self, query: str, words: str) -> None:
        self.query = query
        found = lit_terms(read_search(query, self._now()))
        terms = tuple(term for term in found if term.where in {Where.ANYWHERE, Where.TITLE})
        self._list.light(terms)
        self._article.light(terms)
        self._search(query, words)
        if query:
            self._host.run_worker(self._find_rest(query), group="search", exclusive=True)

    async def _find_rest(self, query: str) -> None:
        """List also what can only be found when the index has caught up, such as what was opened a moment ago."""
        with suppress(NewsreaderError):
            await self._catch_up()
            if query == self.query:
                self._caught_up()

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None


def as_typed(text: str) -> str:
    """Return the query for a line that is being typed: its last word may go on, so it is the beginning of one."""
    asked = text.strip()
    if not asked or text.endswith(" "):
        return asked
    last = asked.rsplit(maxsplit=1)[-1]
    is_word = sum(letter.isalnum() for letter in last) >= 2 and last[-1].isalnum()
    goes_on = is_word and not last.startswith("-") and ":" not in last and asked.count('"') % 2 == 0
    return f"{asked}*" if goes_on else asked


def match_words(at: int, many: int) -> str:
    """Return where among the matches the reader stands, in words."""
    return f"match {at} of {many}" if many else "no match"
