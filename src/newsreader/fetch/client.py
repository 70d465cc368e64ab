"""How the httpx client is set up."""

import ssl
from http.cookiejar import CookieJar, DefaultCookiePolicy

import httpx

from newsreader.fetch.transport import CheckedTransport

_CONNECT_SECONDS = 6.0
"""After these another address of the host is tried; all else has the deadline of the whole exchange."""


def open_client(user_agent: str, trusted: set[str], verify: ssl.SSLContext | None) -> httpx.AsyncClient:
    """Return a client that keeps no cookie and follows no redirect by itself."""
    return httpx.AsyncClient(
        transport=CheckedTransport(trusted, verify),
        headers={"User-Agent": user_agent, "Accept-Encoding": "gzip", "Connection": "close"},
        cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
        follow_redirects=False,
        timeout=httpx.Timeout(None, connect=_CONNECT_SECONDS),
        trust_env=False,  # proxies are the transport's to choose, by the name and not by the number of a host
    )
