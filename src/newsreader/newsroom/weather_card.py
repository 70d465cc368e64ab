"""The weather card: a report put into words and whole degrees, ready to be drawn (pure)."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from newsreader.model import Conditions, Day, DayShown, Hour, HourShown, Units, WeatherCard
from newsreader.newsroom.values import WeatherReport
from newsreader.weather import (
    date_forms,
    day_name,
    shown_degrees,
    temperature_text,
    weather_word,
)

HOURS = 24
DAYS = 7

_METRES = frozenset({"CN", "DK", "FI", "JP", "KR", "NO", "PL", "RU", "SE"})
"""Where the wind is told in metres a second: CLDR, supplemental data, unit preferences for speed, usage wind."""
_MILES = frozenset({"GB"})
"""Where it is told in miles an hour though degrees are Celsius: the same table."""

_POINTS = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")
_KILOMETRES_AN_HOUR, _MILES_AN_HOUR = 3.6, 2.2369
"""In a metre a second."""


def weather_card(report: WeatherReport, now: datetime, *, language: str = "en", country: str = "") -> WeatherCard:
    """Return the card for a report at ``now`` (aware); ``country`` is where the reader is used to units."""
    place, seen = report.place, report.conditions
    if place is None:
        return WeatherCard(age="Where you are is not known.")
    card = _Drawing(report, now, language, place.country or country)
    return WeatherCard(
        place=place.name + ("?" if place.guessed else ""),
        guessed=place.guessed,
        others=tuple(other.name for other in report.places),
        shown=report.places.index(place) if place in report.places else 0,
        temperature=card.text(seen.temperature if seen else None),
        word=weather_word(seen.code) if seen else "",
        details=tuple(card.details(seen)) if seen else (),
        hours=tuple(card.hours()),
        days=tuple(card.days()),
        credit_text=report.credit.text,
        credit_url=report.credit.url,
        age=card.age(seen),
        failure=report.failure,
        stale=report.stale,
    )


class _Drawing:
    """The words of one card."""

    def __init__(self, report: WeatherReport, now: datetime, language: str, country: str) -> None:
        self._report = report
        self._now = now
        self._language = language
        self._country = country

    def text(self, celsius: float | None) -> str:
        """Return a temperature with its unit."""
        return temperature_text(celsius, self._report.units, "")

    def _bare(self, celsius: float) -> str:
        """Return a temperature without its unit."""
        return self.text(celsius).partition("\N{NO-BREAK SPACE}")[0]

    def _degrees(self, celsius: float) -> int:
        return shown_degrees(celsius, self._report.units, "")

    def _clock(self, moment: datetime) -> str:
        return f"{moment.astimezone(self._report.zone):%H:%M}"

    def details(self, seen: Conditions) -> Iterable[str]:
        """Yield a phrase for each of what is known beside the temperature."""
        if seen.feels_like is not None:
            yield f"feels like {self.text(seen.feels_like)}"
        if seen.wind is not None:
            yield self._wind(seen.wind, seen.wind_from)
        if seen.humidity is not None:
            yield f"humidity {seen.humidity:.0f} %"
        today = self._today()
        if today is not None and today.sunrise is not None and today.sunset is not None:
            yield f"sun {self._clock(today.sunrise)} to {self._clock(today.sunset)}"

    def _wind(self, metres: float, comes_from: float | None) -> str:
        if self._report.units is Units.IMPERIAL or self._country in _MILES:
            speed, unit = metres * _MILES_AN_HOUR, "mph"
        elif self._country in _METRES:
            speed, unit = metres, "m/s"
        else:
            speed, unit = metres * _KILOMETRES_AN_HOUR, "km/h"
        if round(speed) == 0:
            return "no wind"
        from_where = "" if comes_from is None else f" from the {_POINTS[round(comes_from / 45) % 8]}"
        return f"wind {speed:.0f} {unit}{from_where}"

    def _today(self) -> Day | None:
        here = self._now.astimezone(self._report.zone).date()
        return next((day for day in self._report.forecast.days if day.day == here), None)

    def hours(self) -> Iterable[HourShown]:
        """Yield the next hours, from the one that has begun on."""
        begun = self._now - timedelta(hours=1)
        coming = [hour for hour in self._report.forecast.hours if hour.time > begun]
        return map(self._hour, coming[:HOURS])

    def _hour(self, hour: Hour) -> HourShown:
        clock = f"{hour.time.astimezone(self._report.zone):%H}"
        chance = None if hour.chance is None else round(hour.chance)
        return HourShown(clock, self._degrees(hour.temperature), self._bare(hour.temperature), chance, hour.is_day)

    def days(self) -> Iterable[DayShown]:
        """Yield the next days, from today on."""
        here = self._now.astimezone(self._report.zone).date()
        coming = [day for day in self._report.forecast.days if day.day >= here]
        return map(self._day, coming[:DAYS])

    def _day(self, day: Day) -> DayShown:
        short = date_forms(day.day, self._language)[-1]
        name = f"{day_name(day.day, self._language)} {short}"
        return DayShown(
            name=name,
            low=self._degrees(day.low),
            high=self._degrees(day.high),
            low_text=self._bare(day.low),
            high_text=self._bare(day.high),
            word=weather_word(day.code),
            chance=None if day.chance is None else round(day.chance),
        )

    def age(self, seen: Conditions | None) -> str:
        """Return when what is shown was measured, and when it is asked for again."""
        again = "asking …" if self._report.asking else f"asked again from {self._clock(self._report.next_ask)}"
        if seen is None:
            return f"Nothing recent is known · {again}"
        return f"measured {self._clock(seen.observed_at)} · {again}"
