"""The weather of places that a test names, as the newsroom would tell it."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

from newsreader.model import ConfigError, DayShown, FoundPlace, HourShown, Place, PlaceError, WeatherCard
from newsreader.newsroom import Masthead

HOURS = tuple(HourShown(f"{n:02}", n, f"+{n}", n * 4, 7 <= n < 19) for n in range(24))
DAYS = tuple(DayShown(f"Thu {n} Mar", n, 10 + n, f"+{n}", f"+{10 + n}", "light rain", 40) for n in range(7))
CARD = WeatherCard(
    place="Stepanakert",
    others=("Stepanakert",),
    temperature="+18 °C",
    word="partly cloudy",
    details=("feels like +17 °C", "wind 10 km/h from the north-west", "humidity 46 %", "sun 06:56 to 19:24"),
    hours=HOURS,
    days=DAYS,
    credit_text="Weather data by Open-Meteo.com, CC BY 4.0",
    credit_url="https://open-meteo.com/",
    age="measured 14:00 · asked again from 14:15",
)
LINE = Masthead(
    ("Thursday, 30 March, 2023", "Thu, 30 March, 2023", "30 March", "30.3."),
    datetime(2023, 3, 31, tzinfo=timezone(timedelta(hours=4))),
    "Stepanakert",
    "+18\u00a0°C",
    text="In Stepanakert: +18\u00a0°C",
)
GORIS = Place("Goris", 39.5111, 46.3417)


class WeatherDouble:
    """Answers as the newsroom's does, of places that a test names."""

    def __init__(self, *names: str) -> None:
        self.names = list(names)
        self.at = 0
        self.asked: list[str] = []
        self.refuse = ""
        self.line = LINE
        self.looked = 0  # how often the temperature of the line was asked for
        self.complaint = ""

    def last(self) -> Masthead:
        return self.line

    async def current(self) -> Masthead:
        self.looked += 1
        return self.line

    def last_card(self) -> WeatherCard:
        if not self.names:
            return WeatherCard()
        return replace(CARD, place=self.names[self.at], others=tuple(self.names), shown=self.at)

    async def card(self) -> WeatherCard:
        self.asked.append("card")
        return self.last_card()

    async def find_places(self, name: str) -> tuple[FoundPlace, ...]:
        self.asked.append(name)
        if name == "nowhere":
            raise PlaceError("no place of this name is known", name, "try its English name")
        return (FoundPlace(GORIS, "Syunik, Armenia"), FoundPlace(replace(GORIS, name="Gorisa"), "Congo"))

    async def add_place(self, place: Place) -> None:
        if self.refuse:
            raise ConfigError(self.refuse)
        self.names.append(place.name)
        self.at = len(self.names) - 1

    async def remove_place(self) -> None:
        del self.names[self.at]
        self.at = 0

    async def step_place(self, step: int) -> None:
        self.at = (self.at + step) % len(self.names)
