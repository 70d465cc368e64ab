"""A server on loopback, and a fetcher that trusts it and has small limits."""

from collections.abc import AsyncIterator, Iterator

import pytest

from newsreader.fetch import Fetcher, Kind, Limits
from support.loopback import Loopback

SMALL = {kind: Limits(size=20_000, seconds=1.0, at_once=50) for kind in Kind}


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def server() -> Iterator[Loopback]:
    with Loopback() as loopback:
        yield loopback


@pytest.fixture
async def fetcher(server: Loopback) -> AsyncIterator[Fetcher]:
    fetching = Fetcher(limits=SMALL)
    fetching.trust(server.url())
    yield fetching
    await fetching.close()
