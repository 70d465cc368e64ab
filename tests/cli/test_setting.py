"""Editing the settings: with the reader's own editor, and told at once what is wrong with them."""

import sys
from pathlib import Path

import pytest

from newsreader.cli import run
from newsreader.cli.setting import editor_command
from newsreader.model import ConfigError
from support.terminal import Terminal


def test_the_editor_is_the_readers_own() -> None:
    assert editor_command({"VISUAL": "code --wait", "EDITOR": "vi"}) == ["code", "--wait"]
    assert editor_command({"VISUAL": " ", "EDITOR": "'my editor' -x"}) == ["my editor", "-x"]
    with pytest.raises(ConfigError, match="EDITOR: a quotation mark is missing"):
        editor_command({"EDITOR": "'vi"})


def test_without_any_editor_that_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ConfigError, match="no editor is known; set EDITOR"):
        editor_command({})
    (tmp_path / "vi").touch(mode=0o755)
    assert editor_command({}) == ["vi"]


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an editor that makes mistakes the first time, and mends them the second."""
    script = tmp_path / "editor"
    script.write_text(
        '#!/bin/sh\n[ "$1" = --wait ] || exit 3\n'
        'if grep -q oops "$2"; then : >"$2"; else printf \'[keys]\\noops = "j"\\nundo = "q"\\n\' >"$2"; fi\n'
    )
    script.chmod(0o755)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("VISUAL", f"{script} --wait")
    return tmp_path / "newsreader" / "config.toml"


def test_what_is_wrong_is_told_once_the_editor_is_closed(editor: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["config", "edit"]) == 1
    told = capsys.readouterr().err.splitlines()
    assert told[0].startswith(f"newsreader: {editor}, line 2, key keys.oops: there is no command “oops”")
    assert told[1] == f"newsreader: {editor}, line 3, key keys.undo: q for undo already means “quit” (quit)"
    assert run(["config", "edit"]) == 0
    assert capsys.readouterr().err == ""


def test_an_editor_that_fails_or_is_not_there_is_told(
    editor: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VISUAL", f"{editor.parents[1] / 'editor'} --quick")
    assert run(["config", "edit"]) == 1
    assert "editor ended with 3" in capsys.readouterr().err
    monkeypatch.setenv("VISUAL", "no-such-editor")
    assert run(["config", "edit"]) == 1
    assert "no-such-editor: cannot be started (No such file or directory); set EDITOR" in capsys.readouterr().err


@pytest.mark.terminal
def test_a_person_is_offered_to_edit_again(editor: Path) -> None:
    command = [sys.executable, "-m", "newsreader", "config", "edit"]
    with Terminal(command) as terminal:
        terminal.wait_for("edit it again? [Y/n]")
        terminal.press("\r")
        assert terminal.wait_for_end() == 0
    assert editor.read_text() == ""
