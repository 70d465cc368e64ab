"""A guess of where the reader is, from the name of the system's time zone; nothing is sent to anybody.

The table is ``zone.tab`` of the tz database (rows ``CC ±DDMM[SS]±DDDMM[SS] Zone``), which names a city of every
country; zone1970.tab merges countries. Old names are followed through the ``L`` lines of ``tzdata.zi``.
"""

import re
from collections.abc import Iterator
from datetime import tzinfo
from functools import cache

from newsreader.model import Place

_COORDINATES = re.compile(r"([+-])(\d{2})(\d{2})(\d{2})?([+-])(\d{3})(\d{2})(\d{2})?")

_OLD_NAMES = {
    "Africa/Asmera": "Africa/Asmara",
    "Africa/Timbuktu": "Africa/Bamako",
    "America/Coral_Harbour": "America/Atikokan",
    "America/Virgin": "America/St_Thomas",
    "Antarctica/South_Pole": "Antarctica/McMurdo",
    "Atlantic/Jan_Mayen": "Arctic/Longyearbyen",
    "Pacific/Ponape": "Pacific/Pohnpei",
    "Pacific/Truk": "Pacific/Chuuk",
    "Pacific/Yap": "Pacific/Chuuk",
}
"""Old names that the tz database links to a city of another country, which only shares its clock."""

_NAMES = {"Antarctica/DumontDUrville": "Dumont d’Urville"}


def place_from_zone(zone_name: str | None = None) -> Place | None:
    """Return the city that a time zone is named after, as a guess, or None when it names none.

    UTC, ``Etc/*``, EST, CET and every other name that is not Area/City is a place unknown. The guess can be a
    thousand kilometres off, so ``guessed`` is True in it.

    Args:
        zone_name: such as "Asia/Yerevan"; the system's own unless given.
    """
    found = _lookup(zone_name)
    if found is None:
        return None
    zone, country, latitude, longitude = found
    name = _NAMES.get(zone, zone.rpartition("/")[2].replace("_", " "))
    return Place(name, latitude, longitude, country, guessed=True, zone=zone)


def zone_country(zone_name: str | None = None) -> str:
    """Return the country of a time zone (the system's unless named) as two letters, or an empty string."""
    found = _lookup(zone_name)
    return found[1] if found else ""


def is_zone(name: str) -> bool:
    """Tell whether the tz database has a zone of this name."""
    return bool(name) and _zone(name) is not None


def zone_of(place: Place) -> tzinfo | None:
    """Return the time zone of a place, or None when it is not known."""
    return _zone(place.zone) if place.zone else None


@cache
def _zone(name: str) -> tzinfo | None:
    from zoneinfo import ZoneInfo  # the first paint need not wait for it: it looks the whole system over for zones

    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # not there; no name of a zone; the name of a folder of them
        return None


def _lookup(zone_name: str | None) -> tuple[str, str, float, float] | None:
    name = _system_zone() if zone_name is None else zone_name
    name = name.removeprefix("posix/").removeprefix("right/")  # copies of the zones, with other leap seconds
    if "/" not in name or name.startswith("Etc/"):
        return None
    cities = _cities()
    zone = name if name in cities else _OLD_NAMES.get(name) or _aliases().get(name, "")
    return (zone, *cities[zone]) if zone in cities else None


def _system_zone() -> str:
    """Return the name of the system's zone, or an empty string where it has none or says two things."""
    import tzlocal

    try:
        return tzlocal.get_localzone_name() or ""
    except (LookupError, OSError, ValueError):
        return ""


@cache
def _cities() -> dict[str, tuple[str, float, float]]:
    return {zone: (country, *_degrees(place)) for country, place, zone in _rows("zone.tab", "\t")}


@cache
def _aliases() -> dict[str, str]:
    return {old: new for kind, new, old in _rows("tzdata.zi", " ") if kind == "L"}


def _rows(file: str, separator: str) -> Iterator[tuple[str, str, str]]:
    """Yield the first three columns of a table of the tzdata package."""
    from importlib import resources

    table = resources.files("tzdata") / "zoneinfo" / file
    for line in table.read_text("utf-8").splitlines():
        columns = line.split(separator)
        if len(columns) >= 3 and not line.startswith("#"):
            yield columns[0], columns[1], columns[2]


def _degrees(text: str) -> tuple[float, float]:
    """Return ISO 6709 coordinates, ``±DDMM[SS]±DDDMM[SS]``, as degrees north and east, to 4 decimals."""
    match = _COORDINATES.fullmatch(text)
    if match is None:
        raise ValueError(f"no coordinates: {text}")
    north, lat, lat_minutes, lat_seconds, east, lon, lon_minutes, lon_seconds = match.groups("0")
    latitude = int(lat) + int(lat_minutes) / 60 + int(lat_seconds) / 3600
    longitude = int(lon) + int(lon_minutes) / 60 + int(lon_seconds) / 3600
    return round(float(f"{north}{latitude}"), 4), round(float(f"{east}{longitude}"), 4)
