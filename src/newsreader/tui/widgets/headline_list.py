"""The headlines: our own scroll view of equal rows, in an order that does not move by itself."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from newsreader.model import Headline
from newsreader.tui.commands import Room, bindings
from newsreader.tui.widgets.cells import cell_len, fit, wrap
from newsreader.tui.widgets.headline_rows import ROWS, RowInk, headline_rows
from newsreader.tui.widgets.pages import Fetch, HeadlinePages
from newsreader.tui.widgets.twice import Twice

PARTS = ("unread", "read", "meta", "dot", "star", "bar", "cursor", "words")


class HeadlineList(ScrollView, can_focus=True, inherit_bindings=False):
    """A list of headlines by their ids; ``fetch`` brings those that come into view."""

    ALLOW_SELECT = False
    BINDINGS = bindings(Room.LIST)
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"headline--{part}" for part in PARTS}

    cursor: var[int] = var(0, init=False)
    """The place in the list that the reader is at."""

    class Chosen(Message):
        """The cursor stands on a headline; ``moved`` when the reader put it there, not a list that was filled."""

        def __init__(self, entry_id: int, *, moved: bool) -> None:
            self.entry_id = entry_id
            self.moved = moved
            super().__init__()

    class Opened(Message):
        """The reader wants to read a headline."""

        def __init__(self, entry_id: int) -> None:
            self.entry_id = entry_id
            super().__init__()

    class Emptied(Message):
        """There is no headline in the list."""

    def __init__(self, fetch: Fetch, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._pages = HeadlinePages(fetch)
        self._now = now
        self._words: tuple[str, ...] = ()
        self._strips: dict[tuple[int, bool], list[Strip]] = {}
        self._inks: dict[tuple[bool, bool], RowInk] = {}
        self._blank: Strip | None = None
        self._twice = Twice()

    # What is listed

    @property
    def ids(self) -> tuple[int, ...]:
        """The ids listed, in order."""
        return self._pages.ids

    @property
    def current(self) -> Headline | None:
        """The headline at the cursor, or None in an empty list."""
        return self._pages.at(self.cursor)

    def headline(self, index: int) -> Headline | None:
        """Return the headline at a place of the list, or None."""
        return self._pages.at(index)

    def show_ids(self, ids: tuple[int, ...], at: int | None = None, words: Iterable[str] = ()) -> None:
        """List other headlines, the cursor on the id ``at`` or the first; ``words`` stand in an empty list."""
        self._words = tuple(words)
        self._pages.forget()
        self._pages.set_ids(ids)
        place = None if at is None else self._pages.place(at)
        self._settle()
        self.set_reactive(HeadlineList.cursor, place or 0)
        self.scroll_to(y=0, animate=False, force=True)
        self._show_cursor()
        self._tell()

    def merge(self, ids: tuple[int, ...]) -> None:
        """List headlines that came or went around those that are there; the cursor's stays where it stands."""
        current = self.current
        offset = self.cursor * ROWS - self.scroll_offset.y
        self._pages.set_ids(ids)
        place = self._pages.place(current.id) if current else None
        self._settle()
        self.set_reactive(HeadlineList.cursor, min(self.cursor, max(0, len(ids) - 1)) if place is None else place)
        self.scroll_to(y=max(0, self.cursor * ROWS - offset), animate=False, force=True)
        self._show_cursor()
        if place is None:
            self._tell()

    def put(self, headlines: Iterable[Headline]) -> None:
        """Show headlines as they are now."""
        self._pages.put(headlines)
        self.redraw()

    def reload(self) -> None:
        """Fetch the headlines anew, their order staying as it is."""
        self._pages.forget()
        self.redraw()

    def redraw(self) -> None:
        """Draw the headlines again: their ages change as time goes on."""
        self.forget()
        self.refresh()

    def _settle(self) -> None:
        self.forget()
        self.virtual_size = Size(0, len(self._pages) * ROWS)
        self.refresh()

    # Moving

    def move_to(self, index: int) -> None:
        """Put the cursor on a place of the list, or on the nearest there is."""
        self.cursor = max(0, min(len(self._pages) - 1, index))

    def watch_cursor(self, before: int, after: int) -> None:
        """Draw the two rows, keep the cursor in view, and tell where it is."""
        self._twice.forget()
        for index in (before, after):
            self.refresh_lines(index * ROWS, ROWS)
        self._show_cursor()
        self._tell(moved=True)

    def action_cursor(self, step: int) -> None:
        """Go to the next headline, or the one before."""
        self.move_to(self.cursor + step)

    def action_screenful(self, step: int) -> None:
        """Go a screenful on, or back."""
        self.move_to(self.cursor + step * max(1, self.size.height // ROWS))

    def action_first(self) -> None:
        """Go to the first headline."""
        self.move_to(0)

    def action_top(self) -> None:
        """Go to the first headline when pressed twice."""
        if self._twice.press():
            self.move_to(0)

    def action_last(self) -> None:
        """Go to the last headline."""
        self.move_to(len(self._pages) - 1)

    def action_open(self) -> None:
        """Read the headline at the cursor."""
        if headline := self.current:
            self.post_message(self.Opened(headline.id))

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on a headline; a click on the one it is on reads it."""
        index = (self.scroll_offset.y + event.y) // ROWS
        if index >= len(self._pages):
            return
        if index == self.cursor:
            self.action_open()
        else:
            self.move_to(index)

    def _show_cursor(self) -> None:
        region = Region(0, self.cursor * ROWS, self.size.width, ROWS)
        self.scroll_to_region(region, animate=False, force=True, immediate=True)

    def _tell(self, *, moved: bool = False) -> None:
        headline = self.current
        self.post_message(self.Chosen(headline.id, moved=moved) if headline else self.Emptied())

    # Drawing

    def forget(self) -> None:
        """Draw all rows anew."""
        self._strips.clear()
        self._blank = None

    def notify_style_update(self) -> None:
        """Draw with the new styles."""
        super().notify_style_update()
        self._inks.clear()
        self.forget()

    def on_resize(self) -> None:
        """Draw in the new width, the cursor in view."""
        self.forget()
        self._show_cursor()

    def render_line(self, y: int) -> Strip:
        """Draw a row."""
        return self.render_lines(Region(0, y, self.size.width, 1))[0]

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the rows of ``crop``; a headline is drawn once until something changes."""
        if not len(self._pages):
            strips = [self._words_strip(y) for y in range(crop.y, crop.bottom)]
        else:
            top = self.scroll_offset.y
            strips = [self._row(*divmod(top + y, ROWS)) for y in range(crop.y, crop.bottom)]
        if crop.column_span != (0, self.size.width):
            return [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def _row(self, index: int, row: int) -> Strip:
        if index >= len(self._pages):
            self._blank = self._blank or self._filtered(Strip.blank(self.size.width, self.rich_style))
            return self._blank
        cursor = index == self.cursor
        key = (self._pages.ids[index], cursor)
        if key not in self._strips:
            if len(self._strips) > 512:
                self.forget()
            self._strips[key] = self._headline_strips(index, cursor=cursor)
        return self._strips[key][row]

    def _headline_strips(self, index: int, *, cursor: bool) -> list[Strip]:
        headline = self._pages.at(index)
        width = self.size.width
        ink = self._ink(cursor=cursor, read=headline is None or headline.read)
        rows = headline_rows(headline, width, self._now(), ink, cursor=cursor) if headline else [[]] * ROWS
        return [self._filtered(Strip(row).adjust_cell_length(width, ink.base)) for row in rows]

    def _ink(self, *, cursor: bool, read: bool) -> RowInk:
        if (cursor, read) not in self._inks:
            self._inks[cursor, read] = self._ink_now(cursor=cursor, read=read)
        return self._inks[cursor, read]

    def _ink_now(self, *, cursor: bool, read: bool) -> RowInk:
        ground = self.get_component_rich_style("headline--cursor") if cursor else self.rich_style
        title, meta, dot, star, bar = (
            ground + self.get_component_rich_style(f"headline--{part}", partial=True)
            for part in ("read" if read else "unread", "meta", "dot", "star", "bar")
        )
        return RowInk(title, meta, dot, star, bar, ground)

    def _words_strip(self, y: int) -> Strip:
        width = self.size.width
        style = self.get_component_rich_style("headline--words")
        rows = [text[a:b] for text in self._words for a, b in wrap(text, max(2, width - 4))]
        text = fit(rows[y - 1], width - 4) if 1 <= y <= len(rows) else ""
        strip = Strip([Segment("   " + text, style)], 3 + cell_len(text))
        return self._filtered(strip.adjust_cell_length(width, style))

    def _filtered(self, strip: Strip) -> Strip:
        background = self.background_colors[1]
        for line_filter in self.app.get_line_filters():
            strip = strip.apply_filter(line_filter, background)
        return strip
