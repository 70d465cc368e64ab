"""When a weather service may be asked again: a decision from values, with no clock and no network of its own."""

from dataclasses import dataclass
from datetime import datetime, timedelta

FRESH_FOR = timedelta(minutes=15)
"""How long an answer is good enough not to ask again; no place is asked for more often, whatever comes back."""

FIRST_PAUSE_OFFLINE = timedelta(minutes=1)
"""The first pause where nobody was there to ask: the network may be back soon, and nobody is troubled."""

LONGEST_PAUSE = timedelta(minutes=60)
"""The longest pause after failures; each further failure doubles it until then."""


@dataclass(frozen=True, slots=True)
class Freshness:
    """What happened when the weather of one place was asked for; a new place begins with a new value.

    Attributes:
        asked_at: when the last answer or failure came, aware UTC, or None when nobody was asked yet.
        failures: how many failed in a row since the last answer.
        sent: whether the last asking reached anybody.
    """

    asked_at: datetime | None = None
    failures: int = 0
    sent: bool = True

    def succeeded(self, at: datetime) -> "Freshness":
        """Return the state after an answer."""
        return Freshness(at)

    def failed(self, at: datetime, *, sent: bool = True) -> "Freshness":
        """Return the state after a failure; pauses while offline do not lengthen those of a service in trouble."""
        return Freshness(at, self.failures + 1 if sent == self.sent else 1, sent)

    @property
    def pause(self) -> timedelta:
        """How long to wait after ``asked_at``: 15 minutes; after failures 15, 30, 60 or, offline, 1, 2, 4 … 60."""
        if not self.failures:
            return FRESH_FOR
        first = FRESH_FOR if self.sent else FIRST_PAUSE_OFFLINE
        doubled: int = 2 ** min(self.failures - 1, 10)
        return min(first * doubled, LONGEST_PAUSE)

    def may_ask(self, now: datetime) -> bool:
        """Tell whether the service may be asked at ``now``; a clock that was set back does not silence it."""
        return self.asked_at is None or not timedelta() <= now - self.asked_at < self.pause

    def next_ask(self, now: datetime) -> datetime:
        """Return when it may be asked next: ``now``, or later."""
        if self.asked_at is None or self.may_ask(now):
            return now
        return self.asked_at + self.pause
