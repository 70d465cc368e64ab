"""A pane of lines to scroll through, their number changing often."""

from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.widget import Widget


class LinePane(ScrollView, inherit_bindings=False):
    """Scrolls through lines that a subclass draws."""

    def set_line_count(self, many: int) -> None:
        """Take in how many lines there are.

        Where ``virtual_size`` is set Textual lays out the whole screen, for 10 to 20 ms. The number of lines
        changes nothing but the pane's own scroll bar, which asks for that itself where it comes or goes.
        """
        size = Size(0, many)
        if size != self.virtual_size:
            self.set_reactive(LinePane.virtual_size, size)
            self._scroll_update(size)

    def stand_at(self, y: int) -> None:
        """Put the line ``y`` on top, as far as there are lines for that, and draw nothing.

        For where lines came or went above: what is in view may well be as it was.
        """
        top = self.validate_scroll_y(y)
        self.set_reactive(LinePane.scroll_y, top)
        self.set_reactive(LinePane.scroll_target_y, top)
        self.vertical_scrollbar.position = top

    def take_changes(self) -> set[Widget]:
        """Return what of it is to be painted again, its bar or all else; whoever asks does so now."""
        changed: set[Widget] = set()
        for part in (self, self.vertical_scrollbar):
            if part._repaint_required:  # noqa: SLF001 - Textual says this to its own screen only
                part._repaint_required = False  # noqa: SLF001
                changed.add(part)
        return changed
