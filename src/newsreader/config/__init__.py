"""The settings: a frozen value from a TOML file that need not exist, and careful writing into that file."""

from newsreader.config.load import load_settings, read_settings, where_set
from newsreader.config.own import Form, Output, OwnCommand
from newsreader.config.paths import config_path, library_path
from newsreader.config.save import default_config, save_places, write_default_config
from newsreader.config.settings import (
    Bidi,
    Clock,
    Images,
    KeepingSettings,
    ReadingSettings,
    RefreshSettings,
    Settings,
    WeatherSettings,
)

__all__ = [
    "Bidi",
    "Clock",
    "Form",
    "Images",
    "KeepingSettings",
    "Output",
    "OwnCommand",
    "ReadingSettings",
    "RefreshSettings",
    "Settings",
    "WeatherSettings",
    "config_path",
    "default_config",
    "library_path",
    "load_settings",
    "read_settings",
    "save_places",
    "where_set",
    "write_default_config",
]
