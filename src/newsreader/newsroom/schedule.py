"""When to ask a feed again: pure decisions, no clock of their own."""

from datetime import datetime, timedelta

LONGEST = timedelta(days=1)
"""However long a feed or a server asks to be left alone, it is looked at once a day."""


def after_success(
    now: datetime, every: timedelta, *, ttl: timedelta | None = None, fresh_for: timedelta | None = None
) -> datetime:
    """Return when to ask next after an answer: the longest of what reader, feed and server wish, a day at most."""
    wishes = [every, min(ttl or every, LONGEST), min(fresh_for or every, LONGEST)]
    return now + max(wishes)


def after_failure(
    now: datetime, every: timedelta, *, failures: int, retry_after: timedelta | None = None
) -> datetime:
    """Return when to ask next after ``failures`` failures in a row: twice as long each time, a day at most."""
    doubled: timedelta = every * 2 ** min(max(failures - 1, 0), 10)
    wait = min(doubled, max(LONGEST, every))
    return now + max(wait, min(retry_after or wait, LONGEST))
