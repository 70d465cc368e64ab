"""Failures in words: every way a request can fail becomes one sentence that says what to do."""

import errno
import ssl
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

import httpx

from newsreader.fetch.body import cut_short
from newsreader.fetch.freshness import retry_after
from newsreader.model import FetchError, clean_line

FAILURES = (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, UnicodeError, ValueError, OSError)
"""What httpx, idna, ssl and the sockets raise for what comes from outside."""

_STATUS: dict[int, tuple[str, str]] = {
    400: ("the server did not understand the request (400)", "open it in the browser"),
    401: ("the server wants a name and password (401)", "open it in the browser"),
    402: ("the server wants to be paid (402)", "open it in the browser"),
    403: ("the server refuses to show this (403)", "open it in the browser"),
    404: ("there is nothing at this address (404)", "it may have moved or been taken down"),
    410: ("this was taken down for good (410)", ""),
    429: ("the server asks to be left alone for a while (429)", "try again later"),
    451: ("this may not be shown where you are, for legal reasons (451)", ""),
    503: ("the server is busy or being repaired (503)", "try again later"),
    504: ("a machine behind the server did not answer it (504)", "try again later"),
}

_NETWORK_DOWN = {errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EADDRNOTAVAIL}
_HUNG_UP = {errno.ECONNRESET, errno.EPIPE, errno.ECONNABORTED}


def answered(status: int, headers: Mapping[str, str], where: str) -> FetchError:
    """Return the error for an answer that is neither 2xx nor 304."""
    what, advice = _STATUS.get(status, (f"the server answered {status}", ""))
    if status not in _STATUS and status >= 500:
        what, advice = f"the server is in trouble ({status})", "try again later"
    wait = retry_after(headers, datetime.now(UTC)) if status in {429, 503} else None
    return FetchError(what, where, advice, status, wait)


def too_slow(seconds: float, where: str) -> FetchError:
    """Return the error for an exchange that its deadline ended."""
    return FetchError(f"the answer was not there within {seconds:g} s", where, "try again later")


def failed(error: Exception, where: str) -> FetchError:
    """Return the error for one of ``FAILURES``."""
    for cause in causes(error):
        told = _told(cause, where)
        if told is not None:
            return told
    if isinstance(error, httpx.TimeoutException):
        return FetchError("the server does not answer", where, "try again later")
    if isinstance(error, httpx.ProxyError):
        return FetchError("the proxy refused to fetch it", where, "check HTTP_PROXY and HTTPS_PROXY")
    if isinstance(error, httpx.RemoteProtocolError):
        return _garbled(error, where)
    if isinstance(error, httpx.ConnectError):
        advice = "check the address, and that the network is on"
        return FetchError("the server cannot be reached", where, advice, sent=False)
    if isinstance(error, httpx.NetworkError):
        return FetchError("the connection broke off", where, "try again")
    return FetchError("this is not an address that can be fetched", where, "check how it is written")


def _told(cause: BaseException, where: str) -> FetchError | None:
    if isinstance(cause, ssl.SSLCertVerificationError):
        reason = clean_line(cause.verify_message or "it does not verify", 120).lower()
        return FetchError(f"the server's certificate is not to be trusted: {reason}", where, "check your clock too")
    if isinstance(cause, ssl.SSLError):
        return FetchError("no safe connection could be made to the server", where, "try again later")
    if isinstance(cause, ConnectionRefusedError):
        advice = "is the address right, port included?"
        return FetchError("the server refused the connection", where, advice, sent=False)
    if isinstance(cause, OSError) and cause.errno in _NETWORK_DOWN:
        return FetchError("the server cannot be reached from here", where, "is the network on?", sent=False)
    if isinstance(cause, OSError) and cause.errno in _HUNG_UP:
        return FetchError("the server hung up", where, "try again")
    if isinstance(cause, OSError) and cause.errno in {errno.EMFILE, errno.ENFILE}:
        return FetchError("too many files are open on this machine", where, "try again")
    return None


def _garbled(error: httpx.RemoteProtocolError, where: str) -> FetchError:
    said = str(error)
    if "without sending complete message" in said or "incomplete chunked read" in said:
        return cut_short(where)
    if "without sending a response" in said or "Server disconnected" in said:
        return FetchError("the server hung up without an answer", where, "try again")
    return FetchError("the server's answer is not proper HTTP", where, "open it in the browser")


def causes(error: BaseException) -> Iterator[BaseException]:
    """Yield ``error`` and all that it came from."""
    seen: set[int] = set()
    pending = [error]
    while pending:
        now = pending.pop()
        if id(now) not in seen:
            seen.add(id(now))
            yield now
            pending += [cause for cause in (now.__cause__, now.__context__) if cause is not None]
