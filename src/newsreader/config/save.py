"""Writing into the settings file, and leaving all else in it as it was."""

from pathlib import Path
from typing import TYPE_CHECKING

from newsreader.config.files import BYTE_ORDER_MARK, read_text, write_text
from newsreader.config.load import parse
from newsreader.config.statements import statements
from newsreader.config.table import Source
from newsreader.model import ConfigError, Place, PlaceError, clean_line

if TYPE_CHECKING:
    from newsreader.config.settings import Settings

_TABLE = ("place",)


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


def save_place(settings: "Settings", place: Place) -> None:
    """Write ``place`` into the settings file; every byte that is not of the old place stays as it was.

    The values in the ``[place]`` section are replaced; without one, it is added at the end. The file is replaced
    in one step, and is the reader's only (0600).

    Raises:
        PlaceError: the coordinates are not on the globe.
        ConfigError: the file cannot be read or written, or is not TOML.
    """
    if not (-90 <= place.latitude <= 90 and -180 <= place.longitude <= 180):
        raise PlaceError("there is no such place on the globe", f"{place.latitude:g}, {place.longitude:g}")
    file = settings.config_file
    old = read_text(file)
    mark = BYTE_ORDER_MARK if old.startswith(BYTE_ORDER_MARK) else ""
    old = old.removeprefix(mark)
    before = parse(Source(file, old))
    text = _with_place(old, _lines(place))
    if parse(Source(file, text)) != before | {"place": _values(place)}:
        raise ConfigError("the place cannot be written between what is there", str(file), "write it by hand")
    write_text(file, mark + text)


def _values(place: Place) -> dict[str, object]:
    name = clean_line(place.name, 80) or f"{place.latitude:g}, {place.longitude:g}"
    values: dict[str, object] = {
        "name": name,
        "latitude": float(place.latitude),
        "longitude": float(place.longitude),
    }
    return values | ({"country": place.country} if place.country else {})


def _lines(place: Place) -> list[str]:
    """Return the lines of the section; JSON's strings are TOML's, once control characters are gone."""
    import json

    return [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in _values(place).items()]


def _with_place(text: str, values: list[str]) -> str:
    """Return ``text`` with the lines of the old place out, and ``values`` below the section's header."""
    end = "\r\n" if "\r\n" in text else "\n"
    section = "".join(line + end for line in values)
    lines = [line + "\n" for line in text.split("\n")]
    lines[-1] = lines[-1].removesuffix("\n")
    header = None
    for statement in reversed(list(statements(text))):
        if statement.header and statement.keys[-1] == _TABLE:
            header = statement.first
        elif not statement.header and statement.keys[0][:1] == _TABLE:
            lines[statement.first : statement.last + 1] = []
    if header is not None:
        lines[header] = lines[header].rstrip("\r\n") + end + section
        return "".join(lines)
    before = "".join(lines)
    gap = "" if not before else end if before.endswith("\n") else end + end
    return f"{before}{gap}[place]{end}{section}"
