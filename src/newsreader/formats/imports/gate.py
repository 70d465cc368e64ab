"""The gate for what stands in a file to bring in: addresses, lines, moments, tags and notes of any quality."""

import math
from collections.abc import Iterable
from datetime import UTC, datetime

from newsreader.model import clean_line, clean_tag, clean_text, web_address

_MOST_TAGS = 50
_LONGEST_NOTE = 20_000
"""Characters of a note that are kept; a long article has as many."""

_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
"""Before the first page of the web nothing was saved from it; such moments are somebody's zero."""


def address(value: object) -> str | None:
    """Return ``value`` if it is a web address, else None."""
    return web_address(value) if isinstance(value, str) and value.strip() else None


def line(value: object, limit: int = 500) -> str:
    """Return ``value`` as one clean line; empty when it is no text."""
    return clean_line(value, limit) if isinstance(value, str) else ""


def note(value: object) -> str:
    """Return ``value`` as clean text of several lines; empty when it is no text."""
    return clean_text(value).strip()[:_LONGEST_NOTE] if isinstance(value, str) else ""


def tags(values: Iterable[object]) -> tuple[str, ...]:
    """Return each of ``values`` that names something once, in their order; case aside, the first way of writing."""
    named: dict[str, str] = {}
    for value in values:
        name = clean_tag(value) if isinstance(value, str) else ""
        if name:
            named.setdefault(name.casefold(), name)
    return tuple(named.values())[:_MOST_TAGS]


def since_1970(value: object) -> datetime | None:
    """Return the moment so many seconds (or milli- or microseconds, when so many) after 1970, or None."""
    try:
        seconds = float(str(value).strip()[:20])
        while 1e11 < seconds < math.inf:
            seconds /= 1000
        return _plausible(datetime.fromtimestamp(seconds, UTC))
    except (ValueError, OverflowError, OSError):
        return None


def iso(value: object) -> datetime | None:
    """Return the moment that ``value`` tells by ISO 8601, in UTC where it names no zone, or None."""
    try:
        moment = datetime.fromisoformat(str(value).strip()[:40])
        return _plausible(moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC))
    except (ValueError, OverflowError):
        return None


def _plausible(moment: datetime) -> datetime | None:
    return moment if moment >= _EARLIEST else None
