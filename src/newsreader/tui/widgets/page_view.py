"""A page on the screen: draws the lines in view, sets the rest in slices, keeps the reader's place."""

from collections.abc import Sequence
from time import perf_counter
from typing import ClassVar

from rich.segment import Segment
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from newsreader.model import Block, Picture
from newsreader.tui.widgets.cells import cell_len, fit
from newsreader.tui.widgets.half_blocks import picture_rows
from newsreader.tui.widgets.lines import Kind
from newsreader.tui.widgets.page import Page, Place
from newsreader.tui.widgets.paint import Ink, Mark, Sheet
from newsreader.tui.widgets.title_block import TitleBlock

SLICE = 0.004
"""Seconds of setting at a time, so that a key never waits for a long article."""
MARGIN = 2
"""Cells left free on either side of the column at least."""
BAR = 1
"""Cells on the right that the scroll bar is drawn over."""
PARTS = ("lead", "muted", "span", "link", "focused", "hint", "found", "here", "words")
START: Place = (0, 0.0)


class PageView(ScrollView, inherit_bindings=False):
    """Shows one article in a measured column, or a few words where there is none."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"article--{kind}" for kind in Kind),
        *(f"article--{part}" for part in PARTS),
    }

    class Measured(Message):
        """The column, or the pane round it, has another size."""

    measure: var[int] = var(72)
    """Cells the column is wide where there is room."""

    def __init__(self) -> None:
        super().__init__()
        self._page: Page | None = None
        self._words: tuple[str, ...] = ()  # shown while there is no article
        self._rows: dict[str, list[list[Segment]]] = {}
        self._strips: dict[int, Strip] = {}
        self._sheet: Sheet | None = None
        self._ink: Ink | None = None
        self._kept: tuple[int, Place] = (0, START)  # a place that was asked for, and the line it came to be

    def show(self, head: TitleBlock, blocks: Sequence[Block], place: Place = START) -> None:
        """Show an article from ``place`` on."""
        self._words, self._rows = (), {}
        self._start(Page(head, blocks, self.column, {}), place)

    def say(self, *words: str) -> None:
        """Show no article but a few lines in the middle of the pane."""
        self._page, self._words = None, words
        self.forget()
        self.virtual_size = Size(0, 0)
        self.refresh()

    def change_head(self, head: TitleBlock) -> None:
        """Show another head over the same article, the text staying where it is."""
        if self._page is not None:
            self._grown([self._page.change_head(head)])

    def add_picture(self, url: str, picture: Picture) -> None:
        """Put a picture where its address stands, the text staying where it is."""
        if self._page is not None:
            self._rows[url] = picture_rows(picture)
            self._grown(self._page.place_picture(url, picture))

    @property
    def column(self) -> int:
        """The cells of the column as it is now."""
        return max(10, min(self.measure, self.size.width - 2 * MARGIN - BAR))

    @property
    def place(self) -> Place:
        """The reader's place in the article."""
        top = self.scroll_offset.y
        if self._page is None:
            return START
        return self._kept[1] if self._kept[0] in {top, -1} else self._page.place_at(top)

    @property
    def at_end(self) -> bool:
        """True when the last line is in view."""
        return self._page is None or (self._page.is_set and self.scroll_offset.y >= self.max_scroll_y)

    def go(self, line: int) -> None:
        """Bring a line to the top, setting the page so far."""
        if self._page is not None:
            self._page.set_past(line + self.size.height)
            self._settle()
        self.scroll_to(y=line, animate=False, force=True)

    def page_changed(self) -> None:
        """Called when the lines of the page are other ones than before; for what points at lines."""

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
        if page is not self._page or page.is_set:
            return
        started = perf_counter()
        page.set_until(lambda: perf_counter() - started > SLICE)
        self._settle()
        self.set_timer(SLICE, lambda: self._set_more(page))

    def _settle(self) -> None:
        if self._page is not None:
            self.virtual_size = Size(0, len(self._page.lines))

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
        page = self._page
        self.post_message(self.Measured())
        if page is not None and (page.width != self.column or not page.lines):
            self._start(Page(page.head, page.blocks, self.column, page.pictures), self.place)

    def watch_measure(self) -> None:
        """Set the article in the new width."""
        if self.is_mounted:
            self.on_resize()
            self.refresh()

    # Drawing

    def forget(self) -> None:
        """Draw everything anew."""
        self._strips.clear()
        self._sheet = None

    def notify_style_update(self) -> None:
        """Draw with the new styles."""
        super().notify_style_update()
        self._ink = None
        self.forget()

    def marks(self, line: int) -> Sequence[Mark]:
        """Return what stands out on a line of the page."""
        del line
        return ()

    def sheet(self) -> Sheet:
        """Return where and with which ink lines are drawn."""
        width, column = self.size.width, self.column
        self._ink = self._ink or self._ink_now()
        return Sheet(self._ink, max(MARGIN, (width - BAR - column) // 2), column, width, pictures=self._rows)

    def _ink_now(self) -> Ink:
        """Return the styles of this moment's theme."""
        style = self.get_component_rich_style
        return Ink(
            base=self.rich_style,
            kinds={kind: style(f"article--{kind}") for kind in Kind},
            lead=style("article--lead"),
            muted=style("article--muted", partial=True),
            code=style("article--span", partial=True),
            link=style("article--link", partial=True),
            focused_link=style("article--focused", partial=True),
            hint=style("article--hint"),
        )

    def render_line(self, y: int) -> Strip:
        """Draw a line of the pane, with the offsets that the mouse selects by."""
        sheet = self._sheet = self._sheet or self.sheet()
        number = self.scroll_offset.y + y
        return self._strip(number, sheet).apply_offsets(-sheet.left, number)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the lines of ``crop``, each once until something changes."""
        sheet = self._sheet = self._sheet or self.sheet()
        top = self.scroll_offset.y
        background = self.background_colors[1]
        filters = self.app.get_line_filters()
        strips: list[Strip] = []
        for number in range(top + crop.y, top + crop.bottom):
            strip = self._strips.get(number)
            if strip is None:
                strip = self._strip(number, sheet)
                for line_filter in filters:
                    strip = strip.apply_filter(line_filter, background)
                self._strips[number] = strip
            strips.append(strip)
        if crop.column_span != (0, self.size.width):
            return [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def _strip(self, number: int, sheet: Sheet) -> Strip:
        if self._page is None:
            return self._words_strip(number)
        if number < len(self._page.lines):
            return sheet.strip(self._page.lines[number], self.marks(number))
        return Strip.blank(self.size.width, sheet.ink.base)

    def _words_strip(self, number: int) -> Strip:
        width = self.size.width
        index = number - max(0, (self.size.height - len(self._words)) // 3)
        if not 0 <= index < len(self._words):
            return Strip.blank(width, self.rich_style)
        words = fit(self._words[index], width)
        text = " " * ((width - cell_len(words)) // 2) + words
        style = self.get_component_rich_style("article--words")
        return Strip([Segment(text, style)]).adjust_cell_length(width, self.rich_style)
