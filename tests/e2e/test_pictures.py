"""Pictures on a terminal that holds them itself: the program as it is, from its settings to what it sends."""

import io
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

import newsreader.demo
from e2e.conftest import OpenReader
from newsreader.tui.widgets.kitty import PLACEHOLDER
from support.graphics import Held, commands, held
from support.terminal import Terminal

pytestmark = pytest.mark.terminal

SHIPPED = Path(newsreader.demo.__file__).parent / "pictures" / "lighthouse.jpg"


def shown(terminal: Terminal) -> Held | None:
    """Return the picture that the terminal holds and whose placeholders are all on the screen, if there is one."""
    colours = terminal.colours(PLACEHOLDER)
    for id_, picture in held(commands(terminal.sent.decode(errors="ignore"))).items():
        rows = sum(line.count(PLACEHOLDER) == picture.columns for line in terminal.lines)
        if f"{id_:06x}" in colours and rows == picture.rows:
            return picture
    return None


def test_kitty_is_handed_a_picture_and_told_to_forget_it(reader: OpenReader, tmp_path: Path) -> None:
    (tmp_path / "config" / "newsreader").mkdir(parents=True)
    (tmp_path / "config" / "newsreader" / "config.toml").write_text('[reading]\nimages = "kitty"\n')
    demo = reader("--demo")
    demo.wait_for("Welcome to your newspaper")
    demo.press("j")
    demo.wait_for(lambda terminal: "Tarn Point, ten minutes" in terminal.text and shown(terminal) is not None)
    picture = shown(demo)
    assert picture is not None
    with Image.open(io.BytesIO(picture.png)) as sent, Image.open(SHIPPED) as shipped:
        apart = ImageStat.Stat(ImageChops.difference(sent, shipped.convert("RGB").resize(sent.size)))
        assert sent.width > 6 * picture.columns
    assert max(apart.mean) < 4
    demo.press("q")
    assert demo.wait_for_end() == 0
    assert held(commands(demo.sent.decode())) == {}
