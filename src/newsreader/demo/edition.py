"""The edition as its callers know it: started, its addresses, stopped."""

from collections.abc import Callable
from datetime import datetime
from types import TracebackType
from typing import TYPE_CHECKING, Self

from newsreader.demo.names import TITLE

if TYPE_CHECKING:
    from newsreader.demo.server import Server


class Edition:
    """A news site with its feed, pages, pictures and weather on a free port of 127.0.0.1.

    Use it as a context manager, or call ``start`` and ``stop``. It serves from daemon threads and never keeps a
    program from ending. Articles are dated back from the moment it was started, the newest by a few minutes.

    Attributes:
        title: the newspaper's name.
    """

    title = TITLE

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._server: Server | None = None

    def start(self) -> None:
        """Open the port and begin to answer. Raises OSError when no port of 127.0.0.1 can be had."""
        if self._server is not None:
            return
        from newsreader.demo.server import Server  # costs 40 ms, which only those pay who read the edition
        from newsreader.demo.site import Site

        server = Server()
        server.start(Site(server.url, self._now).answer)
        self._server = server

    def stop(self) -> None:
        """Close the port at once; stopping what is stopped does nothing."""
        server, self._server = self._server, None
        if server is not None:
            server.stop()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def url(self) -> str:
        """The front page, ending in a slash. Raises RuntimeError, as all addresses do, while it is not running."""
        if self._server is None:
            raise RuntimeError("the edition has an address only while it is running")
        return self._server.url

    @property
    def feed_url(self) -> str:
        """The feed, RSS 2.0."""
        return f"{self.url}feed.xml"

    @property
    def forecast_url(self) -> str:
        """What stands in for Open-Meteo's forecast."""
        return f"{self.url}v1/forecast"

    @property
    def geocoding_url(self) -> str:
        """What stands in for Open-Meteo's place search."""
        return f"{self.url}v1/search"
