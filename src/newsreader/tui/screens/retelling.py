"""The tellings of a story: from one source's to the next, and round."""

from collections.abc import Callable
from functools import partial
from typing import Any

from textual.screen import Screen

from newsreader.model import Headline
from newsreader.tui.asked import News
from newsreader.tui.screens.panes import Deeds, Panes
from newsreader.tui.screens.telling import told
from newsreader.tui.screens.visiting import Visiting
from newsreader.tui.widgets.headline_list import HeadlineList


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

    @property
    def deeds(self) -> Deeds:
        """What each command of this kind does."""
        act = self._visiting.at_hand.act
        return {
            "telling.next": partial(act, partial(self._go, 1)),
            "telling.previous": partial(act, partial(self._go, -1)),
        }

    def _go(self, step: int, here: Headline) -> None:
        if here.id in self._ring:
            self._step(here.id, step)
        else:
            self._host.run_worker(
                self._ask(here, partial(self._step, here.id, step)), group="tellings", exclusive=True
            )

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
