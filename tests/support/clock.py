"""A clock for tests."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta


@dataclass
class Clock:
    """A clock that stands still until it is moved; calling it gives the moment, in UTC."""

    moment: datetime = datetime(2023, 3, 30, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def move(self, **by: float) -> None:
        """Move on by a timedelta's keywords."""
        self.moment += timedelta(**by)
