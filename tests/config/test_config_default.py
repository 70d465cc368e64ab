"""The file with every setting in it says what holds without it."""

import re
import tomllib
from dataclasses import fields
from pathlib import Path

from newsreader.config import Settings, default_config, load_settings

SETTING = re.compile(r"^#(?=[a-z_]+ = )", re.MULTILINE)
EXAMPLE = re.compile(r"^# (?=\[place\]|\[\[places\]\]|\"?[a-z_.]+\"? = )", re.MULTILINE)


def settings_of(file: Path, text: str) -> Settings:
    file.write_text(text)
    return load_settings(config_file=file)


def test_as_it_comes_it_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    assert settings_of(file, default_config()) == settings_of(file, "")


def test_with_its_settings_uncommented_it_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    assert settings_of(file, SETTING.sub("", default_config())) == settings_of(file, "")


def test_it_has_every_setting_there_is() -> None:
    written = tomllib.loads(SETTING.sub("", default_config()))
    default = Settings(Path("/"), Path("/"))
    sections = {"weather": "weather", "refresh": "refresh", "reading": "reading", "library": "keeping"}
    for section, name in sections.items():
        assert list(written[section]) == [field.name for field in fields(getattr(default, name))]


def test_its_examples_hold_too(tmp_path: Path) -> None:
    found = settings_of(tmp_path / "config.toml", EXAMPLE.sub("", default_config()))
    assert found.place is not None
    assert found.place.name == "Stepanakert"
    assert [place.name for place in found.places] == ["Goris"]
    assert found.keys == {"headline.next": "j,down"}
    assert [command.name for command in found.commands] == ["aloud", "translate", "watch"]


def test_the_examples_of_the_readme_hold(tmp_path: Path) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text()
    [example] = re.findall(r"```toml\n(.*?)```", readme, re.DOTALL)
    found = settings_of(tmp_path / "config.toml", example)
    assert [(command.name, command.key) for command in found.commands] == [
        ("aloud", "ctrl+e"), ("translate", "ctrl+t"), ("watch", ""),
    ]  # fmt: skip
