"""The headlines: a list to go through, in an order that does not move by itself."""

from collections.abc import Callable, Iterable
from datetime import datetime

from textual import events
from textual.geometry import Region
from textual.message import Message

from newsreader.model import Headline
from newsreader.tui.commands import Room, bindings
from newsreader.tui.widgets.headline_rows import ROWS
from newsreader.tui.widgets.headline_view import HeadlineView
from newsreader.tui.widgets.pages import Fetch
from newsreader.tui.widgets.twice import Twice


class HeadlineList(HeadlineView, can_focus=True, inherit_bindings=False):
    """A list of headlines to go through; it says where the cursor stands."""

    BINDINGS = bindings(Room.LIST)

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

    class NewsAbove(Message):
        """So ``many`` headlines that came while the list stood here are above what is in view."""

        def __init__(self, many: int) -> None:
            self.many = many
            super().__init__()

    def __init__(self, fetch: Fetch, now: Callable[[], datetime]) -> None:
        super().__init__(fetch, now)
        self._twice = Twice()
        self._below_news: int | None = None  # the first headline that is no news
        self._above = 0

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

    @property
    def in_view(self) -> list[Headline]:
        """The headlines whose rows can be seen, in order."""
        first = self.scroll_offset.y // ROWS
        return [
            one for index in range(first, first + self.size.height // ROWS + 1) if (one := self._pages.at(index))
        ]

    def place(self, id_: int) -> int | None:
        """Return where in the list a headline is, or None."""
        return self._pages.place(id_)

    def show_ids(self, ids: tuple[int, ...], at: int | None = None, words: Iterable[str] = ()) -> None:
        """List other headlines, the cursor on the id ``at`` or the first; ``words`` stand in an empty list."""
        self._words = tuple(words)
        self._pages.forget()
        self._pages.set_ids(ids)
        place = None if at is None else self._pages.place(at)
        self._settle()
        self.set_reactive(HeadlineList.cursor, place or 0)
        self.scroll_to(y=0, animate=False, force=True)
        self._below_news = None
        self._tell_news()
        self._show_cursor()
        self._tell()

    def merge(self, ids: tuple[int, ...], *, news: bool = False) -> None:
        """List headlines that came or went around those that are there; what is in view stays where it stands.

        Where the cursor's went itself, the cursor goes to the next that is still there, else to the one before.
        With ``news`` what comes before all that was there is new; how much of it is above is told.
        """
        before, cursor = self.ids, self.cursor
        offset = cursor * ROWS - self.scroll_offset.y
        seen = self.in_sight
        self._pages.set_ids(ids)
        around = (*before[cursor:], *reversed(before[:cursor]))
        place = next((at for id_ in around if (at := self._pages.place(id_)) is not None), 0)
        self.set_line_count(len(ids) * ROWS)
        self.set_reactive(HeadlineList.cursor, place)
        self.stand_at(max(0, place * ROWS - offset))
        self.draw_others(seen)
        if news and self._below_news is None and before[:1] != ids[:1]:
            self._below_news = next(iter(before), None)
        self._tell_news()
        if before[cursor : cursor + 1] != ids[place : place + 1]:
            self._show_cursor()
            self._tell()

    def put(self, headlines: Iterable[Headline]) -> None:
        """Show headlines as they are now; those that are so already are not drawn again."""
        changed = self._pages.put(headlines)
        top = self.scroll_offset.y // ROWS
        for index, id_ in enumerate(self.ids[top : top + self.size.height // ROWS + 2], top):
            if id_ in changed:
                self.refresh_lines(index * ROWS, ROWS)

    def reload(self) -> None:
        """Fetch the headlines anew, their order staying as it is."""
        seen = self.in_sight
        self._pages.forget()
        self.draw_others(seen)

    def redraw(self) -> None:
        """Draw the headlines again: their ages change as time goes on."""
        self.forget()
        self.refresh()

    def _settle(self) -> None:
        self.set_line_count(len(self._pages) * ROWS)
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

    def on_resize(self) -> None:
        """Draw in the new width, the cursor in view."""
        self.forget()
        self._show_cursor()

    def _show_cursor(self) -> None:
        region = Region(0, self.cursor * ROWS, self.size.width, ROWS)
        self.scroll_to_region(region, animate=False, force=True, immediate=True)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell how much of what is new is still above."""
        super().watch_scroll_y(old_value, new_value)
        self._tell_news()

    def _tell_news(self) -> None:
        top = -(-self.scroll_offset.y // ROWS)
        place = None if self._below_news is None else self._pages.place(self._below_news)
        above = min(place or 0, top)
        if not above:
            self._below_news = None
        if above != self._above:
            self._above = above
            self.post_message(self.NewsAbove(above))

    def _tell(self, *, moved: bool = False) -> None:
        headline = self.current
        self.post_message(self.Chosen(headline.id, moved=moved) if headline else self.Emptied())
