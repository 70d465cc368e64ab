"""The list as a whole: which headlines stand in it, and going through them."""

from collections.abc import Callable
from dataclasses import replace

from newsreader.model import Headline, HeadlineQuery, Order, View
from newsreader.newsroom import Edition
from newsreader.tui.asked import News
from newsreader.tui.screens.emptiness import LOOKING, Emptiness
from newsreader.tui.screens.list_places import ListPlaces
from newsreader.tui.screens.listing import (
    Lay,
    edition_words,
    inserted,
    merged,
    state_words,
    woven,
)
from newsreader.tui.screens.orders import Orders, next_order
from newsreader.tui.screens.seeking import go_to_unread
from newsreader.tui.widgets.headline_list import HeadlineList

FIRST = 1_000
"""Headlines listed at the start; the rest follows when these are on the screen."""


class Shelf:
    """Fills the headline list with the answer to a query; ``listed`` is called when it shows another one."""

    def __init__(
        self,
        news: News,
        view: HeadlineList,
        places: ListPlaces,
        orders: Orders,
        emptiness: Emptiness,
        *,
        listed: Callable[[], None],
    ) -> None:
        self._news = news
        self._view = view
        self._places = places
        self._orders = orders
        self._emptiness = emptiness
        self._listed = listed
        self._before: tuple[HeadlineQuery, tuple[int, ...]] | None = None  # what a search was started from
        self._typed = ""
        self._name = ""  # of the source or folder that is shown
        self._edition: Edition | None = None  # while that is shown, or was before a search
        self.query = HeadlineQuery()
        self.hides_read = False

    def states(self, news: str) -> tuple[str, ...]:
        """Return what the header bar says of the list, the longest form first; ``news`` says how new it is."""
        if self.ends:
            return edition_words(sum(not one.read for one in self._listed_now()), len(self._view.ids))
        return state_words(self._shown_query, *self._news.count(self.query), news, self._name)

    @property
    def shown(self) -> HeadlineQuery | None:
        """What is shown, or was before a search; None for today's edition."""
        if self._edition is not None:
            return None
        query, _ = self._before or (self.query, ())
        return HeadlineQuery(query.view, query.source_id, folder=query.folder)

    @property
    def is_behind(self) -> bool:
        """True when other headlines are to be listed by now than those that are."""
        return self._wanted() != self._view.ids

    @property
    def ends(self) -> bool:
        """True while the edition is listed, which is read to its end in its own order."""
        return self._edition is not None and not self.query.search

    @property
    def _shown_query(self) -> HeadlineQuery:
        """The query as the reader knows it: with the words that were typed."""
        return replace(self.query, search=self._typed) if self.query.search else self.query

    def start(self, *, opening: bool) -> None:
        """Show the first headlines, on the newest unread; while the program is ``opening``, some may be to come."""
        self.query = HeadlineQuery(order=self._orders.of(View.ALL))
        ids, at = self._news.headline_ids(replace(self.query, limit=FIRST)), self._newest_unread()
        if opening and not ids:
            self._view.show_ids((), None, LOOKING)
        else:
            self._list(ids if at is None or at in ids else self._wanted(), at)

    def list_rest(self) -> None:
        """Show those that were left out at the start."""
        if len(self._view.ids) == FIRST:
            self.bring_back()

    def open(self, view: View) -> None:
        """Show a view where it was left; the one that stands there already, or was not seen yet, from its start.

        Its start is the newest unread headline for all and unread, the first for the others.
        """
        again = view is self.query.view and self.query.of_all and not self.query.search and self._edition is None
        self.leave()
        self.query = HeadlineQuery(view, order=self._orders.of(view))
        self._before = self._edition = None
        ids = self._wanted()
        at = None if again else self._places.at(view, ids)
        if at is None and view in {View.ALL, View.UNREAD}:
            at = self._newest_unread()
        self._list(ids, at)

    def open_edition(self) -> None:
        """Show today's edition from its first unread headline on; it stays as it is while it is shown."""
        self.leave()
        self.query, self._before = HeadlineQuery(), None
        self._edition = self._news.edition()
        unread = (one.id for one in self._edition.headlines if not one.read)
        self._list(self._wanted(), next(unread, None))

    def open_source(self, query: HeadlineQuery, name: str) -> None:
        """Show a source or a folder, called so, from its newest unread headline on."""
        self.leave()
        self.query, self._name, self._before, self._edition = query, name, None, None
        self._list(self._wanted(), self._newest_unread())

    def leave(self) -> None:
        """Remember where the reader is in this view, or was before a search; all else is begun anew each time."""
        query, ids = self._before or (self.query, self._from_here)
        if ids and self._edition is None and query.of_all:
            self._places.leave(query.view, ids)

    def search(self, query: str, typed: str) -> None:
        """Show what matches ``query``; for none, what was shown before the search, on the same headline."""
        if query:
            self._before = self._before or (self.query, self._from_here)
            order = self.query.order if self.query.search else Order.NEWEST
            self.query, self._typed = HeadlineQuery(search=query, order=order), typed
            self._list(self._wanted(), None)
        elif self._before is not None:
            self.query, ids = self._before
            self._before = None
            self._list(self._wanted(), next(iter(ids), None))

    def sort(self) -> Order | None:
        """Put the list in the next order, on the same headline; return it, None for an edition, which has its own.

        A view keeps its order; that of a search, or of one source, ends with it.
        """
        if self.ends:
            return None
        order = next_order(self.query.order)
        self.query = replace(self.query, order=order)
        if not self.query.search and self.query.of_all:
            self._orders.choose(self.query.view, order)
        self.refill()
        return order

    def toggle_read(self) -> bool:
        """Hide what is read, or show it again; return whether it is hidden now."""
        self.hides_read = not self.hides_read
        self.refill()
        return self.hides_read

    def refill(self) -> None:
        """List what there is now, on the same headline or on the nearest that is still there."""
        self._view.reload()
        if self._edition is not None:
            self._edition = self._news.edition()
        if self._view.ids:
            self._merge(self._wanted())
            self._listed()
        else:
            self._list(self._wanted(), self._newest_unread())

    def merge(self) -> None:
        """Take in headlines that came or went; nothing that is being looked at moves.

        What is new is on top, or in another order than the newest first where it belongs.
        """
        current = self._view.current
        self._take_in(merged if self.query.order is Order.NEWEST else inserted, {current.id} if current else set())

    def bring_back(self) -> None:
        """Take in headlines that are there again, each where it belongs, and let go of what is there no longer."""
        self._take_in(woven, set())

    def _take_in(self, lay: Lay, keep: set[int]) -> None:
        if self.query.view in {View.UNREAD, View.CONTINUE} or self.hides_read:
            keep = set(self._view.ids)  # what was read here stays until the view is opened again
        self._view.reload()
        ids = self._wanted()
        if not self._view.ids:
            self._list(ids, self._newest_unread())
        elif ids != self._view.ids:
            self._merge(lay(self._view.ids, ids, keep=keep), news=lay is not woven)

    def _merge(self, ids: tuple[int, ...], *, news: bool = False) -> None:
        self._view.merge(ids, news=news)
        if not ids:
            self._list(ids, None)

    def next_unread(self, step: int, *, round_end: bool = False) -> bool:
        """Put the cursor on the next unread headline, or the one before; return False when there is none.

        With ``round_end`` it looks from the other end of the list, but not where there is an end to come to.
        """
        if round_end and self.ends:
            return False
        return go_to_unread(self._view, self._unread, step, round_end=round_end)

    def _listed_now(self) -> list[Headline]:
        return list(filter(None, map(self._view.headline, range(len(self._view.ids)))))

    @property
    def _from_here(self) -> tuple[int, ...]:
        return self._view.ids[self._view.cursor :]

    def _list(self, ids: tuple[int, ...], at: int | None) -> None:
        edition = self._edition is not None and not self.query.search
        self._view.show_ids(ids, at, () if ids else self._emptiness.words(self._shown_query, edition=edition))
        self._listed()

    def _wanted(self) -> tuple[int, ...]:
        if self._edition is not None and not self.query.search:
            return tuple(one.id for one in self._edition.headlines)
        ids = self._news.headline_ids(self.query)
        if not self.hides_read or self.query.view is View.UNREAD:
            return ids
        unread = set(self._unread())
        return tuple(id_ for id_ in ids if id_ in unread)

    def _unread(self) -> tuple[int, ...]:
        return self._news.headline_ids(replace(self.query, view=View.UNREAD))

    def _newest_unread(self) -> int | None:
        return next(iter(self._news.headline_ids(replace(self.query, view=View.UNREAD, limit=1))), None)
