"""The gallery drawn: its lines in panes of several widths, and how each kind of text looks in each theme.

The files of ``tests/tui/gallery`` are made again by ``python -m support.drawn_gallery`` in the folder ``tests``.
"""

import asyncio
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Any, ClassVar, cast

from rich.style import Style
from textual.app import ComposeResult
from textual.pilot import Pilot
from textual.screen import Screen
from textual.strip import Strip

import newsreader.tui
from newsreader.tui import NewsreaderApp
from newsreader.tui.commands import COMMANDS
from newsreader.tui.widgets.article_view import ArticleView
from newsreader.tui.widgets.cells import cell_len
from newsreader.tui.widgets.half_blocks import picture_rows
from newsreader.tui.widgets.lines import Line, Look
from support.gallery import BLOCKS, HEAD, PICTURE, SHIPS, SHORT_HEAD
from support.newsroom_double import NOON

FOLDER = Path(__file__).parent.parent / "tui" / "gallery"
WIDTHS = (60, 80, 120, 200)
ROWS = 10
THEMES = [command.id.removeprefix("theme.") for command in COMMANDS if command.id.startswith("theme.")]
"""The names of those that come with the program."""
STYLES = sorted(Path(newsreader.tui.__file__).parent.glob("**/*.tcss"))


class GalleryScreen(Screen[None]):
    """An article and nothing else."""

    def compose(self) -> ComposeResult:
        """Show the article pane alone."""
        yield ArticleView()


class GalleryApp(NewsreaderApp):
    """The program's own styles and themes round a single article."""

    CSS_PATH: ClassVar[list[str | PurePath] | str | PurePath | None] = list(STYLES)

    def __init__(self) -> None:
        super().__init__(cast("Any", None), now=lambda: NOON)

    def get_default_screen(self) -> Screen[None]:
        """Return the gallery."""
        return GalleryScreen()


async def drawn_gallery() -> dict[str, str]:
    """Return the gallery's files by name: the lines in each width, the styles of each theme.

    Raises:
        AssertionError: when lines are not the same in every theme, or two pieces of one kind do not look the same.
    """
    files: dict[str, str] = {}
    app = GalleryApp()
    async with app.run_test(size=(WIDTHS[0], ROWS)) as pilot:
        for theme in THEMES:
            assert app.wardrobe.choose(theme)
            styles: dict[str, str] = {}
            for width in WIDTHS:
                drawn = await _drawn(pilot, width)
                text = "".join(f"{strip.text.rstrip()}\n" for _, _, strip in drawn)
                assert files.setdefault(f"{width}.txt", text) == text
                for name, style in (named for each in drawn for named in _styles(*each)):
                    assert styles.setdefault(name, style) == style, name
            files[f"{theme}.txt"] = "".join(f"{name:<34}{styles[name]}\n" for name in sorted(styles))
    return files


async def _drawn(pilot: Pilot[None], width: int) -> list[tuple[Line, int, Strip]]:
    """Return the lines of both articles in a pane of ``width`` cells, where their column begins, and them drawn."""
    await pilot.resize_terminal(width, ROWS)
    await pilot.pause()
    view = pilot.app.screen.query_one(ArticleView)
    lines: list[Line] = []
    view.show(SHORT_HEAD, ())
    lines += view._page.lines if view._page else ()
    view.show(HEAD, BLOCKS)
    view.add_picture(SHIPS, PICTURE, picture_rows(PICTURE))
    view.action_last()
    lines += view._page.lines if view._page else ()
    sheet = view.sheet()
    return [(line, sheet.left, sheet.strip(line)) for line in lines]


def _styles(line: Line, left: int, strip: Strip) -> Iterator[tuple[str, str]]:
    """Yield what each part of ``line`` is, and its style in ``strip``, whose column begins at cell ``left``."""
    cells = [segment.style or Style() for segment in strip for _ in range(segment.cell_length)]
    at = left + line.shift
    if line.lead.strip():
        yield f"{line.kind} lead", str(cells[at + len(line.lead) - len(line.lead.lstrip())])
    at += cell_len(line.lead)
    for piece in line.pieces:
        if piece.text.strip():
            looks = [look.name.lower() for look in Look if look & piece.look and look.name]
            yield " ".join([line.kind, *looks, *(["link"] if piece.link else [])]), str(cells[at])
        at += cell_len(piece.text)


def main() -> None:
    """Write the files."""
    for name, text in asyncio.run(drawn_gallery()).items():
        (FOLDER / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
