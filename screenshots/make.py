"""Make the pictures of the README: the program itself, driven through its built-in edition on 30 March 2023.

Run ``python screenshots/make.py``; ``--to FOLDER`` says where they go. All are taken in one sitting: each picture
goes on where the one before it ended.
"""

import argparse
import asyncio
import io
import os
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from newsreader.config import Settings, load_settings
from newsreader.demo import Edition
from newsreader.formats.columns import wrapped
from newsreader.plain import Talk, converse
from newsreader.tui import NewsreaderApp
from newsreader.tui.screens import looking
from newsreader.tui.widgets.notice import Notice
from newsreader.wiring import demo_settings, make_app, open_newsroom

HERE = Path(__file__).parent
MOMENT = datetime(2023, 3, 30, 18, 40, tzinfo=UTC)
PATIENCE = 30.0
"""Seconds to wait for what a picture must show."""
USUAL = (120, 40)


@dataclass(frozen=True)
class Shot:
    """A picture: a name, the keys pressed for it, the words it must show in the end, a theme and a size in cells.

    Keys are in steps; before each step is taken, what was asked for must have come.
    """

    name: str
    steps: tuple[tuple[str, ...], ...]
    shows: str
    theme: str = "night"
    size: tuple[int, int] = USUAL


def typed(words: str) -> tuple[str, ...]:
    """Return the keys that type ``words``."""
    return tuple({" ": "space", ":": "colon"}.get(letter, letter) for letter in words)


SHOTS = (
    Shot("wide", (("j",),), "▀▀▀▀"),
    Shot("day", (), "▀▀▀▀", theme="day"),
    Shot("small", (("j", "j"),), "Gull Island", size=(80, 24)),
    Shot("article", (("enter", "z", "space"),), "Height"),
    Shot("sepia", (("escape",), ("G", *"kkkkkk"), ("enter", "z")), "▀▀▀▀", theme="sepia", size=(90, 34)),
    Shot("search", (("escape", "1", "/"), typed("page is:unread"), ("enter",), ("j",) * 5), "An inventory"),
    Shot("bookmarks", (("escape", "g", "g", "b"), ("j", "b"), ("j", "b"), ("3",)), "3 kept"),
    Shot("weather", (("1", "w"),), "humidity", size=(100, 34)),
    Shot("help", (("escape", "question_mark"),), "next headline"),
    Shot("palette", (("escape", "colon"), typed("the")), "The keeper"),
)
SOURCES = Shot("sources", (("escape",), ("1", "g", "g", "j", "j"), ("0",)), "The Harbour Bell", size=(200, 60))
TALK = ("2", "l for Monday #sea", "u", "q")
"""What is typed in the plain mode."""


def frozen() -> datetime:
    """Return the moment at which every picture is taken."""
    return MOMENT


async def sit(settings: Settings, edition: Edition) -> dict[str, str]:
    """Return every picture of the screen as SVG, by its name."""
    from screenshots.neighbours import PAPERS

    newsroom = open_newsroom(settings, now=frozen)

    async def opening() -> None:
        await newsroom.sources.add(edition.feed_url)

    app = make_app(newsroom, settings, opening=opening, now=frozen)
    try:
        async with app.run_test(size=USUAL) as pilot:
            await settled(app, pilot, "+18")
            pictures = {shot.name: await take(shot, app, pilot) for shot in SHOTS}
            for paper in PAPERS:
                await newsroom.sources.add(paper.url, paper.folder)
            return pictures | {SOURCES.name: await take(SOURCES, app, pilot)}
    finally:
        await newsroom.close()


async def take(shot: Shot, app: NewsreaderApp, pilot: Pilot[None]) -> str:
    """Return one picture as SVG."""
    await pilot.resize_terminal(*shot.size)
    assert app.wardrobe.choose(shot.theme)
    for step in shot.steps:
        await settled(app, pilot)
        await pilot.press(*step)
    await settled(app, pilot, shot.shows)
    for notice in app.screen.query(Notice):  # it goes by itself, sooner or later
        notice.hush()
    await settled(app, pilot)
    return tidy(app.export_screenshot(title="newsreader"))


