"""The tellings of a story: from one source's to the next and round, and how many there are."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any

from textual.screen import Screen
from textual.timer import Timer

from newsreader.model import Headline, NewsreaderError
from newsreader.tui.asked import News
from newsreader.tui.screens.anew import work_anew
from newsreader.tui.screens.panes import Deeds, Panes
from newsreader.tui.screens.telling import told
from newsreader.tui.screens.visiting import Visiting
from newsreader.tui.widgets.headline_list import HeadlineList

RESTED = 0.8
"""Seconds without a move after which the tellings of what is in view are counted: some milliseconds each."""
COUNTING = "tellings counted"


class Retelling:
    """Asks once for the tellings of what is at hand, and goes round them from then on."""

    def __init__(
        self, host: Screen[Any], news: News, panes: Panes, headlines: HeadlineList, visiting: Visiting
    ) -> None:
        self._host = host
        self._news = news
        self._panes = panes
        self._list = headlines
        self._visiting = visiting
        self._ring: tuple[int, ...] = ()
        self._counts: dict[int, int] = {}
        self._timer: Timer | None = None

    @property
    def deeds(self) -> Deeds:
        """What each command of this kind does."""
        act = self._visiting.at_hand.act
        return {
            "telling.next": partial(act, partial(self._go, 1)),
            "telling.previous": partial(act, partial(self._go, -1)),
        }

    def counted(self, headlines: Iterable[Headline]) -> list[Headline]:
        """Return headlines with what is known of how many others tell their story."""
        return [replace(one, tellings=self._counts.get(one.id, 0)) for one in headlines]

    def rest(self) -> None:
        """Count the tellings of what is in view once the cursor has rested for a while; not while it moves."""
        if self._timer is not None:
            self._timer.stop()
        self._host.workers.cancel_group(self._host, COUNTING)
        self._timer = self._host.set_timer(RESTED, self.count)

    def count(self) -> None:
        """Count the tellings of what is in view."""
        work_anew(self._host, self._count, COUNTING)

    def forget(self) -> None:
        """Count anew, now that other headlines are there."""
        self._counts = {}
        self._ring = ()
        self.rest()

    async def _count(self) -> None:
        for headline in self._list.in_view:
            if headline.id not in self._counts:
                with suppress(NewsreaderError):  # it is told when the reader asks
                    self._counts[headline.id] = len(await self._news.tellings.of(headline.id))
                    self._put(headline.id)

    def _put(self, id_: int) -> None:
        """Show what is known of a headline's tellings, if it is still listed."""
        place = self._list.place(id_)
        if place is not None and (current := self._list.headline(place)):
            self._list.put(self.counted([current]))

    def _go(self, step: int, here: Headline) -> None:
        if here.id in self._ring:
            self._step(here.id, step)
        else:
            work_anew(self._host, partial(self._ask, here, partial(self._step, here.id, step)), "tellings")

    async def _ask(self, here: Headline, found: Callable[[], None]) -> None:
        with told(self._host.app):
            others = await self._news.tellings.of(here.id)
            current = self._visiting.at_hand.current
            if current is None or not current.is_same(here):
                return  # the reader is further on already
            self._ring = (here.id, *(other.id for other in others)) if others else ()
            if others:
                found()
            else:
                self._panes.note("no other source tells of this")

    def _step(self, here: int, step: int) -> None:
        at = (self._ring.index(here) + step) % len(self._ring)
        for headline in self._news.headlines(self._ring[at : at + 1]):
            place = self._list.place(headline.id)
            if place is not None and not self._panes.in_article:
                self._list.move_to(place)
            else:
                self._visiting.go_to(headline, linked=place is None)
            self._panes.note(f"telling {at + 1} of {len(self._ring)} · {headline.source}")
