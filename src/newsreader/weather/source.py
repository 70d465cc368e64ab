"""One weather service as a polite client asks it: not before it wants to be asked, and conditionally."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TypeVar

from newsreader.fetch import Fetcher, Kind, Request, Response
from newsreader.model import FetchError, WeatherError

T = TypeVar("T")

_KEPT_AT_MOST = timedelta(hours=1)
_REST_AT_MOST = timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class _Kept:
    """The last answer: to which address, its validators, and until when not to ask again."""

    url: str
    body: bytes
    etag: str | None
    last_modified: str | None
    until: datetime


class Source:
    """Keeps the last answer for as long as ``Expires`` says (an hour at most), then asks ``If-Modified-Since``.

    After ``Retry-After`` the service is left alone for that long. Both are terms of api.met.no, and good manners
    anywhere.
    """

    def __init__(self, name: str, fetcher: Fetcher, now: Callable[[], datetime]) -> None:
        self._name = name
        self._fetcher = fetcher
        self._now = now
        self._kept: _Kept | None = None
        self._rests_until: datetime | None = None

    async def ask(self, url: str, read: Callable[[bytes], T]) -> T:
        """Return what ``read`` makes of the service's answer at ``url``, which may be its last one, kept.

        Raises:
            WeatherError: it cannot be reached, refuses, or asked to be left alone; or ``read`` raised it.
        """
        now = self._now()
        kept = self._kept if self._kept is not None and self._kept.url == url else None
        if kept is None or now >= kept.until:
            self._refuse_while_resting(now)
            kept = self._renewed(url, kept, await self._fetch(url, kept))
        self._kept = kept
        try:
            return read(kept.body)
        except WeatherError:
            self._kept = None  # what cannot be read is not worth keeping
            raise

    def _refuse_while_resting(self, now: datetime) -> None:
        if self._rests_until is not None and now < self._rests_until:
            raise WeatherError(f"{self._name} asked to be left alone for a while", advice="try again later")

    def _renewed(self, url: str, kept: _Kept | None, response: Response) -> _Kept:
        until = self._now() + min(response.fresh_for or timedelta(), _KEPT_AT_MOST)
        if kept and response.not_modified:
            return replace(kept, until=until)
        return _Kept(url, response.body, response.etag, response.last_modified, until)

    async def _fetch(self, url: str, kept: _Kept | None) -> Response:
        validators = (kept.etag, kept.last_modified) if kept else (None, None)
        try:
            return await self._fetcher.fetch(Request(url, Kind.DATA, *validators))
        except FetchError as error:
            if error.retry_after is not None:
                self._rests_until = self._now() + min(error.retry_after, _REST_AT_MOST)
            advice = error.advice if error.status is None else "try again later"  # an answer, but a refusal
            raise WeatherError(f"{self._name}: {error.what}", advice=advice) from error
