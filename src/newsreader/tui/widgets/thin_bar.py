"""Scroll bars as thin as a line: a mark of where one is, in any colours or none."""

from typing import Any, ClassVar

from rich.segment import Segment, Segments
from rich.style import Style
from textual.scrollbar import ScrollBarRender

HALF = "▐"


class ThinBar(ScrollBarRender):
    """Draws half of a cell where Textual fills it whole."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "] * 8

    @classmethod
    def render_bar(cls, *args: Any, **options: Any) -> Segments:
        """Return the cells of the bar from top to bottom; what the mouse does on each stays as Textual has it.

        There is none where all is in view; Textual, which names every option, would draw a full one.
        """
        if options["virtual_size"] <= options["window_size"]:
            options["virtual_size"] = options["size"]
        bar = super().render_bar(*args, **options)
        return Segments([_thin(segment) for segment in bar.segments], new_lines=bar.new_lines)


def _thin(segment: Segment) -> Segment:
    text, style, control = segment
    if style is None or not style.reverse:
        return segment
    return Segment(HALF * len(text), style + Style(reverse=False), control)
