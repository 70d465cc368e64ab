"""Writing into the settings file, and leaving all else in it as it was."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from newsreader.config.files import BYTE_ORDER_MARK, read_text, write_text
from newsreader.config.load import parse
from newsreader.config.statements import statements
from newsreader.config.table import Source
from newsreader.model import ConfigError, Place, PlaceError, clean_line

if TYPE_CHECKING:
    from newsreader.config.settings import Settings

_TABLE, _TABLES = ("place",), ("places",)


def default_config() -> str:
    """Return a settings file that says nothing and explains everything: each setting commented, at its default."""
    from importlib import resources

    return (resources.files("newsreader.config") / "default.toml").read_text("utf-8")


def write_default_config(file: Path) -> None:
    """Write ``default_config`` to ``file``, which the reader is about to edit; one that is there stays.

    Raises:
        ConfigError: it cannot be written.
    """
    if not file.exists():
        write_text(file, default_config())


def save_places(settings: "Settings", places: Sequence[Place]) -> None:
    """Write ``places`` into the settings file; every byte that is not of the old ones stays as it was.

    The first is the section ``[place]``, where it stands or at the end; each other a ``[[places]]`` after it. The
    file is replaced in one step, and is the reader's only (0600).

    Raises:
        PlaceError: the coordinates of one are not on the globe.
        ConfigError: the file cannot be read or written, or is not TOML.
    """
    for place in places:
        if not (-90 <= place.latitude <= 90 and -180 <= place.longitude <= 180):
            raise PlaceError("there is no such place on the globe", f"{place.latitude:g}, {place.longitude:g}")
    file = settings.config_file
    old = read_text(file)
    mark = BYTE_ORDER_MARK if old.startswith(BYTE_ORDER_MARK) else ""
    old = old.removeprefix(mark)
    wanted = {name: value for name, value in parse(Source(file, old)).items() if name not in {"place", "places"}}
    if places:
        wanted["place"] = _values(places[0])
    if places[1:]:
        wanted["places"] = [_values(place) for place in places[1:]]
    text = _with_places(old, [_lines(place) for place in places])
    if parse(Source(file, text)) != wanted:
        raise ConfigError("the place cannot be written between what is there", str(file), "write it by hand")
    write_text(file, mark + text)


def _values(place: Place) -> dict[str, object]:
    name = clean_line(place.name, 80) or f"{place.latitude:g}, {place.longitude:g}"
    values: dict[str, object] = {
        "name": name,
        "latitude": float(place.latitude),
        "longitude": float(place.longitude),
    }
    return values | {key: told for key, told in (("country", place.country), ("zone", place.zone)) if told}


def _lines(place: Place) -> list[str]:
    """Return the lines of a section; JSON's strings are TOML's, once control characters are gone."""
    import json

    return [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in _values(place).items()]


def _with_places(text: str, places: Sequence[Sequence[str]]) -> str:
    """Return ``text`` with the lines of the old places out, and those of ``places`` where the first stood."""
    end = "\r\n" if "\r\n" in text else "\n"
    sections = [end.join([*lines, ""]) for lines in places]
    section = f"{end}[[places]]{end}".join(sections)
    lines, header = _without_places(text)
    if header is not None:
        lines[header] = lines[header].rstrip("\r\n") + end + section if sections else ""
        return "".join(lines)
    before = "".join(lines)
    gap = "" if not before else end if before.endswith("\n") else end + end
    return f"{before}{gap}[place]{end}{section}" if sections else before


def _without_places(text: str) -> tuple[list[str], int | None]:
    """Return the lines of ``text`` less those of places, and the number of the line that begins ``[place]``."""
    lines = [line + "\n" for line in text.split("\n")]
    lines[-1] = lines[-1].removesuffix("\n")
    header = None
    for statement in reversed(list(statements(text))):
        if statement.header and statement.keys[-1] == _TABLE:
            header = statement.first
        elif statement.keys[-1] == _TABLES if statement.header else statement.keys[0][:1] in {_TABLE, _TABLES}:
            for number in range(statement.first, statement.last + 1):
                lines[number] = ""
            if statement.header and statement.first and not lines[statement.first - 1].strip():
                lines[statement.first - 1] = ""  # the empty line before it came with it
    return lines, header
