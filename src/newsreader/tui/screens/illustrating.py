"""The pictures of the article that is open: room is left for them, they come after the text, and go with it."""

import asyncio
import os
from functools import partial
from typing import Any

from textual.screen import Screen
from textual.worker import WorkType

from newsreader.model import Article, Canvas, Picture
from newsreader.tui.abilities import Abilities
from newsreader.tui.asked import News
from newsreader.tui.canvases import canvas_for, rooms
from newsreader.tui.options import Options
from newsreader.tui.screens.telling import told
from newsreader.tui.widgets import kitty
from newsreader.tui.widgets.article_view import ArticleView
from newsreader.tui.widgets.half_blocks import picture_rows
from newsreader.tui.widgets.paint import Row, empty_rows
from newsreader.tui.widgets.sixels import sixel_rows

SETTLED = 0.25
"""Seconds an article is looked at before its pictures are asked for."""
PICTURE_PART = 0.42
"""How much of the pane's height a picture takes at most: there is text beside it on the smallest screen."""
FEWEST_ROWS = 4
"""Rows a picture may take on any screen."""


class Illustrator:
    """Brings the pictures of one article at a time into ``view``."""

    def __init__(self, host: Screen[Any], news: News, view: ArticleView, options: Options) -> None:
        self._host = host
        self._news = news
        self._view = view
        self._wanted = options.drawing
        self._send = options.send
        self._in_tmux = options.in_tmux
        self._abilities = Abilities()
        self._article: tuple[int, Article] | None = None
        self._rooms: dict[str, Picture] = {}  # left for what has not come yet, by address
        self._drawn: dict[str, tuple[Picture, list[Row]]] = {}  # what has come, by address
        self._missing: set[str] = set()  # what could not be had since the start: no room is left for it
        self._ids = kitty.ids_from(int.from_bytes(os.urandom(3)))  # another program may have pictures there too
        self._held: dict[str, int] = {}  # what the terminal holds, by address
        self._left: set[int] = set()  # what it holds yet, and is told to forget when it is no longer shown
        self._unsent: dict[str, tuple[int, Picture]] = {}  # what it will be handed when it comes near
        self.on = options.images

    def terminal_answered(self, abilities: Abilities) -> None:
        """Draw in the best way from now on, now that it is known."""
        before = self._canvas()
        self._abilities = abilities
        if self._canvas() != before:
            self.bring()

    def toggle(self) -> bool:
        """Show pictures from the next article on, or none; return whether they are shown."""
        self.on = not (self.on or self._host.app.no_color)
        return self.on

    def begin(self, entry_id: int, article: Article) -> None:
        """Take in which article will be shown next, and leave room for its pictures; what it had it keeps."""
        if not self.on or self._article is None or self._article[0] != entry_id:
            self.leave()
        self._article = (entry_id, article)
        expected = self._expected(article) if self.on else {}
        self._rooms = {url: room for url, room in expected.items() if url not in self._drawn}
        self._view.expect({url: (room, empty_rows(room)) for url, room in self._rooms.items()} | self._drawn)

    def leave(self) -> None:
        """Let go of the article's pictures."""
        self._article = None
        self._view.expect({})
        self._host.workers.cancel_group(self._host, "pictures")
        self._unsent.clear()
        self._drawn = {}
        self._let_go(*self._held.values())
        self._held.clear()

    def put_down(self) -> None:
        """Take everything out of the terminal: the program ends."""
        self._left.update(self._held.values())
        self._held.clear()
        self._forget(tuple(self._left))

    def bring(self) -> None:
        """Bring the pictures, or bring them anew for a column or a pane of another size."""
        if self.on and self._article is not None and self._article[1].images:
            entry_id, article = self._article
            self._leave_room(article)
            work: WorkType[None] = partial(self._bring, entry_id, article)
            self._host.run_worker(work, group="pictures", exclusive=True)

    def _leave_room(self, article: Article) -> None:
        """Leave as much room as is needed now for what has not come yet."""
        for url, room in self._expected(article).items():
            if self._rooms.get(url, room) != room:
                self._rooms[url] = room
                self._view.add_picture(url, room, empty_rows(room))

    async def _bring(self, entry_id: int, article: Article) -> None:
        await asyncio.sleep(SETTLED)
        missing = {image.url for image in article.images}
        with told(self._host.app):
            async for url, picture in self._news.pictures(entry_id, article, self._canvas()):
                missing.discard(url)
                self._add(url, picture)
        for url in missing & self._rooms.keys():  # what was drawn before may stay
            del self._rooms[url]
            self._missing.add(url)
            self._view.drop_picture(url)

    def moved(self) -> None:
        """Hand to the terminal what has come near: it waits for nothing when it comes into view."""
        for url in self._unsent.keys() & self._view.pictures_near if self._unsent else ():
            self._held[url], picture = self._unsent.pop(url)
            self._tell(kitty.transmission(picture, self._held[url]))

    def _add(self, url: str, picture: Picture) -> None:
        self._rooms.pop(url, None)
        before = self._held.pop(url, None)
        self._drawn[url] = (Picture(picture.width, picture.height), self._rows(url, picture))
        self._view.add_picture(url, *self._drawn[url])
        self.moved()
        if before is not None:
            self._let_go(before)

    def _rows(self, url: str, picture: Picture) -> list[Row]:
        """Return a picture as it is drawn; what the terminal is to hold waits to be handed over."""
        self._unsent.pop(url, None)
        if picture.bands:
            return sixel_rows(picture)
        if not picture.png:
            return picture_rows(picture)
        id_ = next(self._ids)
        self._unsent[url] = (id_, picture)
        return kitty.placeholder_rows(picture, id_)

    def _let_go(self, *ids: int) -> None:
        """Have pictures forgotten once they are no longer shown, or there would be holes."""
        if ids:
            self._left.update(ids)
            self._host.call_after_refresh(self._forget, ids)

    def _forget(self, ids: tuple[int, ...]) -> None:
        left = self._left.intersection(ids)  # those that the end of the program has not taken out before
        self._left -= left
        if left:
            self._tell("".join(map(kitty.deletion, sorted(left))))

    def _tell(self, data: str) -> None:
        self._send(kitty.passed_on(data) if self._in_tmux else data)

    def _canvas(self) -> Canvas:
        rows = max(FEWEST_ROWS, int(PICTURE_PART * self._view.size.height))
        true_colour = self._host.app.console.color_system == "truecolor"
        return canvas_for(self._view.column, rows, self._wanted, self._abilities, true_colour=true_colour)

    def _expected(self, article: Article) -> dict[str, Picture]:
        return rooms(article, self._canvas(), self._missing)
