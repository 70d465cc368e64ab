"""The weather card: the weather at a place in words and whole degrees, as it is drawn."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HourShown:
    """An hour to come: the clock of the place, such as "15", whole degrees and as text, chance of rain per cent."""

    clock: str
    degrees: int
    text: str
    chance: int | None = None
    is_day: bool | None = None


@dataclass(frozen=True, slots=True)
class DayShown:
    """A day to come: its name, its lowest and highest whole degrees and as text, the weather in a word."""

    name: str
    low: int
    high: int
    low_text: str
    high_text: str
    word: str = ""
    chance: int | None = None


@dataclass(frozen=True, slots=True)
class WeatherCard:
    """All that the card shows.

    Attributes:
        place: its name, with a question mark where it is guessed; empty when none is known.
        guessed: True when it is.
        others: the names of all places in their order; ``shown`` is the number of the one that is shown.
        temperature: as in the header bar; ``word`` the weather now, such as "partly cloudy"; may be empty.
        details: what it feels like, wind, humidity, sun: a phrase each, those that are known.
        hours: the next 24; ``days`` the next seven; both as far as they are known.
        credit_text: who told it; ``credit_url`` a page of theirs.
        age: when the temperature was measured, and when the service is asked again.
        failure: why the last asking came to nothing, one sentence, or empty.
        stale: True when what is known is old.
    """

    place: str = ""
    guessed: bool = False
    others: tuple[str, ...] = ()
    shown: int = 0
    temperature: str = ""
    word: str = ""
    details: tuple[str, ...] = ()
    hours: tuple[HourShown, ...] = ()
    days: tuple[DayShown, ...] = ()
    credit_text: str = ""
    credit_url: str = ""
    age: str = ""
    failure: str = ""
    stale: bool = False
