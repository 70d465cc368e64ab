"""What the reader does to the headline at hand: marks it, writes about it, copies it."""

from functools import partial

from newsreader.model import Headline
from newsreader.model.noting import note_line
from newsreader.tui.screens.at_hand import AtHand
from newsreader.tui.screens.marks import Marks
from newsreader.tui.screens.outside import Outside
from newsreader.tui.screens.panes import Deeds
from newsreader.tui.screens.reader import Reader
from newsreader.tui.screens.writing import Writing
from newsreader.tui.widgets.headline_list import HeadlineList


class Keeping:
    """Hands the current headline to those who act on it."""

    def __init__(
        self,
        headlines: HeadlineList,
        at_hand: AtHand,
        marks: Marks,
        outside: Outside,
        reader: Reader,
        writing: Writing,
    ) -> None:
        self._list = headlines
        self._at_hand = at_hand
        self._marks = marks
        self._outside = outside
        self._reader = reader
        self._writing = writing

    @property
    def deeds(self) -> Deeds:
        """What each command of this kind does."""
        marks, outside, act = self._marks, self._outside, self._at_hand.act
        return {
            "note": partial(act, self._ask_note),
            "read.toggle": partial(act, lambda headline: marks.read(headline, not headline.read)),
            "read.all": lambda: marks.read_all(self._list.ids),
            "undo": marks.undo,
            "link.copy": lambda: outside.copy_link(self._at_hand.current),
            "article.copy": lambda: outside.copy_article(self._reader.article),
        }

    def _ask_note(self, headline: Headline) -> None:
        written = note_line(headline.note, headline.tags)
        self._writing.ask("Note", "a note, then #tags", written, partial(self._marks.annotate, headline))
