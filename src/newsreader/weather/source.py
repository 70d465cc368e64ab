"""One weather service as a polite client asks it: not before it wants to be asked, and conditionally."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import Any, TypeVar

from newsreader.fetch import Client, Kind, Request, Response
from newsreader.model import FetchError, WeatherError

T = TypeVar("T")

_KEPT_AT_MOST = timedelta(hours=1)
_REST_AT_MOST = timedelta(hours=6)
_ANSWERS = 8
"""Answers kept at most, to as many addresses: those of the places of one reader."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """The last answer of an address, its validators, and until when not to ask again."""

    body: bytes
    etag: str | None
    last_modified: str | None
    until: datetime


class Source:
    """Keeps answers for as long as ``Expires`` says (an hour at most), then asks ``If-Modified-Since``.

    After ``Retry-After`` the service is left alone for that long. Both are terms of api.met.no, and good manners
    anywhere; they hold from one start of the program to the next when ``to_json`` is kept.
    """

    def __init__(self, name: str, fetcher: Client, now: Callable[[], datetime]) -> None:
        self._name = name
        self._fetcher = fetcher
        self._now = now
        self._kept: dict[str, _Kept] = {}
        self._rests_until: datetime | None = None

    async def ask(self, url: str, read: Callable[[bytes], T]) -> T:
        """Return what ``read`` makes of the service's answer at ``url``, which may be its last one, kept.

        Raises:
            WeatherError: it cannot be reached, refuses, or asked to be left alone; or ``read`` raised it.
        """
        now = self._now()
        kept = self._kept.get(url)
        if kept is None or now >= kept.until:
            self._refuse_while_resting(now)
            kept = self._renewed(kept, await self._fetch(url, kept))
        self._kept.pop(url, None)
        found = read(kept.body)  # what cannot be read is not kept
        self._kept[url] = kept
        for oldest in list(self._kept)[:-_ANSWERS]:
            del self._kept[oldest]
        return found

    def to_json(self) -> dict[str, Any]:
        """Return what is to be known at the next start, as JSON values."""
        worth = {url: kept for url, kept in self._kept.items() if kept.last_modified or kept.until > self._now()}
        return {
            "rests_until": self._rests_until and self._rests_until.isoformat(),
            "kept": {
                url: {**asdict(kept), "body": kept.body.decode("utf-8"), "until": kept.until.isoformat()}
                for url, kept in worth.items()
            },
        }

    def restore(self, value: Mapping[str, Any]) -> None:
        """Take in what ``to_json`` returned.

        Raises:
            ValueError, KeyError, TypeError, AttributeError: it is something else.
        """
        rests_until = value["rests_until"]
        kept = {
            url: _Kept(
                one["body"].encode(), one["etag"], one["last_modified"], datetime.fromisoformat(one["until"])
            )
            for url, one in value["kept"].items()
        }
        self._rests_until = rests_until and datetime.fromisoformat(rests_until)
        self._kept = kept

    def _refuse_while_resting(self, now: datetime) -> None:
        if self._rests_until is not None and now < self._rests_until <= now + _REST_AT_MOST:
            raise WeatherError(f"{self._name} asked to be left alone for a while", advice="try again later")

    def _renewed(self, kept: _Kept | None, response: Response) -> _Kept:
        until = self._now() + min(response.fresh_for or timedelta(), _KEPT_AT_MOST)
        if kept and response.not_modified:
            return replace(kept, until=until)
        return _Kept(response.body, response.etag, response.last_modified, until)

    async def _fetch(self, url: str, kept: _Kept | None) -> Response:
        validators = (kept.etag, kept.last_modified) if kept else (None, None)
        try:
            return await self._fetcher.fetch(Request(url, Kind.DATA, *validators))
        except FetchError as error:
            if error.retry_after is not None:
                self._rests_until = self._now() + min(error.retry_after, _REST_AT_MOST)
            advice = error.advice if error.status is None else "try again later"  # an answer, but a refusal
            raise WeatherError(f"{self._name}: {error.what}", advice=advice, sent=error.sent) from error
