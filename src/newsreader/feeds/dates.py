"""When a feed says it was: dates in every way that feeds write them."""

import re
from datetime import UTC, datetime, timedelta

from newsreader.feeds.months import MONTHS

_ISO = re.compile(
    r"([0-9]{4})(?:-?([0-9]{2})(?:-?([0-9]{2}))?)?(?![0-9])"
    r"(?:[T\s_]+([0-9]{1,2})(?::?([0-9]{2})(?::?([0-9]{2})(?:[.,:][0-9]+)?)?)?)?\s*(.*)",
    re.IGNORECASE | re.DOTALL,
)
_USUAL = re.compile(
    r"(?:[A-Za-z]{3}, )?([0-9]{1,2}) ([A-Z][a-z]{2}) ([0-9]{4}) ([0-9]{2}):([0-9]{2}):([0-9]{2}) (GMT|[+-][0-9]{4})"
)
_USUAL_ISO = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})"
)
"""The two ways in which nearly all dates are written; the rest of this file is for the others."""

_YEAR_DAY = re.compile(r"([0-9]{4})-?([0-9]{3})(?![0-9-])(?:T([0-9]{2}):?([0-9]{2})(?::?([0-9]{2}))?)?\s*(.*)")
_YEAR_FIRST = re.compile(
    r"([0-9]{4})\s*[./年년-]\s*([0-9]{1,2})\s*[./月월-]\s*([0-9]{1,2})(?![0-9])\s*[日일]?(.*)", re.DOTALL
)
_YEAR_NAME = re.compile(r"([0-9]{4})[\s./-]*([^\W\d_]{3,})[\s./-]+([0-9]{1,2})(?![0-9:])(.*)", re.DOTALL)
_DAY_FIRST = re.compile(
    r"(?<![0-9])([0-9]{1,2})(?:st|nd|rd|th|\.|er|º|°)?[\s/-]*(?:(?:d[eio]|of)\s+|d['’]\s*)?([^\W\d_]{3,})[.,]?"
    r"(?:\s+de)?[\s/,-]*([0-9]{4}|[0-9]{2})(?![0-9:])(.*)",
    re.DOTALL,
)
_MONTH_FIRST = re.compile(
    r"([^\W\d_]{3,})\.?\s+([0-9]{1,2})(?:st|nd|rd|th)?,?\s+([0-9]{4})(?![0-9:])(.*)", re.DOTALL
)
_UNIX_DATE = re.compile(
    r"([^\W\d_]{3,})\s+([0-9]{1,2})\s+([0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)\s+(.*?)([0-9]{4})\s*$"
)
_DOTTED = re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4})(?![0-9])(.*)", re.DOTALL)
_TIME = re.compile(
    r"(오후|下午)?\s*([0-9]{1,2})[:h.]([0-9]{2})(?:[:.]([0-9]{2})(?:[.,][0-9]+)?)?\s*(?:([ap])\.?m\b\.?)?",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"(?:UTC|GMT|Z)?\s*([+-])\s?([0-9]{1,2})(?::?([0-9]{2}))?(?![0-9:])", re.IGNORECASE)
_WORD = re.compile(r"[A-Z]{1,5}", re.IGNORECASE)
_EPOCH = re.compile(r"[0-9]{9,10}(?:[0-9]{3})?(?:\.[0-9]+)?")

_ZONES = {
    # minutes east of UTC; the first ten are RFC 822's (section 5.1), the rest are what feeds write
    "UT": 0, "GMT": 0, "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420, "MDT": -360,
    "PST": -480, "PDT": -420, "AKST": -540, "AKDT": -480, "HST": -600, "AST": -240, "ADT": -180, "NST": -210,
    "NDT": -150, "BRT": -180, "ART": -180, "WET": 0, "WEST": 60, "BST": 60, "CET": 60, "CEST": 120, "MET": 60,
    "MEST": 120, "MEZ": 60, "MESZ": 120, "EET": 120, "EEST": 180, "SAST": 120, "MSK": 180, "MSD": 240, "AMT": 240,
    "IST": 330, "PKT": 300, "WIB": 420, "HKT": 480, "SGT": 480, "AWST": 480, "JST": 540, "KST": 540, "ACST": 570,
    "AEST": 600, "AEDT": 660, "NZST": 720, "NZDT": 780, "ET": -300, "CT": -360, "MT": -420, "PT": -480,
}  # fmt: skip

_NONE = {"", "Z", "GMT", "UTC", "+0000", "+00:00"}
_NO_OFFSET = timedelta()

_EARLIEST = 1900
"""No feed tells of anything earlier; such years are the zero of somebody's calendar and mean "unknown"."""


def parse_date(text: str | None) -> datetime | None:
    """Return the moment that ``text`` tells as aware UTC, or None when it tells none.

    Read are RFC 822 with its zone names and with parts missing, ISO 8601 and W3CDTF, asctime, dates with the
    names of months in common languages, day.month.year, and seconds or milliseconds since 1970. Without a
    zone it is taken for UTC, without a time for midnight. Years of two digits are of 1950 to 2049 (RFC 2822,
    section 4.3). The future is left for the caller to judge.
    """
    text = " ".join((text or "")[:120].split())
    if not text:
        return None
    try:
        moment = _read_usual(text) or _read(text)
    except (ValueError, OverflowError):  # the 31st of June, a zone that leaves the calendar
        return None
    return moment if moment is not None and moment.year >= _EARLIEST else None


