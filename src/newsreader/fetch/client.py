"""What whoever fetches may count on, wherever the requests are made."""

from collections.abc import Iterable
from typing import Protocol

from newsreader.fetch.messages import Request, Response


class Client(Protocol):
    """The one HTTP client of the house: in this process (``Fetcher``) or in one of its own (``FetchProcess``)."""

    def trust(self, url: str, *, only_port: bool = False) -> None:
        """Let the host of ``url``, which the reader typed or imported, be one inside their own network.

        With ``only_port`` that holds for the server on the port of ``url`` alone, and not for the host's others.
        """

    def trust_hosts(self, hosts: Iterable[str]) -> None:
        """Trust many hosts at once, each as ``host_of`` tells it."""

    async def fetch(self, request: Request) -> Response:
        """Return what ``request.url`` answers: 2xx with a body that is neither empty nor too large, or 304.

        Raises:
            FetchError: anything else, in one sentence, with the address stripped of secrets.
        """

    async def close(self) -> None:
        """Let go of the network; the next fetch finds it again."""
