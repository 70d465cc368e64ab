"""JSON from a weather service, opened strictly: what is not exactly as documented is an error, never a value."""

import json
from typing import NoReturn

from newsreader.model import WeatherError


def read_json(body: bytes, service: str) -> object:
    """Return what ``body`` says in JSON (RFC 8259: no NaN, no Infinity).

    Raises:
        WeatherError: it is something else, such as a page.
    """
    try:
        value: object = json.loads(body.decode("utf-8-sig"), parse_constant=_refuse)
    except (ValueError, RecursionError) as error:  # UnicodeDecodeError and JSONDecodeError are ValueErrors
        raise nonsense(service, "an answer that is not JSON") from error
    return value


def member(value: object, service: str, *path: str) -> object:
    """Return what stands at ``path``, names of objects within objects, in ``value``.

    Raises:
        WeatherError: nothing stands there.
    """
    for name in path:
        if not isinstance(value, dict) or name not in value:
            raise nonsense(service, f"an answer without {'.'.join(path)}")
        value = value[name]
    return value


def optional(value: object, *path: str) -> object:
    """Return what stands at ``path`` in ``value``, or None when nothing does."""
    try:
        return member(value, "", *path)
    except WeatherError:
        return None


def number(value: object, service: str, what: str, low: float, high: float) -> float:
    """Return ``value`` when it is a number from ``low`` to ``high``, both finite.

    Raises:
        WeatherError: it is text, true, nothing, or beyond what can be meant.
    """
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise nonsense(service, f"a {what} that is not a number")
    if not low <= value <= high:  # not a number (nan) is not between them either
        raise nonsense(service, f"a {what} that cannot be")
    return float(value)


def nonsense(service: str, what: str) -> WeatherError:
    """Return the error for a service that sent ``what``."""
    return WeatherError(f"{service} sent {what}", advice="try again later")


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)
