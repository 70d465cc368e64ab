"""What the reader does to the headline at the cursor: keeps it, writes about it, opens and copies it."""

from collections.abc import Callable
from functools import partial

from newsreader.model import Headline
from newsreader.model.noting import note_line
from newsreader.tui.screens.marks import Marks
from newsreader.tui.screens.outside import Outside
from newsreader.tui.screens.panes import Deeds
from newsreader.tui.screens.reader import Reader
from newsreader.tui.screens.writing import Writing
from newsreader.tui.widgets.headline_list import HeadlineList


class Keeping:
    """Hands the current headline to those who act on it."""

    def __init__(
        self, headlines: HeadlineList, marks: Marks, outside: Outside, reader: Reader, writing: Writing
    ) -> None:
        self._list = headlines
        self._marks = marks
        self._outside = outside
        self._reader = reader
        self._writing = writing

    @property
    def deeds(self) -> Deeds:
        """What each command of this kind does."""
        marks, outside = self._marks, self._outside
        return {
            "bookmark.toggle": partial(self._with_current, marks.bookmark),
            "note": partial(self._with_current, self._ask_note),
            "read.toggle": partial(self._with_current, lambda headline: marks.read(headline, not headline.read)),
            "read.all": lambda: marks.read_all(self._list.ids),
            "undo": marks.undo,
            "browser.open": partial(self._with_current, lambda headline: outside.open(headline.url)),
            "link.copy": lambda: outside.copy_link(self._list.current),
            "article.copy": lambda: outside.copy_article(self._reader.article),
        }

    def _with_current(self, act: Callable[[Headline], None]) -> None:
        """Act on the headline at the cursor, if there is one."""
        if current := self._list.current:
            act(current)

    def _ask_note(self, headline: Headline) -> None:
        written = note_line(headline.note, headline.tags)
        self._writing.ask("Note", "a note, then #tags", written, partial(self._marks.annotate, headline))
