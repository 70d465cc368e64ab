"""A newsroom on a library of its own, and a news site on loopback for it to read."""

from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from newsreader.config import Settings, load_settings
from newsreader.fetch import Fetcher
from newsreader.library import Library
from newsreader.newsroom import Newsroom
from newsreader.workshop import Workshop
from support.clock import Clock
from support.loopback import Loopback


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def site() -> Iterator[Loopback]:
    with Loopback() as server:
        yield server


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    loaded = load_settings(config_file=tmp_path / "config.toml", library=tmp_path / "library", environ={})
    closed = "http://127.0.0.1:9/"  # no test asks a real weather service
    weather = replace(loaded.weather, forecast_url=closed, geocoding_url=closed, fallback_url=closed)
    return replace(loaded, weather=weather)


@pytest.fixture(scope="session")
def workshop() -> Iterator[Workshop]:
    workshop = Workshop(processes=1)
    yield workshop
    workshop.close()


OpenNewsroom = Callable[..., Newsroom]


@pytest.fixture
async def open_newsroom(settings: Settings, clock: Clock, workshop: Workshop) -> AsyncIterator[OpenNewsroom]:
    """Return a function that opens a newsroom on the test's library, as a start of the program does."""
    opened: list[tuple[Fetcher, Library]] = []

    def make(chosen: Settings = settings) -> Newsroom:
        library, fetcher = Library.open(chosen.library, now=clock), Fetcher()
        opened.append((fetcher, library))
        return Newsroom(chosen, library, fetcher, workshop, now=clock)

    yield make
    for fetcher, library in opened:
        await fetcher.close()
        library.close()


@pytest.fixture
def newsroom(open_newsroom: OpenNewsroom) -> Newsroom:
    return open_newsroom()
