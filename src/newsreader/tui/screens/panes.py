"""The two panes: which is in view and in use, and the keys that the footer names for it."""

from collections.abc import Callable, Mapping
from typing import Any

from textual.screen import Screen
from textual.widgets import Input

from newsreader.tui.hints import Standing, footer_keys, hints
from newsreader.tui.widgets.article_view import ArticleView
from newsreader.tui.widgets.headline_list import HeadlineList
from newsreader.tui.widgets.key_bar import KeyBar


class Panes:
    """Goes from the list to the article and back; on a narrow screen only one of the two is there."""

    def __init__(
        self,
        host: Screen[Any],
        headlines: HeadlineList,
        article: ArticleView,
        keys: KeyBar,
        keymap: Mapping[str, str],
    ) -> None:
        self._host = host
        self._list = headlines
        self._article = article
        self._keys = keys
        self._keymap = keymap

    @property
    def article_in_view(self) -> bool:
        """True when the reader can see the article."""
        return not self._host.has_class("-narrow") or self._host.has_class("-reading")

    @property
    def in_article(self) -> bool:
        """True when keys go to the article."""
        return self._host.focused is self._article

    def enter_article(self) -> None:
        """Go into the article."""
        self._host.add_class("-reading")
        self._article.focus()

    def leave_article(self) -> None:
        """Go to the list, which comes into view where it was not."""
        self._host.remove_class("-reading", "-alone")
        self._list.focus()

    def toggle_alone(self) -> None:
        """Show the article alone, or beside the list again."""
        if self._host.toggle_class("-alone").has_class("-alone"):
            self.enter_article()

    def name_keys(self, *, searching: bool, writing: bool, sourceless: bool) -> None:
        """Name the keys that matter now: while a search is listed, a text written, or no source is there."""
        current = self._list.current
        at = Standing(
            writing=writing,
            typing=isinstance(self._host.focused, Input),
            numbers=self._article.has_hints,
            in_article=self.in_article,
            alone=self._host.has_class("-alone"),
            searching=searching,
            finding=bool(self._article.finding),
            found=self._article.has_matches,
            empty=current is None,
            sourceless=sourceless,
            kept=current is not None and current.bookmarked,
            failed=self._article.says_words,
        )
        self._keys.keys = footer_keys(hints(at), self._keymap)

    def progress(self, words: str) -> None:
        """Say at the end of the footer how far the article is read, where the reader can see it."""
        self._keys.progress = (
            words if self.in_article or (self.article_in_view and not self._article.at_top) else ""
        )

    def note(self, words: str) -> None:
        """Say something on the right of the footer until something else is said."""
        self._keys.note = words


Deeds = Mapping[str, Callable[[], None]]
"""What is done for a command, by its id."""
