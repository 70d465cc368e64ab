"""The panes: which is in view and in use, and the keys that the footer names for it."""

from collections.abc import Callable, Mapping
from typing import Any

from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from newsreader.tui.hints import Standing, footer_keys, hints
from newsreader.tui.key_words import named
from newsreader.tui.keymap import first_key
from newsreader.tui.widgets.article_view import ArticleView
from newsreader.tui.widgets.hair import Hair
from newsreader.tui.widgets.headline_list import HeadlineList
from newsreader.tui.widgets.key_bar import Key, KeyBar
from newsreader.tui.widgets.notice import Notice
from newsreader.tui.widgets.source_list import SourceList


class Panes:
    """Goes from one to the next and back; on a narrow screen only one of list and article is there."""

    def __init__(
        self,
        host: Screen[Any],
        sources: SourceList,
        headlines: HeadlineList,
        article: ArticleView,
        keys: KeyBar,
        keymap: Mapping[str, str],
    ) -> None:
        self._host = host
        self._sources = sources
        self._list = headlines
        self._article = article
        self._keys = keys
        self._keymap = keymap
        self._hinted: dict[Key, tuple[str, ...]] = {}

    @property
    def article_in_view(self) -> bool:
        """True when the reader can see the article."""
        return not self._host.has_class("-narrow") or self._host.has_class("-reading")

    @property
    def in_article(self) -> bool:
        """True when keys go to the article."""
        return self._host.focused is self._article

    @property
    def in_sources(self) -> bool:
        """True when keys go to the sources."""
        return self._host.focused is self._sources

    def after(self, step: int) -> Widget:
        """Return the pane after the one that has the keys, or with -1 the one before, round and round."""
        there: list[Widget] = [self._list, self._article]
        if self._host.has_class("-sources"):
            there.insert(0, self._sources)
        here = next(
            (number for number, pane in enumerate(there) if pane is self._host.focused), there.index(self._list)
        )
        return there[(here + step) % len(there)]

    def enter_sources(self) -> None:
        """Go to the sources."""
        self._host.remove_class("-alone")
        self._host.set_focus(self._sources)

    def enter_article(self) -> None:
        """Go into the article."""
        self._host.add_class("-reading")
        self._host.set_focus(self._article)

    def leave_article(self) -> None:
        """Go to the list, which comes into view where it was not."""
        self._host.remove_class("-reading", "-alone")
        self._host.set_focus(self._list)

    def toggle_alone(self) -> None:
        """Show the article alone, or beside the list again."""
        if self._host.toggle_class("-alone").has_class("-alone"):
            self.enter_article()

    def named(self, words: str) -> str:
        """Return words of our own with keys in place of the ids of commands in braces."""
        return named(words, self._keymap)

    def press(self, hint: Key, part: int) -> None:
        """Press the key of a hint of the footer, ``part`` of those it names counted from 0."""
        if ids := self._hinted.get(hint):
            app = self._host.app
            app.call_later(app.simulate_key, first_key(ids[min(part, len(ids) - 1)], self._keymap))

    def show_focus(self) -> None:
        """Show which pane has the keys; the sources that came over the others go when it is not they."""
        for hair in self._host.query(Hair):
            hair.lit = self.in_article and hair.id == "list-hair"
        if self._host.has_class("-over") and not self.in_sources:
            self._host.remove_class("-over", "-sources")

    def name_keys(self, *, searching: bool, writing: bool, sourceless: bool) -> None:
        """Name the keys that matter now: while a search is listed, a text written, or no source is there."""
        current = self._list.current
        at = Standing(
            writing=writing,
            typing=isinstance(self._host.focused, Input),
            letters=self._article.has_hints,
            in_sources=self.in_sources,
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
        named = hints(at)
        self._keys.keys = footer_keys(named, self._keymap)
        self._hinted = dict(zip(self._keys.keys, (ids for ids, _ in named), strict=True))

    def progress(self, words: str) -> None:
        """Say at the end of the footer how far the article is read, where the reader can see it."""
        self._keys.progress = (
            words if self.in_article or (self.article_in_view and not self._article.at_top) else ""
        )

    def note(self, words: str) -> None:
        """Say on the right of the footer where a key has led, in place of all that is said there.

        What was done or has failed is said by ``telling.tell``.
        """
        self._keys.note = words
        if words:
            for notice in self._host.query(Notice):
                notice.hush()

    def let_go_of_note(self) -> None:
        """Take back what was said of the key before; what is found in the article stays true."""
        if not self._article.finding:
            self._keys.note = ""


Deeds = Mapping[str, Callable[[], None]]
"""What is done for a command, by its id."""
