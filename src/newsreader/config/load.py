"""Settings out of their file, every value checked."""

import os
from collections.abc import Mapping
from pathlib import Path

from newsreader.config.files import BYTE_ORDER_MARK, read_text
from newsreader.config.paths import config_path, library_path
from newsreader.config.sections import read_keeping, read_keys, read_place, read_reading, read_refresh, read_weather
from newsreader.config.settings import Settings
from newsreader.config.table import Source, Table, suggestion
from newsreader.model import ConfigError

_SECTIONS = ("place", "weather", "refresh", "reading", "library", "keys")


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
    tables = {name: section(source, name, values) for name in _SECTIONS}
    for name in values:
        if name not in _SECTIONS:
            raise source.error((name,), "there is no such section", suggestion(name, _SECTIONS))
    return Settings(
        library=_absolute(library) if library else library_path(environ),
        config_file=file,
        place=read_place(tables["place"]),
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


def section(source: Source, name: str, values: Mapping[str, object]) -> Table:
    """Return a section of ``values``, an empty one where there is none.

    Raises:
        ConfigError: it is no section.
    """
    table = values.get(name, {})
    if not isinstance(table, dict):
        raise source.error((name,), "must be a section", f"begin it with [{name}] on a line of its own")
    return Table(source, name, table)


def _absolute(path: Path) -> Path:
    try:
        return path.expanduser().absolute()
    except RuntimeError:  # a "~name" of nobody: then it is a file of that name
        return path.absolute()
