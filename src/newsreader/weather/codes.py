"""The weather in a word: WMO codes, and the symbols of MET Norway translated to them."""

_WORDS: dict[tuple[int, ...], str] = {
    (0,): "clear",
    (1,): "mainly clear",
    (2,): "partly cloudy",
    (3,): "overcast",
    (45, 48): "fog",
    (51, 53, 55): "drizzle",
    (56, 57): "freezing drizzle",
    (61, 63, 65): "rain",
    (66, 67): "freezing rain",
    (68, 69): "sleet",
    (71, 73, 75): "snow",
    (77,): "snow grains",
    (80, 81, 82): "rain showers",
    (83, 84): "sleet showers",
    (85, 86): "snow showers",
    (95,): "thunderstorm",
    (96, 99): "thunderstorm with hail",
}
_WORD_OF = {code: word for codes, word in _WORDS.items() for code in codes}

_THUNDERSTORM = 95
_SYMBOLS = {
    "clearsky": 0,
    "fair": 1,
    "partlycloudy": 2,
    "cloudy": 3,
    "fog": 45,
    "lightrain": 61,
    "rain": 63,
    "heavyrain": 65,
    "lightsleet": 68,
    "sleet": 69,
    "heavysleet": 69,
    "lightsnow": 71,
    "snow": 73,
    "heavysnow": 75,
    "lightrainshowers": 80,
    "rainshowers": 81,
    "heavyrainshowers": 82,
    "lightsleetshowers": 83,
    "sleetshowers": 84,
    "heavysleetshowers": 84,
    "lightsnowshowers": 85,
    "snowshowers": 85,
    "heavysnowshowers": 86,
}


def weather_word(code: int | None) -> str:
    """Return what a WMO code (table 4677, as the services use it) means, such as "overcast"; empty if unknown."""
    return "" if code is None else _WORD_OF.get(code, "")


def code_of_symbol(symbol: str) -> int | None:
    """Return the WMO code nearest to a MET Norway symbol such as "lightrainshowers_day", or None.

    The names are those of "Weathericons" in the documentation of api.met.no.
    """
    name = symbol.partition("_")[0]
    if name.endswith("andthunder"):
        return _THUNDERSTORM
    return _SYMBOLS.get(name)


def is_day_of_symbol(symbol: str) -> bool | None:
    """Return whether a MET Norway symbol is one of the day; None where it is the same by day and night."""
    return {"day": True, "night": False, "polartwilight": False}.get(symbol.partition("_")[2])
