"""Where in a TOML file its keys stand: the file taken apart into statements, for errors and for careful edits."""

from collections.abc import Iterator
from dataclasses import dataclass

Path = tuple[str, ...]
"""A key from the root of the file, such as ``("weather", "units")``."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One table header or one ``key = value``; comments and empty lines between are no part of any.

    Attributes:
        first, last: the lines it stands on, counted from 0.
        header: True for ``[table]`` and ``[[table]]``.
        keys: every key that it names or gives a value, outermost first.
    """

    first: int
    last: int
    header: bool
    keys: tuple[Path, ...]


def statements(text: str) -> Iterator[Statement]:
    """Yield the statements of ``text``, which must be valid TOML.

    In TOML a statement begins on a line of its own, and its lines are not valid without those that follow: so
    lines are added until ``tomllib`` can read them.
    """
    import tomllib

    table: Path = ()
    lines = text.replace("\r\n", "\n").split("\n")
    first = 0
    for last in range(len(lines)):
        try:
            values = tomllib.loads("\n".join(lines[first : last + 1]))
        except tomllib.TOMLDecodeError:
            continue
        if values:
            header = lines[first].lstrip(" \t").startswith("[")
            keys = tuple(_keys(values))
            table = keys[-1] if header else table
            yield Statement(first, last, header, keys if header else tuple((*table, *key) for key in keys))
        first = last + 1


def line_of(text: str, path: Path, number: int = 0) -> int | None:
    """Return the line, counted from 1, on which ``path`` or what is in it first stands; None if it does not.

    Where several tables have one name, as ``[[places]]``, ``number`` says which is meant, from 0.
    """
    table = -1  # how many of that name have begun
    for statement in statements(text):
        table += statement.header and statement.keys[-1] == path[:1]
        if table in {-1, number} and any(key[: len(path)] == path for key in statement.keys):
            return statement.first + 1
    return None


def _keys(values: dict[str, object]) -> Iterator[Path]:
    for name, value in values.items():
        yield (name,)
        inner = value[0] if isinstance(value, list) and value else value  # [[table]] reads as a list of one
        if isinstance(inner, dict):
            for path in _keys(inner):
                yield (name, *path)
