"""Who is to be named beside the weather, as the licences of the services ask."""

from typing import NamedTuple

from newsreader.weather.met_norway import MET_NORWAY
from newsreader.weather.open_meteo import OPEN_METEO


class Credit(NamedTuple):
    """A line to be shown, and the page it leads to."""

    text: str
    url: str


_CREDITS = {
    OPEN_METEO: Credit("Weather data by Open-Meteo.com, CC BY 4.0", "https://open-meteo.com/"),
    MET_NORWAY: Credit("Weather data by MET Norway, CC BY 4.0", "https://api.met.no/"),
}


def credit_for(source: str) -> Credit:
    """Return the credit for a service by its name; an empty one for a name that is none."""
    return _CREDITS.get(source, Credit("", ""))
