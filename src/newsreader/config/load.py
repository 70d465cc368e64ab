"""Settings out of their file, every value checked."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from newsreader.config.files import BYTE_ORDER_MARK, read_text
from newsreader.config.own import read_commands
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
from newsreader.config.settings import KeepingSettings, Settings
from newsreader.config.statements import line_of
from newsreader.config.table import SettingError, Source, Table, suggestion
from newsreader.model import ConfigError

Section = TypeVar("Section")

_SECTIONS = ("place", "weather", "refresh", "reading", "library", "keys", "commands")
_LISTS = ("places",)


def load_settings(
    *,
    config_file: Path | None = None,
    library: Path | None = None,
    environ: Mapping[str, str] = os.environ,
) -> Settings:
    """Return the settings as :func:`read_settings` does, all of them understood.

    Raises:
        ConfigError: the file cannot be read, is not TOML, or says what cannot be; file, line and key are named.
    """
    settings = read_settings(config_file=config_file, library=library, environ=environ)
    if settings.mistakes:
        raise settings.mistakes[0]
    return settings


def read_settings(
    *,
    config_file: Path | None = None,
    library: Path | None = None,
    environ: Mapping[str, str] = os.environ,
) -> Settings:
    """Return the settings of the file and, for what it does not say, the defaults. No file is no error.

    A mistake in it is one of ``Settings.mistakes``, and what it stands for has its default. But where it is not
    known how long the library may keep what was read, it keeps all: what is let go of does not come back.

    Args:
        config_file: instead of ``config.toml`` in the platform's folder.
        library: instead of the platform's folder for data.
        environ: where ``XDG_CONFIG_HOME`` and ``XDG_DATA_HOME`` are looked up.

    Raises:
        ConfigError: the home folder is not known.
    """
    file = _absolute(config_file) if config_file else config_path(environ)
    sections = _Sections(file)
    keeping = sections.read("library", read_keeping)
    return Settings(
        library=_absolute(library) if library else library_path(environ),
        config_file=file,
        place=sections.read("place", read_place),
        places=sections.read_each("places", read_other_place),
        weather=sections.read("weather", read_weather),
        refresh=sections.read("refresh", read_refresh),
        reading=sections.read("reading", read_reading),
        keeping=KeepingSettings(None, None) if sections.library_in_doubt else keeping,
        keys=sections.read("keys", read_keys),
        commands=sections.read("commands", read_commands),
        mistakes=tuple(sections.mistakes),
    )


def where_set(settings: Settings, id_: str) -> str:
    """Return file, line and name of the setting that gives a command its keys, for sentences about it."""
    source = Source(settings.config_file, read_text(settings.config_file).removeprefix(BYTE_ORDER_MARK))
    paths = [("keys", id_), ("keys", *id_.split("."))]  # the second as TOML reads an id without quotes
    paths += [("commands", id_.removeprefix("own."), "key")]
    return source.where(next((path for path in paths if line_of(source.text, path) is not None), paths[0]))


class _Sections:
    """The sections of a file, read one by one; ``mistakes`` gathers what is wrong with them."""

    def __init__(self, file: Path) -> None:
        self.mistakes: list[ConfigError] = []
        self._source = Source(file, "")
        self._values: dict[str, object] = {}
        try:
            self._source = Source(file, read_text(file).removeprefix(BYTE_ORDER_MARK))
            self._values = parse(self._source)
        except ConfigError as error:
            self.mistakes.append(error)
        for name in self._values:
            if name not in (*_SECTIONS, *_LISTS):
                advice = suggestion(name, (*_SECTIONS, *_LISTS))
                self.mistakes.append(self._source.error((name,), "there is no such section", advice))

    @property
    def library_in_doubt(self) -> bool:
        """True when something is wrong with the rules of the library, or with the file as such."""
        return any(not isinstance(one, SettingError) or one.key[0] == "library" for one in self.mistakes)

    def read(self, name: str, reader: Callable[[Table], Section]) -> Section:
        """Return what ``reader`` makes of a section, each setting with a mistake left out."""
        table = self._table(name)
        while True:
            try:
                return reader(table)
            except SettingError as error:
                self.mistakes.append(error)
                table = table.without(error.key)

    def read_each(self, name: str, reader: Callable[[Table], Section]) -> tuple[Section, ...]:
        """Return what ``reader`` makes of each section ``[[name]]``; one with a mistake is left out."""
        values = self._values.get(name, [])
        if not isinstance(values, list) or not all(isinstance(one, dict) for one in values):
            advice = f"begin each with [[{name}]] on a line of its own"
            self.mistakes.append(self._source.error((name,), "must be sections", advice))
            return ()
        found: list[Section] = []
        for number, one in enumerate(values):
            try:
                found.append(reader(Table(self._source, name, one, number=number)))
            except SettingError as error:
                self.mistakes.append(error)
        return tuple(found)

    def _table(self, name: str) -> Table:
        try:
            return section(self._source, name, self._values)
        except SettingError as error:
            self.mistakes.append(error)
            return Table(self._source, name, {})


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
        SettingError: it is no section.
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
