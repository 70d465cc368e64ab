"""A page on the screen: sets what is in view, the rest in slices, and keeps the reader's place."""

from collections.abc import Mapping, Sequence
from time import perf_counter

from textual.message import Message

from newsreader.model import Block, Picture
from newsreader.tui.widgets.drawn_page import DrawnPage
from newsreader.tui.widgets.page import Page, Place
from newsreader.tui.widgets.paint import Row
from newsreader.tui.widgets.title_block import TitleBlock

SLICE = 0.004
"""Seconds of setting at a time, so that a key never waits for a long article."""
START: Place = (0, 0.0)


class PageView(DrawnPage, inherit_bindings=False):
    """Shows one article in a measured column, or a few words where there is none."""

    class Measured(Message):
        """The column, or the pane round it, has another size."""

    class Said(Message):
        """A few words stand where an article did."""

    class Moved(Message):
        """Another part of the article is in view."""

    def __init__(self) -> None:
        super().__init__()
        self._kept: tuple[int, Place] = (0, START)  # a place that was asked for, and the line it came to be
        self._height = 0  # of the pane when it last had its size
        self._expected: Mapping[str, tuple[Picture, list[Row]]] = {}

    def expect(self, pictures: Mapping[str, tuple[Picture, list[Row]]]) -> None:
        """Take in the pictures of what is shown next, or the room for them, drawn as rows."""
        self._expected = pictures

    def show(self, head: TitleBlock, blocks: Sequence[Block], share: float = 0.0) -> None:
        """Show an article from where that share of its text, 0 to 1, is above."""
        self._words = ()
        self._rows = {url: rows for url, (_, rows) in self._expected.items()}
        pictures = {url: picture for url, (picture, _) in self._expected.items()}
        page = Page(head, blocks, self.column, pictures, self.setting, room=self.room)
        self._start(page, page.place_after(share))

    def say(self, *words: str) -> None:
        """Show no article but a few lines in the middle of the pane."""
        self._page, self._words = None, words
        self.forget()
        self.set_line_count(0)
        self.page_changed()
        self.refresh()
        self.post_message(self.Said())

    def change_head(self, head: TitleBlock) -> None:
        """Show another head over the same article, the text staying where it is."""
        if self._page is not None and self._page.head != head:
            self._grown([self._page.change_head(head)])

    def add_picture(self, url: str, picture: Picture, rows: list[Row]) -> None:
        """Put a picture, drawn as ``rows``, where its address stands, the text staying where it is."""
        if self._page is not None:
            self._rows[url] = rows
            self._grown(self._page.place_picture(url, picture))

    def drop_picture(self, url: str) -> None:
        """Give up the room of a picture that cannot be had: its words stand there."""
        if self._page is not None and url in self._rows:
            del self._rows[url]
            self._grown(self._page.place_picture(url, None))

    @property
    def pictures_near(self) -> set[str]:
        """The addresses of pictures in view, and a screenful before and after it."""
        top, height = self.scroll_offset.y, self.size.height
        lines = self._page.lines[max(0, top - height) : top + 2 * height] if self._page else ()
        return {line.picture for line in lines if line.picture}

    @property
    def says_words(self) -> bool:
        """True while a few words stand where an article should."""
        return self._page is None and bool(self._words)

    @property
    def place(self) -> Place:
        """The reader's place in the article."""
        top = self.scroll_offset.y
        if self._page is None:
            return START
        return self._kept[1] if self._kept[0] in {top, -1} else self._page.place_at(top)

    @property
    def share(self) -> float:
        """How much of the article's text is above what is in view, from 0 to 1."""
        return self._page.share_before(self.place) if self._page else 0.0

    @property
    def has_moved(self) -> bool:
        """True when the reader is not where the article was shown from."""
        return self.scroll_offset.y != self._kept[0]

    @property
    def at_end(self) -> bool:
        """True when the last line is in view."""
        return self._page is None or (self._page.is_set and self.scroll_offset.y >= self.max_scroll_y)

    @property
    def at_top(self) -> bool:
        """True when the first line is in view."""
        return not self.scroll_offset.y

    @property
    def fits(self) -> bool:
        """True when all of the article is in view."""
        return self.at_end and not self.max_scroll_y

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell that another part is in view; where it was a larger pane that moved it, the place stays."""
        super().watch_scroll_y(old_value, new_value)
        before, now = round(old_value), round(new_value)
        if before != now and self._page is not None:
            if self.size.height != self._height:
                place = self._kept[1] if self._kept[0] == before else self._page.place_at(before)
                self._kept = (now, place)
            self.post_message(self.Moved())

    def go(self, line: int) -> None:
        """Bring a line to the top, setting the page so far."""
        if self._page is not None:
            self._page.set_past(line + self.size.height)
            self._settle()
        self.scroll_to(y=line, animate=False, force=True)

    def page_changed(self) -> None:
        """Called when the lines of the page are other ones than before; for what points at lines."""

    def page_set(self) -> None:
        """Called when all lines of the page are there."""

    def _start(self, page: Page, place: Place) -> None:
        self._page = page
        self._kept = (-1, place)
        self.forget()
        if not self.size.width:
            return
        top = page.line_at(place)
        page.set_past(top + 2 * self.size.height)
        self._settle()
        self.scroll_to(y=top, animate=False, force=True)
        self._kept = (self.scroll_offset.y, place)
        self.page_changed()
        self.refresh()
        self._set_more(page)

    def _set_more(self, page: Page) -> None:
        """Set another slice of ``page``, until it is whole or another one is shown."""
        if page is not self._page:
            return
        if page.is_set:
            self.page_set()
            return
        started = perf_counter()
        page.set_until(lambda: perf_counter() - started > SLICE)
        self._settle()
        self.set_timer(SLICE, lambda: self._set_more(page))

    def _settle(self) -> None:
        if self._page is not None:
            self.set_line_count(len(self._page.lines))

    def _grown(self, changes: Sequence[tuple[int, int]]) -> None:
        """Take in that lines came or went at some places; what was on top stays on top."""
        top = self.scroll_offset.y
        moved = sum(more for line, more in changes if line < top)
        self.forget()
        self._settle()
        if moved:
            self.scroll_to(y=top + moved, animate=False, force=True)
            if self._kept[0] == top:
                self._kept = (self.scroll_offset.y, self._kept[1])
        self.page_changed()
        self.refresh()

    def on_resize(self) -> None:
        """Set the article again where the column has another width, the reader's place kept."""
        self.forget()
        self._height = self.size.height
        page = self._page
        self.post_message(self.Measured())
        if page is not None and not page.suits(self.column, self.room):
            again = Page(page.head, page.blocks, self.column, page.pictures, self.setting, room=self.room)
            self._start(again, self.place)

    def watch_measure(self) -> None:
        """Set the article in the new width."""
        if self.is_mounted:
            self.on_resize()
            self.refresh()
