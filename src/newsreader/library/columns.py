"""What goes into a column and comes out of it: moments, text and ids that SQLite can hold."""

import json
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import overload

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_LARGEST = 2**63


@overload
def to_column(moment: datetime) -> int: ...


@overload
def to_column(moment: None) -> None: ...


@overload
def to_column(moment: datetime | None) -> int | None: ...


def to_column(moment: datetime | None) -> int | None:
    """Return an aware moment as whole microseconds since 1970, exactly; None stays None."""
    return None if moment is None else (moment - _EPOCH) // _MICROSECOND


def from_column(microseconds: int | None) -> datetime | None:
    """Return the aware UTC moment that ``to_column`` was given; None stays None."""
    return None if microseconds is None else _EPOCH + timedelta(microseconds=microseconds)


def moment(microseconds: int) -> datetime:
    """Return the moment of a column that is never empty."""
    return _EPOCH + timedelta(microseconds=microseconds)


def sound(text: str) -> str:
    """Return ``text`` without lone surrogates, which no UTF-8 column can hold."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def sound_or_none(text: str | None) -> str | None:
    """Return ``text`` without lone surrogates; None stays None."""
    return None if text is None else sound(text)


def is_id(number: int) -> bool:
    """Return whether ``number`` can be an id at all: SQLite raises for integers beyond 64 bits."""
    return 0 < number < _LARGEST


def fitting(number: int) -> int:
    """Return ``number``, or the nearest that 64 bits hold, which is the id of nothing."""
    return max(-_LARGEST, min(number, _LARGEST - 1))


def ids_column(ids: Iterable[int]) -> str:
    """Return ids as one JSON array, for ``json_each``; numbers that can be no id are left out."""
    return json.dumps([number for number in ids if is_id(number)], separators=(",", ":"))
