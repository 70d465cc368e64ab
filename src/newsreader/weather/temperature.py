"""A temperature as the header writes it: degrees of the right unit, a sign, a no-break space."""

from decimal import ROUND_HALF_UP, Decimal
from math import isfinite

from newsreader.model import Units

FAHRENHEIT_COUNTRIES = frozenset({"US", "BS", "BZ", "KY", "PR", "PW"})
"""Where weather is told in °F: CLDR, supplemental data, unit preferences for temperature, usage weather."""

_MINUS = "\N{MINUS SIGN}"
_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def shown_units(units: Units, country: str) -> Units:
    """Return metric or imperial: what ``units`` says, and where it says auto, what ``country`` is used to.

    ``country`` is an ISO 3166 code of two letters; an unknown or empty one is metric.
    """
    if units is not Units.AUTO:
        return units
    return Units.IMPERIAL if country in FAHRENHEIT_COUNTRIES else Units.METRIC


def shown_unit(units: Units, country: str) -> str:
    """Return the unit that is shown, "°C" or "°F", by the same rule as ``shown_units``."""
    return "°F" if shown_units(units, country) is Units.IMPERIAL else "°C"


def shown_degrees(celsius: float, units: Units, country: str) -> int:
    """Return whole degrees of the unit that is shown, rounded half away from zero."""
    exact = Decimal(str(celsius))
    if shown_units(units, country) is Units.IMPERIAL:
        exact = exact * 9 / 5 + 32
    return int(exact.to_integral_value(ROUND_HALF_UP))  # half up is, in decimals, half away from zero


def temperature_text(
    celsius: float | None,
    units: Units,
    country: str,
    *,
    ascii_only: bool = False,
) -> str:
    """Return a temperature such as "+18 °C", "−5 °C" or "0 °C"; "— °C" when it is not known.

    Above zero stands a plus sign, below zero U+2212, and between number and unit a no-break space.

    Args:
        celsius: degrees Celsius, or None.
        units: the unit the reader wants; ``AUTO`` goes by the country.
        country: ISO 3166 code of the place, or empty.
        ascii_only: for a terminal that is not UTF-8: "+18 C", "-5 C", "-- C".
    """
    unit = shown_unit(units, country)
    known = celsius is not None and isfinite(celsius)
    number = _signed(shown_degrees(celsius, units, country)) if celsius is not None and known else "—"
    if ascii_only:
        return f"{number.replace(_MINUS, '-').replace('—', '--')} {unit[1:]}"
    return f"{number}{_NO_BREAK_SPACE}{unit}"


def _signed(degrees: int) -> str:
    if degrees == 0:
        return "0"
    return f"+{degrees}" if degrees > 0 else f"{_MINUS}{-degrees}"
