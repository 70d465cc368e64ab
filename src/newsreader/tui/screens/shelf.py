"""The list as a whole: which headlines stand in it, and going through them."""

from collections.abc import Callable
from dataclasses import replace

from newsreader.model import HeadlineQuery, View
from newsreader.tui.asked import News
from newsreader.tui.screens.listing import empty_words, merged
from newsreader.tui.widgets.headline_list import HeadlineList

NEAR = 512
"""Headlines looked at one by one for the next unread; further off it is asked for by its id."""


class Shelf:
    """Fills the headline list with the answer to a query; ``listed`` is called when it shows another one."""

    def __init__(self, news: News, view: HeadlineList, *, listed: Callable[[], None]) -> None:
        self._news = news
        self._view = view
        self._listed = listed
        self._before: tuple[HeadlineQuery, int | None] | None = None  # what a search was started from
        self.query = HeadlineQuery()
        self.hides_read = False

    def open(self, view: View) -> None:
        """Show a view: all and unread on the newest unread headline, the others on their first."""
        self.query, self._before = HeadlineQuery(view), None
        self._fill(self._newest_unread() if view in {View.ALL, View.UNREAD} else None)

    def search(self, words: str) -> None:
        """Show what matches ``words``; for none, what was shown before the search, on the same headline."""
        if words:
            if self._before is None:
                current = self._view.current
                self._before = (self.query, current.id if current else None)
            self.query = HeadlineQuery(search=words)
            self._fill(None)
        elif self._before is not None:
            self.query, at = self._before
            self._before = None
            self._fill(at)

    def toggle_read(self) -> bool:
        """Hide what is read, or show it again; return whether it is hidden now."""
        self.hides_read = not self.hides_read
        current = self._view.current
        self._fill(current.id if current else None)
        return self.hides_read

    def merge(self) -> None:
        """Take in headlines that came or went; nothing that is being looked at moves."""
        current = self._view.current
        keep = {current.id} if current else set()
        if self.query.view is View.UNREAD or self.hides_read:
            keep = set(self._view.ids)  # what was read here stays until the view is opened again
        self._view.reload()
        if not self._view.ids:
            self._fill(self._newest_unread())
        else:
            self._view.merge(merged(self._view.ids, self._wanted(), keep=keep))

    def next_unread(self, step: int) -> bool:
        """Put the cursor on the next unread headline, or the one before; return False when there is none."""
        ids = self._view.ids
        index = self._view.cursor + step
        last = index + step * NEAR
        while 0 <= index < len(ids) and index != last:
            headline = self._view.headline(index)
            if headline is not None and not headline.read:
                self._view.move_to(index)
                return True
            index += step
        unread = set(self._unread()) if 0 <= index < len(ids) else set()
        while 0 <= index < len(ids):
            if ids[index] in unread:
                self._view.move_to(index)
                return True
            index += step
        return False

    def _fill(self, at: int | None) -> None:
        self._view.show_ids(self._wanted(), at, empty_words(self.query))
        self._listed()

    def _wanted(self) -> tuple[int, ...]:
        ids = self._news.headline_ids(self.query)
        if not self.hides_read or self.query.view is View.UNREAD:
            return ids
        unread = set(self._unread())
        return tuple(id_ for id_ in ids if id_ in unread)

    def _unread(self) -> tuple[int, ...]:
        return self._news.headline_ids(replace(self.query, view=View.UNREAD))

    def _newest_unread(self) -> int | None:
        return next(iter(self._unread()), None)
