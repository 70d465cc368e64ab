"""The search line: everything from the list, the article from the article."""

from collections.abc import Callable
from typing import Any

from textual.screen import Screen
from textual.timer import Timer

from newsreader.tui.widgets.article_view import ArticleView
from newsreader.tui.widgets.search_bar import SearchBar

TYPED = 0.12
"""Seconds after the last key before a search starts."""


class Searching:
    """What is looked for and where.

    ``search`` lists the headlines that match some words, all for none; ``note`` says how many an article has.
    """

    def __init__(
        self,
        host: Screen[Any],
        bar: SearchBar,
        article: ArticleView,
        *,
        search: Callable[[str], None],
        note: Callable[[str], None],
    ) -> None:
        self._host = host
        self._bar = bar
        self._article = article
        self._search = search
        self._note = note
        self._timer: Timer | None = None
        self.words = ""
        self.in_article = False

    def ask(self, *, in_article: bool) -> None:
        """Show the line."""
        self.in_article = in_article
        if in_article:
            self._bar.ask("Find", "words in this article")
        else:
            self._bar.ask("Search", "words in any title or text")

    def typed(self) -> None:
        """Look for what is typed, once the typing stops."""
        if self._timer is not None:
            self._timer.stop()
        self._timer = self._host.set_timer(TYPED, self.look)

    def look(self) -> None:
        """Look for what is typed, now."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if not self._bar.is_shown:
            return
        if self.in_article:
            if self._bar.words != self._article.finding:
                many = self._article.find(self._bar.words)
                self._note(match_words(1, many) if self._bar.words else "")
        elif self._bar.words != self.words:
            self.words = self._bar.words
            self._search(self.words)

    def leave(self) -> bool:
        """End the search; return False when there was none."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if self._bar.is_typed_in and self.in_article:
            self._article.find_nothing()
        elif self._article.finding:
            self._article.find("")
        elif self.words or self._bar.is_shown:
            words, self.words = self.words, ""
            if words:
                self._search("")
        else:
            return False
        self._bar.put_away()
        return True


def match_words(at: int, many: int) -> str:
    """Return where among the matches the reader stands, in words."""
    return f"match {at} of {many}" if many else "no match"
