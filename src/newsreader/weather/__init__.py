"""Where the reader is and how warm it is there: places, conditions, and how the header draws them."""

from newsreader.weather.answers import COLDEST, HOTTEST
from newsreader.weather.codes import weather_word
from newsreader.weather.credits import Credit, credit_for
from newsreader.weather.dates import date_forms, date_text, day_name, is_language
from newsreader.weather.freshness import Freshness
from newsreader.weather.kept import weather_from_json, weather_to_json
from newsreader.weather.line import WeatherLine, is_known, weather_line
from newsreader.weather.met_norway import MET_NORWAY
from newsreader.weather.open_meteo import OPEN_METEO
from newsreader.weather.service import WeatherService
from newsreader.weather.temperature import shown_degrees, shown_unit, shown_units, temperature_text
from newsreader.weather.zones import place_from_zone, zone_country, zone_of

__all__ = [
    "COLDEST",
    "HOTTEST",
    "MET_NORWAY",
    "OPEN_METEO",
    "Credit",
    "Freshness",
    "WeatherLine",
    "WeatherService",
    "credit_for",
    "date_forms",
    "date_text",
    "day_name",
    "is_known",
    "is_language",
    "place_from_zone",
    "shown_degrees",
    "shown_unit",
    "shown_units",
    "temperature_text",
    "weather_from_json",
    "weather_line",
    "weather_to_json",
    "weather_word",
    "zone_country",
    "zone_of",
]
