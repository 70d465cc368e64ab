"""What the keys act on: the headline at the cursor, or an article that was brought beside it from elsewhere."""

from collections.abc import Callable

from newsreader.model import Headline
from newsreader.tui.screens.panes import Panes
from newsreader.tui.screens.reader import Reader
from newsreader.tui.widgets.headline_list import HeadlineList


class AtHand:
    """Knows whether the article pane shows something else than the list's cursor stands on."""

    def __init__(self, panes: Panes, headlines: HeadlineList, reader: Reader) -> None:
        self._panes = panes
        self._list = headlines
        self._reader = reader
        self._beside: int | None = None

    def bring(self) -> None:
        """Take in that the article now shown was brought beside the cursor; it stays until the cursor moves."""
        self._beside = self._cursor_id

    @property
    def brought(self) -> Headline | None:
        """What is shown that the cursor does not stand on, or None."""
        here, current = self._reader.headline, self._list.current
        if here is None or self._beside != self._cursor_id or (current is not None and here.is_same(current)):
            return None
        return here

    @property
    def current(self) -> Headline | None:
        """What the keys of the pane in use act on, or None."""
        return (self._panes.in_article and self.brought) or self._list.current

    def act(self, act: Callable[[Headline], None]) -> None:
        """Act on what is at hand, if it is a headline; a page read in passing is not one yet."""
        current = self.current
        if current is not None and current.in_library:
            act(current)
        elif current is not None:
            self._panes.note(self._panes.named("{bookmark.toggle} keeps this page first"))

    @property
    def _cursor_id(self) -> int:
        return self._list.current.id if self._list.current else 0
