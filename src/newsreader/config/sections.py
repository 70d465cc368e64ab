"""The sections of the settings file: which keys each has, and what they may be."""

import re
from collections.abc import Mapping
from dataclasses import fields
from datetime import timedelta
from types import MappingProxyType

from newsreader.config.settings import (
    NARROWEST,
    WIDEST,
    KeepingSettings,
    ReadingSettings,
    RefreshSettings,
    WeatherSettings,
)
from newsreader.config.table import Table
from newsreader.model import Place, clean_line

SHORTEST_EVERY, LONGEST_EVERY = timedelta(minutes=1), timedelta(days=30)
SHORTEST_KEPT, LONGEST_KEPT = timedelta(days=7), timedelta(days=36_500)
"""What was read in the last week stays in any case: it may be undone."""

SMALLEST = 10_000_000
"""Bytes of a library; the headlines of one sitting need as many."""

_LANGUAGE = re.compile("[a-z]{2,3}([-_][A-Z][a-z]{3})?([-_]([A-Z]{2}|[0-9]{3}))?")
"""A language, perhaps with its script and its territory (BCP 47); which of them have dates, Babel knows."""
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
_DURATION = re.compile(r"([0-9]{1,9}) ?([smhd])")
_SIZES = {"MB": 10**6, "GB": 10**9, "TB": 10**12}
_SIZE = re.compile(r"([0-9]{1,6}) ?(MB|GB|TB)")


def read_place(table: Table) -> Place | None:
    """Return the place; None for an empty table."""
    return read_other_place(table) if table.values else None


def read_other_place(table: Table) -> Place:
    """Return one more place."""
    table.only(("name", "latitude", "longitude", "country", "zone"))
    for key in ("name", "latitude", "longitude"):
        if key not in table.values:
            advice = "a place has name, latitude and longitude"
            raise table.itself(f"{key} is missing", advice)
    zone = 'it may be the name of a time zone, such as "Asia/Yerevan"'
    return Place(
        name=table.text("name", ""),
        latitude=table.degrees("latitude", 90),
        longitude=table.degrees("longitude", 180),
        country=table.parsed("country", "", _country, "it may be two capital letters (ISO 3166)"),
        zone=table.parsed("zone", "", _zone, zone),
    )


def read_weather(table: Table) -> WeatherSettings:
    """Return units and services."""
    default = WeatherSettings()
    table.only(("units", "forecast_url", "geocoding_url", "fallback_url"))
    return WeatherSettings(
        units=table.choice("units", default.units),
        forecast_url=table.address("forecast_url", default.forecast_url),
        geocoding_url=table.address("geocoding_url", default.geocoding_url),
        fallback_url=table.address("fallback_url", default.fallback_url),
    )


def read_refresh(table: Table) -> RefreshSettings:
    """Return how often feeds are asked."""
    default = RefreshSettings()
    table.only(("every", "prefetch"))
    return RefreshSettings(
        every=table.parsed("every", default.every, _every, 'it may be from "1m" to "30d", such as "30m" or "1h"'),
        prefetch=table.flag("prefetch", default.prefetch),
    )


def read_reading(table: Table) -> ReadingSettings:
    """Return how articles are shown."""
    default = ReadingSettings()
    table.only(field.name for field in fields(ReadingSettings))
    return ReadingSettings(
        language=table.parsed("language", default.language, _language, 'it may be such as "en", "hy" or "pt-BR"'),
        clock=table.choice("clock", default.clock),
        width=table.whole("width", default.width, NARROWEST, WIDEST),
        theme=table.text("theme", default.theme),
        images=table.choice("images", default.images),
        hyphenate=table.flag("hyphenate", default.hyphenate),
        justify=table.flag("justify", default.justify),
        bidi=table.choice("bidi", default.bidi),
        motion=table.flag("motion", default.motion),
    )


def read_keeping(table: Table) -> KeepingSettings:
    """Return how long what was read is kept, and how large the library may be."""
    default = KeepingSettings()
    table.only(("keep_read", "size"))
    days = 'it may be days from "7d" on, such as "180d", or "forever"'
    size = 'it may be from "10MB" on, such as "500MB" or "2GB", or "unlimited"'
    return KeepingSettings(
        keep_read=table.parsed("keep_read", default.keep_read, _kept, days),
        size=table.parsed("size", default.size, _size, size),
    )


def read_keys(table: Table) -> Mapping[str, str]:
    """Return keys by id; ``headline.next`` without quotes, which TOML reads as nested tables, means the same."""
    found: dict[str, str] = {}
    todo: list[tuple[tuple[str, ...], object]] = [((name,), value) for name, value in table.values.items()]
    while todo:
        path, value = todo.pop(0)
        if isinstance(value, dict):
            todo[:0] = [((*path, name), inner) for name, inner in value.items()]
            continue
        parts = [part.strip() for part in value.split(",")] if isinstance(value, str) else []
        if not parts or any(not part or clean_line(part) != part or " " in part for part in parts):
            advice = 'it may be one key or several, such as "j,down"; the comma\'s own name is "comma"'
            raise table.source.error((table.name, *path), "is not the name of a key", advice)
        found[clean_line(".".join(path))] = ",".join(parts)
    return MappingProxyType(found)


def _country(text: str) -> str:
    if not re.fullmatch("[A-Z]{2}", text):
        raise ValueError(text)
    return text


def _language(text: str) -> str:
    if not _LANGUAGE.fullmatch(text):
        raise ValueError(text)
    return text


def _zone(text: str) -> str:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(text).key
    except (ZoneInfoNotFoundError, OSError) as error:  # OSError: the name of a folder of zones
        raise ValueError(text) from error


def _every(text: str) -> timedelta:
    return _duration(text, SHORTEST_EVERY, LONGEST_EVERY)


def _kept(text: str) -> timedelta | None:
    return None if text == "forever" else _duration(text, SHORTEST_KEPT, LONGEST_KEPT)


def _duration(text: str, shortest: timedelta, longest: timedelta) -> timedelta:
    match = _DURATION.fullmatch(text)
    if match is None:
        raise ValueError(text)
    duration = timedelta(**{_UNITS[match[2]]: int(match[1])})
    if not shortest <= duration <= longest:
        raise ValueError(text)
    return duration


def _size(text: str) -> int | None:
    if text == "unlimited":
        return None
    match = _SIZE.fullmatch(text)
    if match is None or int(match[1]) * _SIZES[match[2]] < SMALLEST:
        raise ValueError(text)
    return int(match[1]) * _SIZES[match[2]]
