"""Make the pictures of the README: the program itself, driven through its built-in edition on 30 March 2023.

Run ``python screenshots/make.py``; names after it choose some of them, ``--to FOLDER`` says where they go.
"""

import argparse
import asyncio
import os
import re
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

from rich.cells import cell_len
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from newsreader.config import Settings, load_settings
from newsreader.demo import Edition
from newsreader.tui import NewsreaderApp
from newsreader.wiring import demo_settings, make_app, open_newsroom
from newsreader.workshop import Workshop

HERE = Path(__file__).parent
MOMENT = datetime(2023, 3, 30, 18, 40, tzinfo=UTC)
PATIENCE = 20.0
"""Seconds to wait for what a picture must show."""


@dataclass(frozen=True)
class Shot:
    """A picture: a name, a size in cells, a theme, the keys pressed, and the words it must show in the end.

    Keys are in steps; before each step is taken, what was asked for must have come.
    """

    name: str
    columns: int
    rows: int
    steps: tuple[tuple[str, ...], ...]
    shows: str
    theme: str = "night"


KEEPER = ("j",)
SHOTS = (
    Shot("wide", 120, 40, (KEEPER,), "▀▀▀▀"),
    Shot("day", 120, 40, (KEEPER,), "▀▀▀▀", theme="day"),
    Shot("small", 80, 24, (KEEPER, ("m",)), "The boat"),
    Shot("article", 120, 40, (("j", "j", "j"), ("enter", "z", "space")), "Height"),
    Shot("bookmarks", 120, 40, (KEEPER, ("b",), ("j", "b"), ("B",)), "★"),
    Shot("help", 120, 40, (("question_mark",),), "next headline"),
)


def frozen() -> datetime:
    """Return the moment at which every picture is taken."""
    return MOMENT


async def take(shot: Shot, settings: Settings, edition: Edition) -> str:
    """Return one picture as SVG."""
    with tempfile.TemporaryDirectory() as folder:
        workshop = Workshop()
        newsroom = open_newsroom(
            demo_settings(settings, edition, Path(folder) / "library"), now=frozen, workshop=workshop
        )

        async def opening() -> None:
            await newsroom.sources.add(edition.feed_url)

        app = make_app(newsroom, settings, opening=opening, now=frozen)
        try:
            async with app.run_test(size=(shot.columns, shot.rows)) as pilot:
                assert app.wardrobe.choose(shot.theme)
                await settled(app, pilot, "+18")
                for step in shot.steps:
                    await pilot.press(*step)
                    await settled(app, pilot, "")
                await settled(app, pilot, shot.shows)
                return tidy(app.export_screenshot(title="newsreader"))
        finally:
            await newsroom.close()


async def settled(app: NewsreaderApp, pilot: Pilot[None], words: str) -> None:
    """Wait until no work is under way and the screen shows ``words``."""
    async with asyncio.timeout(PATIENCE):
        while True:
            with suppress(WorkerCancelled):  # by a newer one that does the same
                await app.workers.wait_for_complete()
            await pilot.pause(0.2)
            if not len(app.workers) and words in shown(app.export_screenshot()):
                return


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


async def make(names: set[str]) -> dict[str, str]:
    """Return pictures by name: those of ``names``, or all of them when it is empty."""
    with plain_settings() as settings, Edition(frozen) as edition:
        return {shot.name: await take(shot, settings, edition) for shot in SHOTS if not names or shot.name in names}


def main() -> None:
    """Write the pictures."""
    os.environ["TZ"] = "Asia/Baku"  # the zone of Stepanakert
    os.environ["COLORTERM"] = "truecolor"  # pictures need more than sixteen colours
    time.tzset()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="which pictures; all if not said")
    parser.add_argument("--to", type=Path, default=HERE, help="the folder to write to")
    args = parser.parse_args()
    for name, svg in asyncio.run(make(set(args.names))).items():
        (args.to / f"{name}.svg").write_text(svg, "utf-8")
        print(args.to / f"{name}.svg")


if __name__ == "__main__":
    main()
