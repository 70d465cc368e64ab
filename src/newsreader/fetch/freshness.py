"""How long a server wants to be left alone: ``Cache-Control``, ``Expires`` and ``Retry-After``."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

_LONGEST = timedelta(days=365)
_LONGEST_WAIT = timedelta(days=7)
_MAX_AGE = re.compile(r'(?:^|[,\s])max-age\s*=\s*"?(\d{1,12})', re.IGNORECASE)
_NEVER = re.compile(r"(?:^|[,\s])no-(?:cache|store)\b", re.IGNORECASE)


def freshness(headers: Mapping[str, str]) -> timedelta | None:
    """Return how long an answer stays fresh (RFC 9111, 4.2.1), 0 to 365 days; None when it does not say.

    ``max-age`` less ``Age`` comes before ``Expires`` less ``Date``; ``no-cache`` and ``no-store`` are 0.
    """
    control = headers.get("cache-control", "")
    if _NEVER.search(control):
        return timedelta(0)
    found = _MAX_AGE.search(control)
    if found:
        return _within(_seconds(found[1]) - _seconds(headers.get("age", "")), _LONGEST)
    if "expires" not in headers:
        return None
    expires, date = http_date(headers["expires"]), http_date(headers.get("date", ""))
    if expires is None:  # "0" and other invalid dates mean the past, says RFC 9111, 5.3
        return timedelta(0)
    return None if date is None else _within(expires - date, _LONGEST)


def retry_after(headers: Mapping[str, str], now: datetime) -> timedelta | None:
    """Return how long ``Retry-After`` asks to wait (RFC 9110, 10.2.3), 0 to 7 days, or None."""
    value = headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit():
        return _within(_seconds(value), _LONGEST_WAIT)
    date = http_date(value)
    return None if date is None else _within(date - now, _LONGEST_WAIT)


def http_date(text: str) -> datetime | None:
    """Return the moment that an HTTP date names, aware and in UTC, or None when it is none."""
    from email.utils import parsedate_to_datetime

    try:
        date = parsedate_to_datetime(text)
        return date.replace(tzinfo=UTC) if date.tzinfo is None else date.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _seconds(digits: str) -> timedelta:
    return timedelta(seconds=int(digits[:10])) if digits.isascii() and digits.isdigit() else timedelta(0)


def _within(time: timedelta, longest: timedelta) -> timedelta:
    return min(max(time, timedelta(0)), longest)
