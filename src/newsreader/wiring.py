"""Putting the program together: the one place that knows every part by name.

Textual, and all that opens foreign bytes, is imported inside the functions that need it: the command line
starts without it, and the reader's first paint waits for nothing else.
"""

import asyncio
import os
import tempfile
from collections.abc import Awaitable, Callable
from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from newsreader.config import Images, Settings, where_set
from newsreader.fetch import Client, Fetcher, FetchProcess
from newsreader.library import Library, rescue, restore
from newsreader.library.database import FILE_NAME
from newsreader.model import Article, Drawing, Subscription
from newsreader.newsroom import Newsroom
from newsreader.workshop import Workshop

if TYPE_CHECKING:
    from newsreader.demo import Edition
    from newsreader.plain import Talk
    from newsreader.tui import NewsreaderApp

Opening = Callable[[], Awaitable[None]]


def utc_now() -> datetime:
    """Return the moment, aware and in UTC."""
    return datetime.now(UTC)


def open_newsroom(
    settings: Settings,
    *,
    now: Callable[[], datetime] = utc_now,
    workshop: Workshop | None = None,
    client: Client | None = None,
) -> Newsroom:
    """Open the library and put a newsroom on it; ``await newsroom.close()`` lets go of everything.

    Raises:
        LibraryError: the library cannot be opened.
    """
    with ExitStack() as unfinished:
        library = Library.open(settings.library, now=now)
        unfinished.callback(library.close)  # it is read, and may turn out to be damaged; the doctor must be let in
        newsroom = Newsroom(settings, library, client or Fetcher(), workshop or Workshop(), now=now)
        unfinished.pop_all()
    return newsroom


def known_sources(settings: Settings) -> list[Subscription]:
    """Return the subscriptions of the library, of which none is made for that.

    Raises:
        LibraryError: the library cannot be opened.
    """
    if not (settings.library / FILE_NAME).exists():
        return []
    with closing(Library.open(settings.library, now=utc_now)) as library:
        return library.subscriptions()


def rescue_library(settings: Settings) -> Path:
    """Make a library anew of what can be read in a damaged one; return where the damaged file is kept.

    Raises:
        LibraryError: another program has it open, or the disk says no.
    """
    return rescue(settings.library, now=utc_now)


def restore_library(settings: Settings, copy: Path) -> Path | None:
    """Put a copy of a library in the place of the present one; return where that is kept, None if there was none.

    Raises:
        LibraryError: it is no sound library, another program has the present one open, or the disk says no.
    """
    return restore(settings.library, copy, now=utc_now)


def run_reader(settings: Settings, talk: "Talk | None" = None) -> int:
    """Open the reader on the library; while no news is in it, on the built-in edition too. Return the exit code.

    With a ``talk`` it is the plain mode instead of the screen.

    Raises:
        LibraryError: the library cannot be opened.
    """
    workshop = Workshop()
    newsroom = open_newsroom(settings, workshop=workshop, client=_client(talk))
    if not newsroom.sources.has_news():
        workshop.warm()  # there is nothing to show before a feed was parsed; else the first paint comes first

    with ExitStack() as until_the_end:

        async def opening() -> None:
            workshop.warm()
            if newsroom.read_only:
                return
            if not newsroom.sources.has_news():
                from newsreader.demo import Edition

                edition = until_the_end.enter_context(Edition(utc_now))
                await newsroom.show_edition(edition.feed_url, edition.title)
            await newsroom.sources.start_library(zone_name())

        return _run(newsroom, settings, opening, talk)


def run_demo(settings: Settings, talk: "Talk | None" = None, *, throw_away: bool) -> int:
    """Open the reader on the built-in edition, in a throw-away library or the one of ``settings``.

    With a ``talk`` it is the plain mode instead of the screen.

    Raises:
        LibraryError: the library cannot be opened.
    """
    from newsreader.demo import Edition

    workshop = Workshop()
    workshop.warm()
    with tempfile.TemporaryDirectory(prefix="newsreader-") as folder, Edition(utc_now) as edition:
        library = Path(folder) if throw_away else settings.library
        settings = demo_settings(settings, edition, library)
        newsroom = open_newsroom(settings, workshop=workshop, client=_client(talk))

        async def opening() -> None:
            if not newsroom.read_only:
                await newsroom.show_demo(edition.feed_url, edition.title)

        return _run(newsroom, settings, opening, talk)


def demo_settings(settings: Settings, edition: "Edition", library: Path) -> Settings:
    """Return ``settings`` with the edition's place and weather: nothing is asked of anyone outside."""
    from newsreader.demo import PLACE

    weather = replace(
        settings.weather,
        forecast_url=edition.forecast_url,
        geocoding_url=edition.geocoding_url,
        fallback_url=edition.forecast_url,
    )
    return replace(settings, library=library, place=PLACE, weather=weather)


def make_app(
    newsroom: Newsroom, settings: Settings, *, opening: Opening | None, now: Callable[[], datetime] = utc_now
) -> "NewsreaderApp":
    """Return the app on ``newsroom``; ``opening`` is done once it is on the screen, before the first refresh."""
    from newsreader.browser import open_in_browser
    from newsreader.config.theme_files import Themes
    from newsreader.tui import NewsreaderApp
    from newsreader.tui.typesetter import Typesetter

    reading = settings.reading
    return NewsreaderApp(
        newsroom,
        now=lambda: now().astimezone(),
        theme=reading.theme,
        themes=Themes(settings.config_file.parent / "themes"),
        motion=reading.motion,
        width=reading.width,
        images=reading.images is not Images.NONE,
        drawing=_drawing(reading.images),
        in_tmux="TMUX" in os.environ,
        keys=settings.keys,
        key_place=partial(where_set, settings),
        complaints=tuple(map(str, settings.mistakes)),
        own=settings.commands,
        opener=open_in_browser,
        as_markdown=_markdown,
        prefetch=settings.refresh.prefetch,
        opening=opening,
        typesetter=Typesetter(
            hyphenate=reading.hyphenate, justify=reading.justify, reorder=reading.bidi == "reorder"
        ),
    )


def _client(talk: "Talk | None") -> Client:
    """Return what fetches: with a screen to keep moving, in another process."""
    return Fetcher() if talk else FetchProcess()


def _run(newsroom: Newsroom, settings: Settings, opening: Opening, talk: "Talk | None") -> int:
    if talk is None:
        return asyncio.run(_on_screen(newsroom, settings, opening))
    from newsreader.browser import open_in_browser
    from newsreader.plain import converse

    return converse(
        newsroom,
        talk,
        now=lambda: utc_now().astimezone(),
        opener=open_in_browser,
        opening=opening,
        own=settings.commands,
    )


async def _on_screen(newsroom: Newsroom, settings: Settings, opening: Opening) -> int:
    try:
        app = make_app(newsroom, settings, opening=opening)
        await app.run_async()
        return app.return_code or 0
    finally:
        await newsroom.close()


def _drawing(images: Images) -> Drawing | None:
    return None if images in {Images.AUTO, Images.NONE} else Drawing(images)


def _markdown(article: Article) -> str:
    from newsreader.formats import article_to_markdown

    return article_to_markdown(article)


def zone_name() -> str | None:
    """Return the system's time zone as an IANA name, or None when it has none."""
    from tzlocal import get_localzone_name

    return get_localzone_name() or None
