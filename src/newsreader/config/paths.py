"""Where the settings and the library are on this system, unless the reader says otherwise."""

import os
from collections.abc import Mapping
from pathlib import Path

_NAME = "newsreader"


def config_path(environ: Mapping[str, str] = os.environ) -> Path:
    """Return the settings file: ``config.toml`` in the platform's folder, ``XDG_CONFIG_HOME`` honoured."""
    import platformdirs

    folder = _xdg(environ, "XDG_CONFIG_HOME") or platformdirs.user_config_path(_NAME, appauthor=False)
    return folder / "config.toml"


def library_path(environ: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of the library in the platform's folder for data, ``XDG_DATA_HOME`` honoured."""
    import platformdirs

    return _xdg(environ, "XDG_DATA_HOME") or platformdirs.user_data_path(_NAME, appauthor=False)


def _xdg(environ: Mapping[str, str], name: str) -> Path | None:
    """Return our folder in the one that ``name`` names; a relative path counts as none (XDG base directories)."""
    base = environ.get(name, "").strip()
    return Path(base) / _NAME if Path(base).is_absolute() else None
