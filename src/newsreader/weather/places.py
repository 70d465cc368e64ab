"""Places by name, as Open-Meteo's search finds them (pure)."""

from dataclasses import dataclass, replace

from newsreader.model import Place, clean_line
from newsreader.weather.answers import OPEN_METEO, with_query
from newsreader.weather.strict import member, nonsense, number, read_json

SHORTEST_NAME = 2
"""Letters that the search wants at least: two match exactly, three or more the beginning of a name."""

_NAME_LIMIT = 80


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place that the search found; ``region`` tells it from its namesakes: "Shushi, Azerbaijan"."""

    place: Place
    region: str = ""

    def called(self, name: str) -> Place:
        """Return the place under the name the reader uses for it, which no service may replace."""
        return replace(self.place, name=clean_line(name, _NAME_LIMIT) or self.place.name)


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
    return FoundPlace(Place(name, latitude, longitude, country.upper() if known else ""), region)


def _degrees(value: object, limit: int) -> float:
    return number(value, OPEN_METEO, "coordinate", -limit, limit)


def _text(value: object) -> str:
    return clean_line(value, _NAME_LIMIT) if isinstance(value, str) else ""
