"""The way onto the network: each request goes to the very address that was checked, or to the reader's proxy."""

import ssl
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

import httpx

from newsreader.fetch.hosts import IPAddress, is_home_name, is_public, literal_address, plain_host, server_of
from newsreader.fetch.proxies import proxy_for
from newsreader.fetch.resolve import Resolver
from newsreader.fetch.trail import shown
from newsreader.model import FetchError

_LIMITS = httpx.Limits(max_connections=None, max_keepalive_connections=0)
"""No connection is kept: httpcore searches its idle ones at every request, and feeds live on different hosts."""

_TIMEOUT = httpx.Timeout(None, connect=6.0)
"""After these seconds another address of the host is tried; all else has the deadline of the whole exchange."""


class CheckedTransport:
    """Sends requests, but to no address inside the house, unless its host is in ``trusted``.

    A name is looked up once, its addresses are checked, and the connection is made to one of those, by number,
    with the name in ``Host`` and in TLS (the ``sni_hostname`` extension of httpx): a name server that gives
    another answer a moment later (DNS rebinding) is not asked again.

    It stands on the transport of httpx and not on its client, which would prepare redirects, keep cookies and
    choose proxies by the number of a host instead of by its name.
    """

    def __init__(self, trusted: set[str], verify: ssl.SSLContext | None) -> None:
        self._trusted = trusted
        self._verify = verify
        self._ways: dict[tuple[str, str | None], httpx.AsyncHTTPTransport] = {}
        self._resolver = Resolver()

    @asynccontextmanager
    async def get(self, url: str, headers: Mapping[str, str]) -> AsyncIterator[httpx.Response]:
        """Ask for ``url`` and give the response, its body unread, within the block.

        Raises:
            FetchError: the host is unknown or not to be asked.
            httpx.HTTPError, httpx.InvalidURL: anything that goes wrong on the wire, or is wrong with the address.
        """
        request = httpx.Request("GET", url, headers=headers, extensions={"timeout": _TIMEOUT.as_dict()})
        response = await self._send(request)
        try:
            yield response
        finally:
            await response.aclose()

    async def close(self) -> None:
        """Close every connection."""
        for way in self._ways.values():
            await way.aclose()

    async def _send(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        host = url.raw_host.decode("ascii").strip("[]")
        proxy = proxy_for(url.scheme, host, url.port or (443 if url.scheme == "https" else 80))
        if proxy is not None:
            self._check_name(host, str(url))
            return await self._way(url.scheme, proxy).handle_async_request(request)
        addresses = self._allowed(host, await self._resolver.addresses(host, shown(str(url))), str(url))
        way = self._way(url.scheme)
        for address in addresses[:-1]:
            try:
                return await way.handle_async_request(_pinned(request, host, address))
            except (httpx.ConnectError, httpx.ConnectTimeout):
                continue
        return await way.handle_async_request(_pinned(request, host, addresses[-1]))

    def _allowed(self, host: str, addresses: tuple[IPAddress, ...], url: str) -> tuple[IPAddress, ...]:
        if self._is_trusted(host, url):
            return addresses
        public = tuple(address for address in addresses if is_public(address))
        if not public:
            raise _refused(host, url)
        return public

    def _check_name(self, host: str, url: str) -> None:
        """Refuse what can be refused without looking the name up, which only the proxy can do."""
        if self._is_trusted(host, url):
            return
        address = literal_address(host)
        if is_home_name(host) if address is None else not is_public(address):
            raise _refused(host, url)

    def _is_trusted(self, host: str, url: str) -> bool:
        return plain_host(host) in self._trusted or server_of(url) in self._trusted

    def _way(self, scheme: str, proxy: str | None = None) -> httpx.AsyncHTTPTransport:
        if (scheme, proxy) not in self._ways:
            try:
                way = httpx.AsyncHTTPTransport(verify=self._context(scheme), limits=_LIMITS, proxy=proxy)
            except (ValueError, ImportError, httpx.InvalidURL) as error:  # an unknown scheme; socks without socksio
                advice = "check HTTP_PROXY, HTTPS_PROXY and ALL_PROXY"
                raise FetchError("the proxy set in the environment cannot be used", "", advice) from error
            self._ways[scheme, proxy] = way
        return self._ways[scheme, proxy]

    def _context(self, scheme: str) -> ssl.SSLContext:
        """Return the certificates to trust; reading them takes a while, so only for https."""
        if self._verify is not None:
            return self._verify
        return httpx.create_ssl_context() if scheme == "https" else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def _pinned(request: httpx.Request, host: str, address: IPAddress) -> httpx.Request:
    return httpx.Request(
        request.method,
        request.url.copy_with(host=str(address)),
        headers=request.headers,
        stream=request.stream,
        extensions={**request.extensions, "sni_hostname": host.removesuffix(".")},
    )


def _refused(host: str, url: str) -> FetchError:
    advice = "add the feed or open the page by hand if you mean it"
    return FetchError(f"{host} is inside your own network, where news may not send the reader", shown(url), advice)
