"""What the reader set, as the screens need it."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from newsreader.config import OwnCommand
from newsreader.model import Article
from newsreader.tui.commands import COMMANDS, Command


def plain_markdown(article: Article) -> str:
    """Return an article as the plainest Markdown there is: its title and its text."""
    paragraphs = article.text.replace("\n", "\n\n")
    return f"# {article.title}\n\n{paragraphs}\n"


def open_nothing(url: str) -> None:
    """Open nothing, where the program that made the app gave nothing to open a page with."""
    del url


@dataclass(frozen=True)
class Options:
    """Plain options of the screens.

    Attributes:
        now: gives the moment, aware, in the reader's own zone.
        width: cells of the article's column where there is room.
        images: whether pictures are drawn.
        opener: opens an address in the browser; called in a thread, may raise a ``NewsreaderError`` or OSError.
        as_markdown: gives an article as Markdown, for the clipboard.
        opening: done once the app is on the screen, before the first refresh.
        start_refresh: whether the sources that are due are asked at the start.
        prefetch: whether the next article is fetched while one is read.
        own: the reader's own commands.
        commands: all commands, those among them.
    """

    now: Callable[[], datetime]
    width: int = 72
    images: bool = True
    opener: Callable[[str], None] = open_nothing
    as_markdown: Callable[[Article], str] = plain_markdown
    opening: Callable[[], Awaitable[None]] | None = None
    start_refresh: bool = True
    prefetch: bool = True
    own: Sequence[OwnCommand] = ()
    commands: Sequence[Command] = COMMANDS
