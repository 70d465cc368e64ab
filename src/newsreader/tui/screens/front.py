"""The header bar's affairs: the date at midnight, the temperature now and then."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime
from typing import Any

from textual.screen import Screen
from textual.worker import Worker

from newsreader.model import NewsreaderError
from newsreader.newsroom import Masthead as MastheadText
from newsreader.tui.asked import News
from newsreader.tui.screens.panes import Deeds
from newsreader.tui.screens.telling import tell
from newsreader.tui.widgets.masthead import Front, Masthead

A_MINUTE = 60.0
"""Seconds between two looks at the clock at most: ages of headlines are in minutes, and a laptop may have slept."""


class FrontDesk:
    """Keeps the masthead right; ``on_minute`` is called as time goes on."""

    def __init__(
        self,
        host: Screen[Any],
        news: News,
        bar: Masthead,
        *,
        now: Callable[[], datetime],
        on_minute: Callable[[], None],
        opener: Callable[[str], None],
        keymap: Mapping[str, str],
    ) -> None:
        self._host = host
        self._desk = news.masthead_desk
        self._bar = bar
        self._now = now
        self._on_minute = on_minute
        self._opener = opener
        self._keymap = keymap
        self._asking: Worker[None] | None = None

    @property
    def deeds(self) -> Deeds:
        """What each command of this kind does."""
        return {"weather": self._open_card}

    def start(self) -> None:
        """Show what is known, ask for the temperature, and follow the clock."""
        self.show()
        if complaint := self._desk.complaint:
            tell(self._host.app, complaint, failed=True)
        self._host.watch(self._host.app, "app_focus", self.show, init=False)
        self._wait()

    def tick(self) -> None:
        """Look at the clock."""
        self.show()
        self._on_minute()

    def show(self) -> None:
        """Show what is known; ask for the temperature where somebody looks, and it is time."""
        self._show(self._desk.last())
        if self._host.app.app_focus and (self._asking is None or self._asking.is_finished):
            self._asking = self._host.run_worker(self._fetch(), group="masthead")

    def _open_card(self) -> None:
        from newsreader.tui.screens.weather import WeatherScreen  # the first paint need not wait for it

        self._host.app.push_screen(
            WeatherScreen(self._desk, opener=self._opener, changed=self.show, keymap=self._keymap)
        )

    def _wait(self) -> None:
        left = seconds_until(self._desk.last().next_day, self._now())
        self._host.set_timer(min(A_MINUTE, left), self._woken)

    def _woken(self) -> None:
        self.tick()
        self._wait()

    async def _fetch(self) -> None:
        with suppress(NewsreaderError):  # the line itself says that the temperature is old
            self._show(await self._desk.current())

    def _show(self, line: MastheadText) -> None:
        self._bar.front = front_of(line)


def front_of(line: MastheadText) -> Front:
    """Return what the header bar draws; a place that was guessed is put as a question."""
    weather = line.text
    if line.guessed and line.place and f"{line.place}?" not in weather:
        weather = weather.replace(line.place, f"{line.place}?", 1)
    return Front(line.date_forms, weather, line.temperature, line.stale, line.guessed)


def seconds_until(moment: datetime, now: datetime) -> float:
    """Return how long it is to a moment, and a little more, so that it has surely come; both aware."""
    return max(0.05, (moment - now).total_seconds() + 0.05)
