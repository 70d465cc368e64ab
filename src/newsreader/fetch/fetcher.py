"""The one HTTP client of the house."""

import asyncio
import ssl
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from newsreader import __version__
from newsreader.fetch.body import read_body
from newsreader.fetch.hosts import host_of, server_of
from newsreader.fetch.kinds import ACCEPT, LIMITS, Kind, Limits, unwanted
from newsreader.fetch.manners import Manners
from newsreader.fetch.messages import Request, Response
from newsreader.fetch.trail import REDIRECTS, Trail, shown
from newsreader.model import FetchError, web_address

if TYPE_CHECKING:
    from newsreader.fetch.transport import CheckedTransport

USER_AGENT = f"newsreader/{__version__} (terminal feed reader)"


class Fetcher:
    """Fetches feeds, pages, pictures and data, each within its limits; it knows no cookies and sends no referer.

    It belongs to the event loop it first fetches in. httpx is imported then, not before.

    Args:
        user_agent: what it says it is.
        limits: how far requests of each kind may go; those not named keep ``LIMITS``.
        verify: certificates to trust, instead of certifi's (or ``SSL_CERT_FILE``'s).
    """

    def __init__(
        self,
        *,
        user_agent: str = USER_AGENT,
        limits: Mapping[Kind, Limits] | None = None,
        verify: ssl.SSLContext | None = None,
    ) -> None:
        self._user_agent = user_agent
        self._limits = {**LIMITS, **(limits or {})}
        self._verify = verify
        self._trusted: set[str] = set()
        self._manners = Manners(self._limits)
        self._transport: CheckedTransport | None = None

    def trust(self, url: str, *, only_port: bool = False) -> None:
        """Let the host of ``url``, which the reader typed or imported, be one inside their own network.

        With ``only_port`` that holds for the server on the port of ``url`` alone, and not for the host's others.
        """
        self._trusted.add(server_of(url) if only_port else host_of(url))

    def trust_hosts(self, hosts: Iterable[str]) -> None:
        """Trust many hosts at once, each as ``host_of`` tells it."""
        self._trusted.update(hosts)

    async def fetch(self, request: Request) -> Response:
        """Return what ``request.url`` answers: 2xx with a body that is neither empty nor too large, or 304.

        Raises:
            FetchError: anything else, in one sentence, with the address stripped of secrets.
        """
        from newsreader.fetch.wording import FAILURES, failed

        address = web_address(request.url)
        if address is None:
            advice = "check how it is written"
            raise FetchError("this is not a web address", shown(request.url), advice)
        trail = Trail(address.partition("#")[0])
        try:
            return await self._follow(request, trail)
        except FAILURES as error:
            raise failed(error, shown(request.url)) from error

    async def close(self) -> None:
        """Close the connections; the next fetch opens new ones."""
        transport, self._transport = self._transport, None
        if transport is not None:
            await transport.close()

    async def _follow(self, request: Request, trail: Trail) -> Response:
        """Follow the redirects. The deadline is for all steps together, without the waiting for a turn."""
        loop = asyncio.get_running_loop()
        left = self._limits[request.kind].seconds
        while True:
            async with self._manners.turn(request.kind, host_of(trail.url)):
                began = loop.time()
                found = await self._within(left, request, trail)
                left -= loop.time() - began
            if isinstance(found, Response):
                return found
            trail = found

    async def _within(self, seconds: float, request: Request, trail: Trail) -> Response | Trail:
        from newsreader.fetch.wording import too_slow

        try:
            async with asyncio.timeout(seconds) as deadline:
                return await self._ask(request, trail)
        except TimeoutError as error:
            if deadline.expired():
                raise too_slow(self._limits[request.kind].seconds, shown(trail.url)) from error
            raise

    async def _ask(self, request: Request, trail: Trail) -> Response | Trail:
        """Ask once: the answer, or the trail one redirect further."""
        from newsreader.fetch.wording import answered

        where, limit = shown(trail.url), self._limits[request.kind].size
        async with self._opened().get(trail.url, self._headers(request)) as answer:
            status, headers = answer.status_code, dict(answer.headers.items())
            if status in REDIRECTS and "location" in headers:
                return trail.step(status, headers["location"])
            if status == 304 and (request.etag or request.last_modified):
                return Response(trail.url, status, headers, b"", trail.moved_to)
            if not 200 <= status < 300:
                raise answered(status, headers, where)
            _refuse_unwanted(request.kind, status, headers, where)
            body = await read_body(answer.aiter_raw(), headers, limit, where)
            return Response(trail.url, status, headers, body, trail.moved_to)

    def _opened(self) -> "CheckedTransport":
        if self._transport is None:
            from newsreader.fetch.transport import CheckedTransport

            self._transport = CheckedTransport(self._trusted, self._verify)
        return self._transport

    def _headers(self, request: Request) -> dict[str, str]:
        headers = {
            "User-Agent": self._user_agent,
            "Accept": ACCEPT[request.kind],
            "Accept-Encoding": "gzip",
            "Connection": "close",
        }
        validators = {"If-None-Match": request.etag, "If-Modified-Since": request.last_modified}
        return headers | {name: value for name, value in validators.items() if value and _can_be_sent(value)}


def _can_be_sent(value: str) -> bool:
    """Return whether a validator is one that may stand in a header: servers make up the oddest."""
    return value.isascii() and value.isprintable()


def _refuse_unwanted(kind: Kind, status: int, headers: Mapping[str, str], where: str) -> None:
    media_type = headers.get("content-type", "").partition(";")[0].strip().lower()
    other = unwanted(kind, media_type)
    if other:
        raise FetchError(f"this is {other}, not a {kind}", where, "open it in the browser", status)
