"""A page drawn: its lines in view as strips, each once until something changes, or a few words without one."""

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.geometry import Region
from textual.reactive import var
from textual.strip import Strip

from newsreader.tui.widgets.cells import cell_len, wrap
from newsreader.tui.widgets.line_pane import LinePane
from newsreader.tui.widgets.lines import Kind, Look
from newsreader.tui.widgets.page import Page
from newsreader.tui.widgets.paint import Ink, Mark, Row, Sheet
from newsreader.tui.widgets.typesetting import PLAIN

MARGIN = 2
"""Cells left free on either side of the column at least."""
BAR = 1
"""Cells on the right that the scroll bar is drawn over."""
INKS = {Look.COMMENT: "comment", Look.STRING: "string", Look.WORD: "keyword"}
"""What parts of code are drawn as, each in an ink of its own."""
PARTS = ("lead", "muted", "span", "link", "focused", "hint", "found", "here", "words", *INKS.values())


class DrawnPage(LinePane, inherit_bindings=False):
    """Draws the page it is given in a measured column."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"article--{kind}" for kind in Kind),
        *(f"article--{part}" for part in PARTS),
    }

    measure: var[int] = var(72)
    """Cells the column is wide where there is room."""

    def __init__(self) -> None:
        super().__init__()
        self._page: Page | None = None
        self._words: tuple[str, ...] = ()  # shown while there is no article
        self._rows: dict[str, list[Row]] = {}
        self._strips: dict[int, Strip] = {}
        self._sheet: Sheet | None = None
        self._ink: Ink | None = None
        self.setting = PLAIN  # how the next page is set

    @property
    def column(self) -> int:
        """The cells of the column as it is now."""
        return max(10, min(self.measure, self.size.width - 2 * MARGIN - BAR))

    @property
    def room(self) -> int:
        """The cells that what is wider than the column may take."""
        return max(self.column, self.size.width - 2 * MARGIN - BAR)

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
        left = max(MARGIN, (width - BAR - column) // 2)
        return Sheet(self._ink, left, column, width, pictures=self._rows, reorder=self.setting.reorder)

    def _ink_now(self) -> Ink:
        """Return the styles of this moment's theme."""
        style = self.get_component_rich_style
        return Ink(
            base=self.rich_style,
            kinds={kind: style(f"article--{kind}") for kind in Kind},
            lead=style("article--lead"),
            muted=style("article--muted", partial=True),
            code=style("article--span", partial=True),
            inks={look: style(f"article--{name}", partial=True) for look, name in INKS.items()},
            link=style("article--link", partial=True),
            focused_link=style("article--focused", partial=True),
            hint=style("article--hint"),
        )

    def render_line(self, y: int) -> Strip:
        """Return a line of the pane with the places that the mouse selects by; ``render_lines`` draws."""
        sheet = self._sheet = self._sheet or self.sheet()
        number = self.scroll_offset.y + y
        if self._page is not None and number < len(self._page.lines):
            return sheet.places(self._page.lines[number], number)
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
        room = max(2, width - 2 * MARGIN - BAR)
        rows = [words[start:end] for words in self._words for start, end in wrap(words, room)]
        index = number - max(0, (self.size.height - len(rows)) // 3)
        if not 0 <= index < len(rows):
            return Strip.blank(width, self.rich_style)
        words = rows[index]
        text = " " * ((width - cell_len(words)) // 2) + words
        style = self.get_component_rich_style("article--words")
        return Strip([Segment(text, style)]).adjust_cell_length(width, self.rich_style)
