"""A screen that paints what a key changed before it does anything else."""

from textual.screen import Screen

from newsreader.tui.widgets.line_pane import LinePane


class AtOnce(Screen[None]):
    """Paints a pane the moment it is asked to."""

    def paint(self, pane: LinePane) -> None:
        """Paint what changed in a pane.

        By itself that goes through the queues of the pane and of its screen, and a timer: each is a turn of the
        loop, and with news coming in a turn takes milliseconds. All else that is to be painted, such as what came
        in meanwhile, goes that way still.
        """
        if parts := pane.take_changes():
            others = self._dirty_widgets - parts
            self._compositor.update_widgets(parts)
            self._compositor_refresh()
            self._dirty_widgets |= others
