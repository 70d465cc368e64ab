"""The date in the header bar, in the reader's language: English here, every other one as Babel's CLDR has it."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from newsreader.model import clean_line

if TYPE_CHECKING:
    from babel import Locale

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
ENGLISH = "en"

_ABBREVIATED = 3  # letters of a short name, as in "Thu" and "Mar"
_SKELETONS = ("yMMMEd", "MMMEd", "MMMd")
"""CLDR's shorter forms: all of it short, without the year, the day alone."""


def is_language(tag: str) -> bool:
    """Tell whether dates can be written in a language, such as "hy", "ru", "pt-BR" or "zh_Hant"."""
    return tag == ENGLISH or _locale(tag) is not None


def date_text(moment: date, language: str = ENGLISH) -> str:
    """Return the whole date, such as "Thursday, 30 March, 2023" (CLDR pattern ``EEEE, d MMMM, y``).

    Args:
        moment: a date, or a datetime in the zone of the reader; it is drawn as it stands, not converted.
        language: as ``is_language`` knows it; in any other the date is English.
    """
    return date_forms(moment, language)[0]


def date_forms(moment: date, language: str = ENGLISH) -> tuple[str, ...]:
    """Return the date in every form a header may have room for, from the longest to the shortest.

    In English they are "Thursday, 30 March, 2023", "Thu 30 March 2023", "Thu 30 Mar" and "30 Mar". Each is shorter
    than the one before it. ``moment`` is drawn as it stands, in its own zone.
    """
    locale = None if language == ENGLISH else _locale(language)
    forms = _english(moment) if locale is None else _in_locale(moment, locale)
    shorter = [forms[0]]
    shorter += [form for form in forms[1:] if len(form) < len(shorter[-1])]
    return tuple(shorter)


def day_name(day: date, language: str = ENGLISH) -> str:
    """Return the short name of a day of the week, such as "Thu"."""
    locale = None if language == ENGLISH else _locale(language)
    if locale is None:
        return DAYS[day.weekday()][:_ABBREVIATED]
    names = locale.days["stand-alone"]["abbreviated"]
    return clean_line(names[day.weekday()])


def _english(moment: date) -> list[str]:
    day, month = DAYS[moment.weekday()], MONTHS[moment.month - 1]
    short_day, short_month = day[:_ABBREVIATED], month[:_ABBREVIATED]
    return [
        f"{day}, {moment.day} {month}, {moment.year}",
        f"{short_day} {moment.day} {month} {moment.year}",
        f"{short_day} {moment.day} {short_month}",
        f"{moment.day} {short_month}",
    ]


def _in_locale(moment: date, locale: "Locale") -> list[str]:
    """Return CLDR's own full form and its shorter ones, each as a line begins: with a capital."""
    return [form[:1].upper() + form[1:] for form in map(clean_line, _babel_forms(moment, locale))]


def _babel_forms(moment: date, locale: "Locale") -> Iterator[str]:
    from babel.dates import format_date, format_skeleton

    yield format_date(moment, "full", locale)
    for skeleton in _SKELETONS:
        yield format_skeleton(skeleton, moment, locale=locale)


@cache
def _locale(tag: str) -> "Locale | None":
    """Return the locale of a language; None when it is none that dates are known in. Loads Babel."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(tag.replace("-", "_"))
    except (UnknownLocaleError, ValueError, TypeError):
        return None
