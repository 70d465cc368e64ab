"""Moments in words: how long ago, and on which day (pure; English)."""

from datetime import datetime

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def age(then: datetime, now: datetime) -> str:
    """Return how long before ``now`` a moment was, in the shortest words; both aware.

    Minutes to an hour, hours to a day, days to a week, then the day of the month in ``now``'s zone.
    """
    minutes = int((now - then).total_seconds() // 60)
    if minutes < 1:
        return "now"
    if minutes < 60:
        return f"{minutes} min"
    if minutes < 24 * 60:
        return f"{minutes // 60} h"
    if minutes < 7 * 24 * 60:
        return f"{minutes // (24 * 60)} d"
    local = then.astimezone(now.tzinfo)
    day = f"{local.day} {MONTHS[local.month - 1][:3]}"
    return day if local.year == now.year else f"{day} {local.year}"


def in_words(then: datetime, now: datetime) -> str:
    """Return a moment as a person would say it on the day of ``now``, in its zone; both aware.

    ``today, 14:05``, ``yesterday, 14:05``, for the rest of a week ``Monday, 14:05``, then ``30 March``, with the
    year when it is another one.
    """
    local = then.astimezone(now.tzinfo)
    days = (now.date() - local.date()).days
    if 0 <= days < 7:
        day = ("today", "yesterday")[days] if days < 2 else WEEKDAYS[local.weekday()]
        return f"{day}, {local:%H:%M}"
    year = "" if local.year == now.year else f" {local.year}"
    return f"{local.day} {MONTHS[local.month - 1]}{year}"


def clock_or_day(then: datetime, now: datetime) -> str:
    """Return the time of a moment of ``now``'s day, else its day."""
    local = then.astimezone(now.tzinfo)
    if local.date() == now.date():
        return f"{local:%H:%M}"
    return f"{local.day} {MONTHS[local.month - 1][:3]}"
