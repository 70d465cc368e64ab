"""The date in the header bar, in English words that do not depend on the process's locale."""

from datetime import date

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
LANGUAGES = ("en",)
"""The languages that dates are written in."""

_ABBREVIATED = 3  # letters of a short name, as in "Thu" and "Mar"


def date_text(moment: date, language: str = "en") -> str:
    """Return the whole date, such as "Thursday, 30 March, 2023" (CLDR pattern ``EEEE, d MMMM, y``).

    Args:
        moment: a date, or a datetime in the zone of the reader; it is drawn as it stands, not converted.
        language: one of ``LANGUAGES``.
    """
    return date_forms(moment, language)[0]


def date_forms(moment: date, language: str = "en") -> tuple[str, ...]:
    """Return the date in every form a header may have room for, from the longest to the shortest.

    They are "Thursday, 30 March, 2023", "Thu 30 March 2023", "Thu 30 Mar" and "30 Mar"; never is one longer
    than the one before it. ``moment`` is drawn as it stands, in its own zone.
    """
    if language not in LANGUAGES:
        raise ValueError(f"no dates in {language!r}")
    day, month = DAYS[moment.weekday()], MONTHS[moment.month - 1]
    short_day, short_month = day[:_ABBREVIATED], month[:_ABBREVIATED]
    return (
        f"{day}, {moment.day} {month}, {moment.year}",
        f"{short_day} {moment.day} {month} {moment.year}",
        f"{short_day} {moment.day} {short_month}",
        f"{moment.day} {short_month}",
    )
