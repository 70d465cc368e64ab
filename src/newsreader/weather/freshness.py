"""When a weather service may be asked again: a decision from values, with no clock and no network of its own."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

FRESH_FOR = timedelta(minutes=15)
"""How long an answer is good enough not to ask again."""

LONGEST_PAUSE = timedelta(minutes=60)
"""The longest pause after failures; the first is a minute, and each further failure doubles it."""


@dataclass(frozen=True, slots=True)
class Freshness:
    """What happened when the weather of one place was asked for; a new place begins with a new value.

    Attributes:
        asked_at: when the last answer or failure came, aware UTC, or None when nobody was asked yet.
        failures: how many failed in a row since the last answer.
    """

    asked_at: datetime | None = None
    failures: int = 0

    def succeeded(self, at: datetime) -> "Freshness":
        """Return the state after an answer."""
        return replace(self, asked_at=at, failures=0)

    def failed(self, at: datetime) -> "Freshness":
        """Return the state after a failure."""
        return replace(self, asked_at=at, failures=self.failures + 1)

    @property
    def pause(self) -> timedelta:
        """How long to wait after ``asked_at``: 15 minutes, or after failures 1, 2, 4 … 60 minutes."""
        if not self.failures:
            return FRESH_FOR
        doubled = timedelta(minutes=2 ** min(self.failures - 1, 10))
        return min(doubled, LONGEST_PAUSE)

    def may_ask(self, now: datetime) -> bool:
        """Tell whether the service may be asked at ``now``; a clock that was set back does not silence it."""
        return self.asked_at is None or not timedelta() <= now - self.asked_at < self.pause

    def next_ask(self, now: datetime) -> datetime:
        """Return when it may be asked next: ``now``, or later."""
        if self.asked_at is None or self.may_ask(now):
            return now
        return self.asked_at + self.pause
