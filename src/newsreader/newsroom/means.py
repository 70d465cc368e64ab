"""What the newsroom's desks work with: the library, the wire, the workshop, and the clock."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from newsreader.fetch import Client, Response
from newsreader.library import FeedCheck, Library
from newsreader.model import Subscription
from newsreader.newsroom import schedule

if TYPE_CHECKING:
    from newsreader.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Means:
    """Handed to each desk whole.

    Attributes:
        every: how often a feed is asked unless it, or its server, wants to be left alone longer.
        now: the moment, aware UTC.
    """

    library: Library
    fetcher: Client
    workshop: "Workshop"
    every: timedelta
    now: Callable[[], datetime]

    def check(
        self, response: Response, *, ttl: timedelta | None = None, before: Subscription | None = None
    ) -> FeedCheck:
        """Return what to remember of a feed's answer; a 304 need not repeat what ``before`` knew."""
        kept = before if response.not_modified else None
        now = self.now()
        return FeedCheck(
            etag=response.etag or (kept.etag if kept else None),
            last_modified=response.last_modified or (kept.last_modified if kept else None),
            body_hash=kept.body_hash if kept else hashlib.sha256(response.body).hexdigest(),
            checked_at=now,
            next_check=schedule.after_success(now, self.every, ttl=ttl, fresh_for=response.fresh_for),
        )
