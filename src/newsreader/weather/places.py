"""Places by name, as Open-Meteo's search finds them (pure)."""

from newsreader.model import FoundPlace, Place, clean_line
from newsreader.model.weather import LONGEST_NAME
from newsreader.weather.answers import with_query
from newsreader.weather.open_meteo import OPEN_METEO
from newsreader.weather.strict import member, nonsense, number, read_json
from newsreader.weather.zones import is_zone

SHORTEST_NAME = 2
"""Letters that the search wants at least: two match exactly, three or more the beginning of a name."""


def search_url(base: str, name: str, count: int, language: str = "en") -> str:
    """Return the address that asks for the ``count`` places named ``name`` that most people live in."""
    return with_query(base, name=name, count=count, language=language, format="json")


def read_places(body: bytes) -> tuple[FoundPlace, ...]:
    """Return the places that Open-Meteo's search found, its best first; empty when nothing matched.

    Raises:
        WeatherError: the answer is not as documented.
    """
    answer = read_json(body, OPEN_METEO)
    if not isinstance(answer, dict):
        raise nonsense(OPEN_METEO, "an answer that is no search result")
    results = answer.get("results", [])  # absent when nothing matches
    if not isinstance(results, list) or answer.get("error") is True:
        raise nonsense(OPEN_METEO, "an answer without results")
    return tuple(_found(result) for result in results)


def _found(result: object) -> FoundPlace:
    name = _text(member(result, OPEN_METEO, "name"))
    if not name or not isinstance(result, dict):
        raise nonsense(OPEN_METEO, "a place without a name")
    latitude = _degrees(member(result, OPEN_METEO, "latitude"), 90)
    longitude = _degrees(member(result, OPEN_METEO, "longitude"), 180)
    country = _text(result.get("country_code"))
    known = len(country) == 2 and country.isascii() and country.isalpha()
    parts = (_text(result.get("admin1")), _text(result.get("country")))
    region = ", ".join(part for part in dict.fromkeys(parts) if part and part != name)
    zone = _text(result.get("timezone"))
    place = Place(name, latitude, longitude, country.upper() if known else "", zone=zone if is_zone(zone) else "")
    return FoundPlace(place, region)


def _degrees(value: object, limit: int) -> float:
    return number(value, OPEN_METEO, "coordinate", -limit, limit)


def _text(value: object) -> str:
    return clean_line(value, LONGEST_NAME) if isinstance(value, str) else ""
