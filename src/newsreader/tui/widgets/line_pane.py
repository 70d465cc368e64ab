"""A pane of lines to scroll through, their number changing often."""

from textual.geometry import Size
from textual.scroll_view import ScrollView


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

    def take_changes(self) -> bool:
        """Return whether it is to be painted again; whoever asks does so now."""
        changed, self._repaint_required = self._repaint_required, False
        return changed
