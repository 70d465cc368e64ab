"""What the palette offers at this moment, and what comes of choosing it."""

from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Any

from textual.screen import Screen

from newsreader.model import Headline, HeadlineQuery, Subscription, View
from newsreader.model.counting import counted
from newsreader.tui.asked import News
from newsreader.tui.commands import Command
from newsreader.tui.hindrances import Need, hindrance
from newsreader.tui.options import Options
from newsreader.tui.palette import (
    FAILING,
    Act,
    Choice,
    article_choices,
    command_choices,
    heading_choices,
    source_choices,
    theme_choices,
)
from newsreader.tui.screens.going import Going
from newsreader.tui.screens.palette import Palette
from newsreader.tui.screens.panes import Deeds
from newsreader.tui.screens.reader import Reader
from newsreader.tui.screens.shelf import Shelf
from newsreader.tui.widgets.article_view import ArticleView
from newsreader.tui.widgets.headline_list import HeadlineList

RECENT = 30
"""Articles offered of those that were read, and of those that are kept."""


class Offering:
    """Opens the palette; ``run`` does a command wherever its key has its meaning."""

    def __init__(
        self,
        host: Screen[Any],
        news: News,
        going: Going,
        reader: Reader,
        headlines: HeadlineList,
        article: ArticleView,
        shelf: Shelf,
        options: Options,
        keymap: Mapping[str, str],
        *,
        run: Callable[[Command], Awaitable[None]],
    ) -> None:
        self._host = host
        self._news = news
        self._going = going
        self._reader = reader
        self._list = headlines
        self._article = article
        self._shelf = shelf
        self._options = options
        self._keymap = keymap
        self._run = run

    @property
    def deeds(self) -> Deeds:
        """What each command of this kind does."""
        return {"palette": self._ask, "sources.failing": partial(self._ask, f"{FAILING} ")}

    def _ask(self, typed: str = "") -> None:
        missing = self._missing()
        choices = command_choices(
            lambda command: partial(self._run, command),
            self._options.commands,
            self._keymap,
            partial(hindrance, missing=missing),
        )
        palette = Palette(choices, self._more, self._options.try_theme, typed=typed)
        self._host.app.push_screen(palette, self._chosen)

    async def _chosen(self, choice: Choice | None) -> None:
        if choice is not None and (waiting := choice.act()) is not None:
            await waiting

    def _more(self) -> list[Choice]:
        """Return what is asked of the library: it comes after the first paint."""
        ids = (
            self._news.headline_ids(HeadlineQuery(view, limit=RECENT)) for view in (View.HISTORY, View.BOOKMARKS)
        )
        recent = self._news.headlines(list(dict.fromkeys(id_ for some in ids for id_ in some)))
        return [
            *heading_choices(self._article.headings, lambda number: partial(self._going.read_from, number)),
            *article_choices(recent, lambda headline: partial(self._to_article, headline)),
            *source_choices(self._news.subscriptions(), self._to_source, failing_words),
            *theme_choices(self._options.own_themes(), self._to_theme),
        ]

    def _missing(self) -> set[Need]:
        missing = {
            Need.HEADLINE: self._list.current is None,
            Need.ARTICLE: self._reader.article is None,
            Need.MATCHES: not self._going.matches,
            Need.CHANGES: bool(self._news.read_only),
        }
        return {need for need, is_missing in missing.items() if is_missing}

    def _to_theme(self, name: str) -> Act:
        async def wear() -> None:
            await self._host.app.run_action(f"app.theme({name!r})")

        return wear

    def _to_source(self, query: HeadlineQuery, name: str) -> Act:
        return partial(self._going.go_to, partial(self._shelf.open_source, query, name))

    def _to_article(self, headline: Headline) -> None:
        self._going.open(View.BOOKMARKS if headline.bookmarked else View.HISTORY, headline.id)


def failing_words(source: Subscription) -> str:
    """Return for how long a source fails, and why."""
    return f"{counted(max(1, source.failures), 'try', 'tries')} in a row, {source.error}"
