"""One table of the settings file, its values taken key by key; what cannot be meant is an error at its line."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from newsreader.config.statements import line_of
from newsreader.model import ConfigError, clean_line, web_address

Choice = TypeVar("Choice", bound=StrEnum)
Value = TypeVar("Value")


class SettingError(ConfigError):
    """One setting is not what it should be; ``key`` is its path from the root of the file."""

    def __init__(self, what: str, where: str, advice: str, key: tuple[str, ...]) -> None:
        super().__init__(what, where, advice)
        self.args = (what, where, advice, key)
        self.key = key


@dataclass(frozen=True, slots=True)
class Source:
    """The file that is read, for errors that name it and the line."""

    file: Path
    text: str

    def where(self, key: tuple[str, ...], number: int = 0) -> str:
        """Return file, line and name of ``key``, a path from the root of the file, in the table of that number."""
        line = line_of(self.text, key, number)
        return str(self.file) + (f", line {line}" if line else "") + f", key {clean_line('.'.join(key), 80)}"

    def error(self, key: tuple[str, ...], what: str, advice: str = "", number: int = 0) -> SettingError:
        """Return the error for ``key``."""
        return SettingError(what, self.where(key, number), advice, key)


@dataclass(frozen=True, slots=True)
class Table:
    """The values of one table; each method takes a key and what it is when the file does not say.

    All of them raise SettingError for a value that is not what it should be. ``above`` is the table it stands in;
    of several tables of one name, this is the one of that ``number``, from 0.
    """

    source: Source
    name: str
    values: Mapping[str, object]
    number: int = 0
    above: tuple[str, ...] = ()

    @property
    def path(self) -> tuple[str, ...]:
        """Its names from the root of the file."""
        return (*self.above, self.name)

    def section(self, name: str) -> "Table":
        """Return the table ``name`` in this one."""
        values = self.values[name]
        if not isinstance(values, dict):
            raise self.error(name, "must be a section", f"begin it with [{self.name}.{name}] on a line of its own")
        return Table(self.source, name, values, above=self.path)

    def without(self, path: tuple[str, ...]) -> "Table":
        """Return the table as if what stands at ``path``, which begins at the root of the file, was not there."""
        return replace(self, values=_without(self.values, path[1:]))

    def only(self, known: Iterable[str]) -> None:
        """Refuse keys that are not ``known``."""
        names = tuple(known)
        for key in self.values:
            if key not in names:
                raise self.error(key, "there is no such setting", suggestion(key, names))

    def text(self, key: str, default: str, *, longest: int = 80) -> str:
        """Return a line of text, not empty."""
        value = self.values.get(key, default)
        if not isinstance(value, str):
            raise self.error(key, "must be text in quotes")
        if not clean_line(value):
            raise self.error(key, "must not be empty")
        if clean_line(value, longest) != value:
            raise self.error(key, f"must be one line of at most {longest} characters, no blanks at its ends")
        return value

    def choice(self, key: str, default: Choice) -> Choice:
        """Return one of the values of an enumeration."""
        value = self.values.get(key, default)
        for choice in type(default):
            if choice == value:
                return choice
        allowed = ", ".join(type(default))
        raise self.error(key, f"cannot be {_shown(value)}", f"it may be {allowed}")

    def flag(self, key: str, default: bool) -> bool:
        """Return true or false."""
        value = self.values.get(key, default)
        if not isinstance(value, bool):
            raise self.error(key, f"cannot be {_shown(value)}", "it may be true or false, without quotes")
        return value

    def whole(self, key: str, default: int, low: int, high: int) -> int:
        """Return a whole number from ``low`` to ``high``."""
        value = self.values.get(key, default)
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            raise self.error(key, f"cannot be {_shown(value)}", f"it may be a whole number from {low} to {high}")
        return value

    def degrees(self, key: str, limit: int) -> float:
        """Return a coordinate from -``limit`` to ``limit``; it must be there."""
        value = self.values.get(key)
        if isinstance(value, int | float) and not isinstance(value, bool) and -limit <= value <= limit:
            return float(value)  # not a number (nan) is not between them either
        raise self.error(key, f"cannot be {_shown(value)}", f"it may be a number from -{limit} to {limit}")

    def address(self, key: str, default: str) -> str:
        """Return a web address, which no error shows: it may hold a key that is nobody's business."""
        value = self.values.get(key, default)
        address = web_address(value) if isinstance(value, str) else None
        if not isinstance(value, str) or address is None:
            raise self.error(key, "is no web address", 'it may be one such as "https://host/path"')
        if "@" in value.partition("//")[2].partition("/")[0]:
            raise self.error(key, "holds a user name, which is not sent", "leave out what stands before the @")
        return address

    def parsed(self, key: str, default: Value, parse: Callable[[str], Value], advice: str) -> Value:
        """Return what ``parse`` makes of a text; it raises ValueError for what it cannot read."""
        if key not in self.values:
            return default
        value = self.values[key]
        try:
            if isinstance(value, str):
                return parse(value)
        except ValueError:
            pass
        raise self.error(key, f"cannot be {_shown(value)}", advice)

    def error(self, key: str, what: str, advice: str = "") -> SettingError:
        """Return the error for ``key`` in this table."""
        return self.source.error((*self.path, key), what, advice, self.number)

    def itself(self, what: str, advice: str = "") -> SettingError:
        """Return the error for the table as such."""
        return self.source.error(self.path, what, advice, self.number)


def _without(values: Mapping[str, object], path: tuple[str, ...]) -> Mapping[str, object]:
    if not path:
        return {}
    name, *rest = path
    inner = values.get(name)
    kept = {key: value for key, value in values.items() if key != name}
    return kept | {name: _without(inner, tuple(rest))} if rest and isinstance(inner, Mapping) else kept


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return the advice for an unknown word: the one that was probably meant, and all there are."""
    from difflib import get_close_matches

    names = list(known)
    close = get_close_matches(word, names, n=1)
    meant = f"did you mean {close[0]}? " if close else ""
    return f"{meant}there are {', '.join(names)}"


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{clean_line(value, 40)}"' if isinstance(value, str) else clean_line(str(value), 40)