def talk(settings: Settings) -> str:
    """Return a picture of the plain mode."""
    page = Console(file=io.StringIO(), width=80, record=True, force_terminal=True, legacy_windows=False)
    lines = list(TALK)

    def tell(text: str) -> None:
        page.print("\n".join(wrapped(text, page.width - 1)), markup=False, highlight=False)

    def ask(prompt: str) -> str:
        page.print(prompt + lines[0], markup=False, highlight=False)
        return lines.pop(0)

    newsroom = open_newsroom(settings, now=frozen)
    converse(newsroom, Talk(ask, tell, lambda: None), now=lambda: frozen().astimezone(), opener=lambda _: None)
    return tidy(page.export_svg(title="newsreader --plain"))


async def settled(app: NewsreaderApp, pilot: Pilot[None], words: str = "") -> None:
    """Wait until no work is under way and the screen shows ``words``.

    Raises:
        TimeoutError: it does not come to that; says what the screen shows instead.
    """
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with suppress(WorkerCancelled):  # by a newer one that does the same
            await app.workers.wait_for_complete()
        await pilot.pause(0.1)
        if not len(app.workers) and (not words or words in shown(app.export_screenshot())):
            return
    raise TimeoutError(f"waited in vain for {words!r}; the screen shows: {shown(app.export_screenshot())}")


def shown(svg: str) -> str:
    """Return the text of a picture."""
    return unescape("".join(re.findall(r"<text [^>]*>([^<]*)</text>", svg))).replace("\xa0", " ")


def tidy(svg: str) -> str:
    """Return ``svg`` with no fonts from elsewhere: each reader's own monospace font holds the grid.

    Rich gives every character the width of one cell; those of Chinese and Japanese take two.
    """
    svg = re.sub(r'textLength="([\d.]+)"([^>]*)>([^<]*)</text>', _in_cells, svg)
    svg = re.sub(r"@font-face\s*\{.*?\}\s*", "", svg, flags=re.DOTALL)
    return re.sub(r"font-family:[^;]*;", "font-family: 'DejaVu Sans Mono', Menlo, Consolas, monospace;", svg)


def _in_cells(run: re.Match[str]) -> str:
    text = unescape(run[3])
    length = float(run[1]) / len(text) * cell_len(text)
    return f'textLength="{length:g}"{run[2]}>{run[3]}</text>'


@contextmanager
def plain_settings() -> Iterator[Settings]:
    """Give the default settings, whatever the person who makes the pictures has set."""
    with tempfile.TemporaryDirectory() as folder:
        yield load_settings(config_file=Path(folder) / "none.toml", library=Path(folder), environ={})


def make() -> dict[str, str]:
    """Return all pictures by name."""
    from screenshots.neighbours import asked_by_this_process

    with plain_settings() as settings, Edition(frozen) as edition, asked_by_this_process(frozen):
        settings = demo_settings(settings, edition, settings.library)
        return asyncio.run(sit(settings, edition)) | {"plain": talk(settings)}


def main() -> None:
    """Write the pictures."""
    sys.path.append(str(HERE.parent))  # what stands beside this file, by the name it has everywhere
    os.environ["TZ"] = "Asia/Baku"  # the zone of Stepanakert
    os.environ["COLORTERM"] = "truecolor"  # pictures need more than sixteen colours
    time.tzset()
    looking.READ_AFTER = 3600.0  # a slow machine would read more in passing than a fast one
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, default=HERE, help="the folder to write to")
    args = parser.parse_args()
    for name, svg in make().items():
        (args.to / f"{name}.svg").write_text(svg, "utf-8")
        print(args.to / f"{name}.svg")


if __name__ == "__main__":
    main()
