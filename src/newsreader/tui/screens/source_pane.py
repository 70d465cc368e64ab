"""The sources pane: which rows stand in it, when it is there, and what its rows lead to."""

import asyncio
from collections.abc import Callable
from typing import Any

from textual.screen import Screen
from textual.timer import Timer

from newsreader.model import HeadlineQuery, View
from newsreader.tui.asked import News
from newsreader.tui.screens.anew import work_anew
from newsreader.tui.screens.panes import Deeds, Panes
from newsreader.tui.screens.shelf import Shelf
from newsreader.tui.screens.sizes import Sizes
from newsreader.tui.screens.telling import told
from newsreader.tui.widgets.source_list import SourceList
from newsreader.tui.widgets.source_rows import SourceRow, source_rows

EVERY = 0.5
"""Seconds between two counts at least: they look at every headline."""


class SourcePane:
    """Fills the pane after the first paint, and now and then; ``go_to`` leaves whatever is shown for a list."""

    def __init__(
        self, host: Screen[Any], news: News, view: SourceList, shelf: Shelf, panes: Panes, sizes: Sizes
    ) -> None:
        self._host = host
        self._news = news
        self._view = view
        self._shelf = shelf
        self._panes = panes
        self._sizes = sizes
        self._timer: Timer | None = None

    @property
    def deeds(self) -> Deeds:
        """What each command of this kind does."""
        return {"sources": self._toggle}

    @property
    def has_keys(self) -> bool:
        """True while keys go to the pane."""
        return self._panes.in_sources

    @property
    def source_id(self) -> int | None:
        """The source at the cursor while keys go to the pane; None also where that is on a view or a folder."""
        row = self._view.current if self.has_keys else None
        return row.shows.source_id if row is not None and row.shows is not None else None

    def fill(self) -> None:
        """Show what there is now, if the pane is there."""
        self._timer = None
        if self._host.has_class("-sources"):
            work_anew(self._host, self._fill, "sources")

    def changed(self) -> None:
        """Take in that something else is listed, or counts otherwise."""
        self._view.here = self._shelf.shown
        if self._timer is None and self._host.has_class("-sources"):
            self._timer = self._host.set_timer(EVERY, self.fill)

    def choose(self, row: SourceRow, go_to: Callable[[Callable[[], None]], None]) -> None:
        """List what a row shows."""
        go_to(lambda: self._open(row.shows, row.title))

    def tell(self, row: SourceRow) -> None:
        """Say why the source at the cursor could not be had."""
        self._panes.note(row.error)

    def _open(self, query: HeadlineQuery | None, title: str) -> None:
        if query is None:
            self._shelf.open_edition()
        elif query.of_all:
            self._shelf.open(query.view)
        else:
            self._shelf.open_source(query, title)

    def _toggle(self) -> None:
        """Go to the pane, which comes into view; from it, put it away."""
        if self._panes.in_sources:
            self._sizes.want_sources(wanted=False)
            self._panes.leave_article()
            self._sizes.lay_out()
            return
        if not self._host.has_class("-sources"):
            self._sizes.want_sources(wanted=True)
        if not self._view.rows:  # the counts take a moment, and the next key may come before them
            with told(self._host.app):
                self._view.show_rows(source_rows(self._news.subscriptions(), 0))
        self._panes.enter_sources()
        self._sizes.lay_out()
        self._view.to_here()
        self.fill()

    async def _fill(self) -> None:
        with told(self._host.app):
            sources = await asyncio.to_thread(self._news.subscriptions, counted=True)
            _, kept = self._news.count(HeadlineQuery(View.BOOKMARKS))
            self._view.show_rows(source_rows(sources, kept))
