"""Settings out of their file, every value checked."""

import os
from collections.abc import Mapping
from pathlib import Path

from newsreader.config.files import BYTE_ORDER_MARK, read_text
from newsreader.config.paths import config_path, library_path
from newsreader.config.sections import (
    read_keeping,
    read_keys,
    read_other_place,
    read_place,
    read_reading,
    read_refresh,
    read_weather,
)
from newsreader.config.settings import Settings
from newsreader.config.table import Source, Table, suggestion
from newsreader.model import ConfigError

_SECTIONS = ("place", "weather", "refresh", "reading", "library", "keys")
_LISTS = ("places",)


def load_settings(
    *,
    config_file: Path | None = None,
    library: Path | None = None,
    environ: Mapping[str, str] = os.environ,
) -> Settings:
    """Return the settings of the file and, for what it does not say, the defaults. No file is no error.

    Args:
        config_file: instead of ``config.toml`` in the platform's folder.
        library: instead of the platform's folder for data.
        environ: where ``XDG_CONFIG_HOME`` and ``XDG_DATA_HOME`` are looked up.

    Raises:
        ConfigError: the file cannot be read, is not TOML, or says what cannot be; file, line and key are named.
    """
    file = _absolute(config_file) if config_file else config_path(environ)
    source = Source(file, read_text(file).removeprefix(BYTE_ORDER_MARK))
    values = parse(source)
    tables = {name: _table(source, name, values) for name in _SECTIONS}
    for name in values:
        if name not in (*_SECTIONS, *_LISTS):
            raise source.error((name,), "there is no such section", suggestion(name, (*_SECTIONS, *_LISTS)))
    return Settings(
        library=_absolute(library) if library else library_path(environ),
        config_file=file,
        place=read_place(tables["place"]),
        places=tuple(map(read_other_place, _list(source, "places", values))),
        weather=read_weather(tables["weather"]),
        refresh=read_refresh(tables["refresh"]),
        reading=read_reading(tables["reading"]),
        keeping=read_keeping(tables["library"]),
        keys=read_keys(tables["keys"]),
    )


def parse(source: Source) -> dict[str, object]:
    """Return what the file says in TOML.

    Raises:
        ConfigError: it is not TOML; line and column are named.
    """
    if not source.text:
        return {}  # most readers have no such file: their first paint need not wait for a parser
    import tomllib

    try:
        return tomllib.loads(source.text)
    except (ValueError, RecursionError) as error:  # RecursionError: arrays nested a thousand deep
        what, _, spot = str(error).rpartition(" (at ")
        where = f"{source.file}, {spot.removesuffix(')')}" if what else str(source.file)
        raise ConfigError(
            f"this is not TOML: {what or error}", where, 'text stands in quotes: key = "value"'
        ) from error


def _table(source: Source, name: str, values: Mapping[str, object]) -> Table:
    table = values.get(name, {})
    if not isinstance(table, dict):
        raise source.error((name,), "must be a section", f"begin it with [{name}] on a line of its own")
    return Table(source, name, table)


def _list(source: Source, name: str, values: Mapping[str, object]) -> list[Table]:
    """Return the tables of one name, each begun with ``[[name]]``."""
    tables = values.get(name, [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise source.error((name,), "must be sections", f"begin each with [[{name}]] on a line of its own")
    return [Table(source, name, table, number) for number, table in enumerate(tables)]


def _absolute(path: Path) -> Path:
    try:
        return path.expanduser().absolute()
    except RuntimeError:  # a "~name" of nobody: then it is a file of that name
        return path.absolute()
