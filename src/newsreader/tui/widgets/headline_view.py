"""Headlines on the screen: draws the rows in view of a list of any length, each once until something changes."""

from collections.abc import Callable
from datetime import datetime
from typing import ClassVar

from rich.segment import Segment
from textual.geometry import Region
from textual.reactive import var
from textual.strip import Strip

from newsreader.model import Headline
from newsreader.model.search import Term
from newsreader.tui.widgets.cells import cell_len, drawn_line, fit, wrap
from newsreader.tui.widgets.headline_rows import ROWS, RowInk, headline_rows
from newsreader.tui.widgets.line_pane import LinePane
from newsreader.tui.widgets.pages import Fetch, HeadlinePages

PARTS = ("unread", "read", "lit", "meta", "dot", "star", "bar", "cursor", "words")
KEPT = 512
"""Headlines whose rows are kept drawn."""

Sight = tuple[int, list[tuple[int, bool]]]
"""Rows of the first headline that are above the view, and the headlines in view: ids, and where the cursor is."""


class HeadlineView(LinePane, inherit_bindings=False):
    """Draws headlines by their ids; ``fetch`` brings those that come into view."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"headline--{part}" for part in PARTS}

    cursor: var[int] = var(0, init=False)
    """The place in the list that the reader is at."""

    def __init__(self, fetch: Fetch, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._pages = HeadlinePages(fetch)
        self._now = now
        self._words: tuple[str, ...] = ()  # shown while there is no headline
        self._terms: tuple[Term, ...] = ()
        self.reorder = False  # whether titles are put in the order they are seen
        self._strips: dict[tuple[int, bool], tuple[Headline | None, list[Strip]]] = {}
        self._inks: dict[tuple[bool, bool], RowInk] = {}
        self._blank: Strip | None = None

    def light(self, terms: tuple[Term, ...]) -> None:
        """Light the terms of a search in the titles; none to end that."""
        if terms != self._terms:
            self._terms = terms
            self.forget()
            self.refresh()

    def forget(self) -> None:
        """Draw all rows anew."""
        self._strips.clear()
        self._blank = None

    def notify_style_update(self) -> None:
        """Draw with the new styles."""
        super().notify_style_update()
        self._inks.clear()
        self.forget()

    def render_line(self, y: int) -> Strip:
        """Draw a row."""
        return self.render_lines(Region(0, y, self.size.width, 1))[0]

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the rows of ``crop``; a headline is drawn once until it changes, or how it is drawn."""
        if not len(self._pages):
            strips = [self._words_strip(y) for y in range(crop.y, crop.bottom)]
        else:
            top = self.scroll_offset.y
            strips = [self._row(*divmod(top + y, ROWS)) for y in range(crop.y, crop.bottom)]
        if crop.column_span != (0, self.size.width):
            return [strip.crop(*crop.column_span) for strip in strips]
        return strips

    @property
    def in_sight(self) -> Sight:
        """What stands in view, from the first row to the last: ids, and whether the cursor is on them."""
        top, rest = divmod(self.scroll_offset.y, ROWS)
        ids = self._pages.ids[top : top - (-(rest + self.size.height) // ROWS)]
        return rest, [(id_, index == self.cursor) for index, id_ in enumerate(ids, top)]

    def draw_others(self, seen: Sight) -> None:
        """Draw what is in view, where it is another than what was ``seen`` there, or has changed."""
        now = self.in_sight
        if now[0] != seen[0] or len(now[1]) != len(seen[1]):
            self.refresh()
            return
        for index, (key, before) in enumerate(zip(now[1], seen[1], strict=True), self.scroll_offset.y // ROWS):
            drawn = self._strips.get(key)
            if key != before or drawn is None or drawn[0] != self._pages.at(index):
                self.refresh_lines(index * ROWS, ROWS)

    def _row(self, index: int, row: int) -> Strip:
        if index >= len(self._pages):
            self._blank = self._blank or self._filtered(Strip.blank(self.size.width, self.rich_style))
            return self._blank
        cursor, headline = index == self.cursor, self._pages.at(index)
        key = (self._pages.ids[index], cursor)
        drawn = self._strips.get(key)
        if drawn is None or drawn[0] != headline:
            if len(self._strips) > KEPT:
                self.forget()
            drawn = self._strips[key] = headline, self._headline_strips(headline, cursor=cursor)
        return drawn[1][row]

    def _headline_strips(self, headline: Headline | None, *, cursor: bool) -> list[Strip]:
        width = self.size.width
        ink = self._ink(cursor=cursor, read=headline is None or headline.read)
        if headline is None:
            rows: list[list[Segment]] = [[]] * ROWS
        else:
            rows = headline_rows(
                headline, width, self._now(), ink, cursor=cursor, terms=self._terms, reorder=self.reorder
            )
        return [self._filtered(Strip(row).adjust_cell_length(width, ink.base)) for row in rows]

    def _ink(self, *, cursor: bool, read: bool) -> RowInk:
        if (cursor, read) not in self._inks:
            self._inks[cursor, read] = self._ink_now(cursor=cursor, read=read)
        return self._inks[cursor, read]

    def _ink_now(self, *, cursor: bool, read: bool) -> RowInk:
        ground = self.get_component_rich_style("headline--cursor") if cursor else self.rich_style
        title, lit, meta, dot, star, bar = (
            ground + self.get_component_rich_style(f"headline--{part}", partial=True)
            for part in ("read" if read else "unread", "lit", "meta", "dot", "star", "bar")
        )
        return RowInk(title, lit, meta, dot, star, bar, ground)

    def _words_strip(self, y: int) -> Strip:
        width = self.size.width
        style = self.get_component_rich_style("headline--words")
        rows = [text[a:b] for text in map(drawn_line, self._words) for a, b in wrap(text, max(2, width - 4))]
        text = fit(rows[y - 1], width - 4) if 1 <= y <= len(rows) else ""
        strip = Strip([Segment("   " + text, style)], 3 + cell_len(text))
        return self._filtered(strip.adjust_cell_length(width, style))

    def _filtered(self, strip: Strip) -> Strip:
        background = self.background_colors[1]
        for line_filter in self.app.get_line_filters():
            strip = strip.apply_filter(line_filter, background)
        return strip
