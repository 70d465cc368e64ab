"""Where the settings and the library are on this system, unless the reader says otherwise."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from newsreader.model import ConfigError

_NAME = "newsreader"


def config_path(environ: Mapping[str, str] = os.environ) -> Path:
    """Return the settings file: ``config.toml`` in the platform's folder, ``XDG_CONFIG_HOME`` honoured.

    Raises:
        ConfigError: the home folder is not known.
    """
    import platformdirs

    with _home_needed("XDG_CONFIG_HOME"):
        folder = _xdg(environ, "XDG_CONFIG_HOME") or platformdirs.user_config_path(_NAME, appauthor=False)
    return folder / "config.toml"


def library_path(environ: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of the library in the platform's folder for data, ``XDG_DATA_HOME`` honoured.

    Raises:
        ConfigError: the home folder is not known.
    """
    import platformdirs

    with _home_needed("XDG_DATA_HOME"):
        return _xdg(environ, "XDG_DATA_HOME") or platformdirs.user_data_path(_NAME, appauthor=False)


@contextmanager
def _home_needed(name: str) -> Iterator[None]:
    """Tell a reader without HOME or an entry in passwd, as in some containers, what to set."""
    try:
        yield
    except RuntimeError as error:  # as platformdirs and pathlib raise it
        advice = f"set HOME, or {name}, to a folder of yours"
        raise ConfigError("your home folder is not known", "", advice) from error


def _xdg(environ: Mapping[str, str], name: str) -> Path | None:
    """Return our folder in the one that ``name`` names; a relative path counts as none (XDG base directories)."""
    base = environ.get(name, "").strip()
    return Path(base) / _NAME if Path(base).is_absolute() else None
