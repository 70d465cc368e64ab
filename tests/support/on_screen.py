"""The app in a terminal that is not there, and what stands on its screen."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

from textual.events import Key
from textual.keys import _character_to_key, key_to_character
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from newsreader.tui import NewsreaderApp
from newsreader.tui.asked import News
from newsreader.tui.screens.parts import Parts
from newsreader.tui.screens.reading import ReadingScreen
from newsreader.tui.widgets.article_view import ArticleView
from newsreader.tui.widgets.notice import Notice
from support.newsroom_double import NOON

HOPS = 4
"""A key goes from the app to a screen, its widget, and back as a message: so often every queue is waited for."""


@asynccontextmanager
async def reading(
    newsroom: News,
    size: tuple[int, int] = (120, 40),
    *,
    wait: bool = True,
    notifications: bool = False,
    **options: Any,
) -> AsyncIterator[Pilot[None]]:
    """Run the app on ``newsroom``; all work that it starts with is done, unless told not to ``wait`` for it.

    What failed is on the screen only with ``notifications``; without them ``toasts`` knows it.
    """
    options = {"now": lambda: NOON, "start_refresh": False, "prefetch": False, **options}
    app = NewsreaderApp(newsroom, **options)
    async with app.run_test(size=size, notifications=notifications) as pilot:
        if wait:
            await settled(pilot)
        yield pilot


async def settled(pilot: Pilot[None]) -> None:
    """Wait until no worker runs, nor one that it started, and everything is drawn."""
    await delivered(pilot)
    while len(pilot.app.workers):
        with suppress(WorkerCancelled):
            await pilot.app.workers.wait_for_complete()
        await delivered(pilot)
    pilot.app.screen._on_timer_update()
    await delivered(pilot)


async def delivered(pilot: Pilot[None]) -> None:
    """Wait until messages have gone where they go."""
    for _ in range(HOPS):
        await pilot._wait_for_screen()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one after the other, and wait until what they started is done."""
    driver = pilot.app._driver
    assert driver is not None
    for key in keys:
        if len(key) == 1:
            driver.send_message(Key(_character_to_key(key), key))
        else:
            driver.send_message(Key(key, key_to_character(key)))
        await delivered(pilot)
    await settled(pilot)


def burst(pilot: Pilot[None], text: str) -> None:
    """Type ``text`` in one go: every key is there before the first is looked at."""
    driver = pilot.app._driver
    assert driver is not None
    for character in text:
        driver.send_message(Key("enter" if character == "\r" else _character_to_key(character), character))


def rows(pilot: Pilot[None]) -> list[str]:
    """Return the rows of the screen as text."""
    return [strip.text for strip in pilot.app.screen._compositor.render_strips(pilot.app.size)]


def shown(pilot: Pilot[None]) -> str:
    """Return the screen as text."""
    return "\n".join(rows(pilot))


def toasts(pilot: Pilot[None]) -> list[str]:
    """Return the lines that are being told: what failed above the footer, else what was done, in it."""
    failed = [line for notification in pilot.app._notifications for line in notification.message.splitlines()]
    done = pilot.app.query_one(Notice).text
    return [*failed, *([done] if done else [])]


def in_article(pilot: Pilot[None]) -> bool:
    """Return whether keys go to the article, else to the list."""
    return isinstance(pilot.app.focused, ArticleView)


def main(pilot: Pilot[None]) -> Parts:
    """Return the parts of the reading screen."""
    return main_screen(pilot).parts


def main_screen(pilot: Pilot[None]) -> ReadingScreen:
    """Return the reading screen, whatever stands over it."""
    screen = pilot.app.screen_stack[0]
    assert isinstance(screen, ReadingScreen)
    return screen
