"""A moment as a text tells it: machine formats, e-mail dates, words in many languages."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from email.utils import parsedate_to_datetime
from html import unescape

from newsreader.clean.metadata.months import MONTHS

_YEAR = r"((?:19|20)\d\d)"
_DAY_FIRST = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?[\s/-]+(?:de\s+|of\s+)?([^\W\d]{{3,12}})\.?,?[\s/-]+(?:de\s+|del\s+)?{_YEAR}\b"
)
_MONTH_FIRST = re.compile(rf"\b([^\W\d]{{3,12}})\.?[\s-]+(\d{{1,2}})(?:st|nd|rd|th)?,?[\s-]+{_YEAR}\b")
_YEAR_FIRST = re.compile(rf"\b{_YEAR}\.?,?\s+([^\W\d]{{3,12}})\s+(\d{{1,2}})\b")
_IN_WORDS = ((_DAY_FIRST, (3, 2, 1)), (_MONTH_FIRST, (3, 1, 2)), (_YEAR_FIRST, (1, 2, 3)))
"""Patterns, and where in each the year, the month and the day are."""

_NUMERIC = re.compile(rf"\b(\d{{1,2}})([./])(\d{{1,2}})[./]({_YEAR[1:-1]})\b")
_SHORT_YEAR = re.compile(r"\b(\d\d)([./])(\d\d)[./](\d\d)\b")
_ISO = re.compile(
    rf"\b{_YEAR}[-/.年년]\s?(\d{{1,2}})[-/.月월]\s?(\d{{1,2}})(?!\d)"
    r"(?:[日일]?[T\s]+(\d{1,2}):(\d\d)(?::(\d\d))?(?:[.,]\d+)?\s*([ap]\.?m\b)?)?",
    re.IGNORECASE,
)
_COMPACT = re.compile(rf"^{_YEAR}(\d\d)(\d\d)[T\s]?(\d\d)(\d\d)(\d\d)?$")
_CLOCK = re.compile(r"\b(\d{1,2})[:.h](\d\d)(?::\d\d)?\s*([ap]\.?m\b)?", re.IGNORECASE)
_OFFSET = re.compile(r"^\W*(?:UTC|GMT)?\s*([+-])(\d{1,2}):?(\d\d)?(?!\d)", re.IGNORECASE)
_NAMED_ZONE = re.compile(r"^[\s.,(]*([A-Z]{1,5})\b")
_EPOCH = re.compile(r"^\d{10}(?:\d{3})?$")
_LONGEST = 250
"""Characters among which a date is looked for."""

_EARLIEST, _LATEST = 1980, 2100
_ZONES = {
    "Z": 0, "UTC": 0, "GMT": 0, "WET": 0, "BST": 60, "WEST": 60, "CET": 60, "MEZ": 60, "CEST": 120, "MESZ": 120,
    "EET": 120, "SAST": 120, "EEST": 180, "MSK": 180, "TRT": 180, "IST": 330, "ICT": 420, "WIB": 420, "SGT": 480,
    "HKT": 480, "JST": 540, "KST": 540, "AEST": 600, "AEDT": 660, "NZST": 720, "NZDT": 780, "EST": -300,
    "EDT": -240, "ET": -300, "CST": -360, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420,
    "PT": -480, "BRT": -180,
}  # fmt: skip
"""Minutes east of Greenwich by the names that the press prints; IST is India's, BST Britain's, CST America's."""


def read_date(text: str, *, month_first: bool = False) -> datetime | None:
    """Return the moment that ``text`` tells, aware UTC (as is what names no zone), or None.

    ``month_first`` tells how ``3/4/2025`` is read, where both could be.
    """
    moment = read_moment(text, month_first=month_first)
    if moment is None:
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def read_moment(text: str, *, month_first: bool = False) -> datetime | None:
    """Return the moment that ``text`` tells, naive when it names no zone; None also for one of another age."""
    text = unescape(text.strip()[:_LONGEST]).strip()
    try:
        if _EPOCH.match(text):
            moment: datetime | None = datetime.fromtimestamp(int(text[:10]), UTC)
        else:
            moment = _iso(text) or _email(text) or _words(text, month_first)
        if moment is None or not _EARLIEST <= moment.year < _LATEST:
            return None
        moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return moment


def _iso(text: str) -> datetime | None:
    if found := _COMPACT.match(text):
        return _naive(*(int(part or 0) for part in found.groups()))
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        pass
    found = _ISO.search(text)
    if not found:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    hour = _hour(hour, found[7])
    moment = _naive(year, month, day, hour % 24, minute, min(second, 59))
    return moment.replace(tzinfo=_zone(text[found.end() :])) if found[4] else moment


def _email(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, IndexError, TypeError):
        return None
    zone = _zone(" " + text.rpartition(" ")[2]) if moment.tzinfo is None else None
    return moment.replace(tzinfo=zone) if zone else moment


def _words(text: str, month_first: bool) -> datetime | None:
    """Return the moment of a date in words or numbers; its time of day where a zone goes with it."""
    found, day = _day(text, month_first)
    if found is None or day is None:
        return None
    clock = _CLOCK.search(text, found.end())
    zone = _zone(text[clock.end() :]) if clock else None
    if clock is None or zone is None:
        return day
    return day.replace(hour=_hour(int(clock[1]), clock[3]) % 24, minute=int(clock[2]), tzinfo=zone)


def _day(text: str, month_first: bool) -> tuple[re.Match[str] | None, datetime | None]:
    """Return where ``text`` tells a day, and that day at midnight; None for what is none."""
    for pattern, (year, month, day) in _IN_WORDS:
        if (found := pattern.search(text)) and (number := MONTHS.get(found[month].lower())):
            return found, _naive(int(found[year]), number, int(found[day]))
    found = _NUMERIC.search(text) or _SHORT_YEAR.search(text)
    if found is None:
        return None, None
    first, second = int(found[1]), int(found[3])
    turned = second > 12 or (month_first and found[2] == "/" and first <= 12)
    day_number, month_number = (second, first) if turned else (first, second)
    year_number = int(found[4]) + (2000 if len(found[4]) == 2 else 0)
    return found, _naive(year_number, month_number, day_number)


def _naive(year: int, month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0) -> datetime:
    return datetime.combine(date(year, month, day), time(hour, minute, second))


def _hour(hour: int, half: str | None) -> int:
    """Return the hour of 24 that ``hour`` of a half day is."""
    if not half:
        return hour
    return hour % 12 + (12 if half[0] in "pP" else 0)


def _zone(rest: str) -> timezone | None:
    """Return the zone that ``rest``, what follows a time of day, begins with; None for none that is known."""
    if offset := _OFFSET.match(rest):
        minutes = int(offset[2]) * 60 + int(offset[3] or 0)
        return timezone(timedelta(minutes=-minutes if offset[1] == "-" else minutes))
    named = _NAMED_ZONE.match(rest)
    minutes_east = _ZONES.get(named[1]) if named else None
    return None if minutes_east is None else timezone(timedelta(minutes=minutes_east))