def _read_usual(text: str) -> datetime | None:
    if found := _USUAL_ISO.fullmatch(text):
        start = datetime(int(text[:4]), int(text[5:7]), int(text[8:10]), tzinfo=UTC)
        return _shifted(start, int(text[11:13]), int(text[14:16]), int(text[17:19]), _offset(found[1]))
    found = _USUAL.fullmatch(text)
    if found is None or (month := MONTHS.get(found[2].lower())) is None:
        return None
    day, _, year, hour, minute, second, zone = found.groups()
    start = datetime(int(year), month, int(day), tzinfo=UTC)
    return _shifted(start, int(hour), int(minute), int(second), _offset(zone))


def _read(text: str) -> datetime | None:
    if _EPOCH.fullmatch(text):
        seconds = float(text)
        return datetime.fromtimestamp(seconds // 1000 if seconds >= 1e11 else int(seconds), UTC)
    if found := _DAY_FIRST.search(text):
        day, name, year, rest = found.groups()
        if month := MONTHS.get(name.lower()):
            return _moment(_full_year(year), month, int(day), rest)
    if text[:1].isdigit() and text[:4].isdigit():
        return _read_year_first(text)
    if found := _UNIX_DATE.search(text):
        name, day, time, zone, year = found.groups()
        if month := MONTHS.get(name.lower()):
            return _moment(int(year), month, int(day), f"{time} {zone}")
    if found := _MONTH_FIRST.search(text):
        name, day, year, rest = found.groups()
        if month := MONTHS.get(name.lower()):
            return _moment(int(year), month, int(day), rest)
    if found := _YEAR_FIRST.search(text):
        return _moment(int(found[1]), int(found[2]), int(found[3]), found[4])
    return _read_dotted(text)


def _read_year_first(text: str) -> datetime | None:
    """Read ISO 8601 and its looser relatives, with "/" or the characters for year, month and day."""
    if found := _YEAR_DAY.fullmatch(text):
        year, day, hour, minute, second, zone = found.groups()
        start = datetime(int(year), 1, 1, tzinfo=UTC) + timedelta(days=int(day) - 1)
        if start.year != int(year):
            return None
        return _shifted(start, int(hour or 0), int(minute or 0), int(second or 0), _offset(zone))
    found = _ISO.match(text)
    if found and (found[4] or not found[7] or (found[2] and found[7][0] in "Zz+-(")):
        year, month, day, hour, minute, second, zone = found.groups()
        start = datetime(int(year), int(month or 1), int(day or 1), tzinfo=UTC)
        return _shifted(start, int(hour or 0), int(minute or 0), int(second or 0), _offset(zone))
    if found := _YEAR_FIRST.match(text):
        return _moment(int(found[1]), int(found[2]), int(found[3]), found[4])
    if (found := _YEAR_NAME.match(text)) and (month_named := MONTHS.get(found[2].lower())):
        return _moment(int(found[1]), month_named, int(found[3]), found[4])
    return None


def _read_dotted(text: str) -> datetime | None:
    """Read 31.12.2023, and 12/31/2023 or 31/12/2023 where it can only be the one or the other."""
    found = _DOTTED.search(text)
    if found is None:
        return None
    first, mark, second, year, rest = found.groups()
    day, month = int(first), int(second)
    if mark != ".":
        if (day > 12) == (month > 12) and day != month:
            return None
        if month > 12:
            day, month = month, day
    return _moment(int(year), month, day, rest)


def _full_year(year: str) -> int:
    number = int(year)
    if len(year) == 4:
        return number
    return number + (2000 if number < 50 else 1900)


def _moment(year: int, month: int, day: int, rest: str) -> datetime:
    """Return the moment of a day and of the time and zone that ``rest`` begins with, if any."""
    start = datetime(year, month, day, tzinfo=UTC)
    found = _TIME.search(rest)
    if found is None:
        return start
    afternoon, hour, minute, second, half = found.groups()
    hours = int(hour)
    if (half or afternoon) and 1 <= hours <= 12:
        hours = hours % 12 + (12 if afternoon or half in "Pp" else 0)
    return _shifted(start, hours, int(minute), int(second or 0), _offset(rest[found.end() :]))


def _shifted(start: datetime, hour: int, minute: int, second: int, offset: timedelta) -> datetime:
    if hour > 24 or minute > 59 or second > 61:
        raise ValueError(f"no such time: {hour}:{minute}:{second}")
    # 24:00 is the next day's midnight; a leap second counts as the second before it
    return start + timedelta(hours=hour, minutes=minute, seconds=min(second, 59)) - offset


def _offset(zone: str | None) -> timedelta:
    """Return how far east of UTC ``zone`` is; nothing and unknown names are UTC."""
    zone = (zone or "").strip()
    if zone in _NONE:
        return _NO_OFFSET
    if found := _OFFSET.match(zone):
        sign, hours, minutes = found.groups()
        offset = timedelta(hours=int(hours), minutes=int(minutes or 0))
        return -offset if sign == "-" else offset
    word = _WORD.match(zone)
    return timedelta(minutes=_ZONES.get(word[0].upper(), 0) if word else 0)
