"""What the reader set, as the screens need it."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from newsreader.config import OwnCommand
from newsreader.model import Article, Drawing
from newsreader.tui.commands import COMMANDS, Command
from newsreader.tui.typesetter import Typesetter


def plain_markdown(article: Article) -> str:
    """Return an article as the plainest Markdown there is: its title and its text."""
    paragraphs = article.text.replace("\n", "\n\n")
    return f"# {article.title}\n\n{paragraphs}\n"


def open_nothing(url: str) -> None:
    """Open nothing, where the program that made the app gave nothing to open a page with."""
    del url


def send_nothing(data: str) -> None:
    """Write nothing, where there is no terminal."""
    del data


@dataclass(frozen=True)
class Options:
    """Plain options of the screens.

    Attributes:
        now: gives the moment, aware, in the reader's own zone.
        width: cells of the article's column where there is room.
        images: whether pictures are drawn.
        drawing: how; None is the best way that the terminal knows.
        opener: opens an address in the browser; called in a thread, may raise a ``NewsreaderError`` or OSError.
        as_markdown: gives an article as Markdown, for the clipboard.
        opening: done once the app is on the screen, before the first refresh.
        start_refresh: whether the sources that are due are asked at the start.
        prefetch: whether the next article is fetched while one is read.
        typesetter: how articles are set.
        in_tmux: whether the terminal is one of tmux, which hands pictures on only when they are wrapped.
        send: writes to the terminal, after what is on its way there and before what is drawn next.
        own_themes: names the themes that the reader wrote.
        try_theme: shows the page in a theme by its name for as long as nothing else is said.
        own: the reader's own commands.
        commands: all commands, those among them.
    """

    now: Callable[[], datetime]
    width: int = 72
    images: bool = True
    drawing: Drawing | None = None
    opener: Callable[[str], None] = open_nothing
    as_markdown: Callable[[Article], str] = plain_markdown
    opening: Callable[[], Awaitable[None]] | None = None
    start_refresh: bool = True
    prefetch: bool = True
    typesetter: Typesetter = field(default_factory=Typesetter)
    in_tmux: bool = False
    send: Callable[[str], None] = send_nothing
    own_themes: Callable[[], Sequence[str]] = tuple
    try_theme: Callable[[str], None] = open_nothing
    own: Sequence[OwnCommand] = ()
    commands: Sequence[Command] = COMMANDS
