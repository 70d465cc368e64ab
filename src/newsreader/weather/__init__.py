"""Where the reader is and how warm it is there: places, conditions, and how the header draws them."""

from newsreader.weather.answers import COLDEST, HOTTEST, MET_NORWAY, OPEN_METEO
from newsreader.weather.codes import weather_word
from newsreader.weather.dates import LANGUAGES, date_forms, date_text
from newsreader.weather.freshness import Freshness
from newsreader.weather.line import WeatherLine, is_known, weather_line
from newsreader.weather.places import FoundPlace
from newsreader.weather.service import WeatherService
from newsreader.weather.temperature import shown_degrees, shown_unit, shown_units, temperature_text
from newsreader.weather.zones import place_from_zone, zone_country

__all__ = [
    "COLDEST",
    "HOTTEST",
    "LANGUAGES",
    "MET_NORWAY",
    "OPEN_METEO",
    "FoundPlace",
    "Freshness",
    "WeatherLine",
    "WeatherService",
    "date_forms",
    "date_text",
    "is_known",
    "place_from_zone",
    "shown_degrees",
    "shown_unit",
    "shown_units",
    "temperature_text",
    "weather_line",
    "weather_word",
    "zone_country",
]
