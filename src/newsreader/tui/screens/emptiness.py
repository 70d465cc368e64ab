"""What stands in an empty list: why nothing is there, and what to do next, with the keys as they are mapped."""

from collections.abc import Mapping

from newsreader.model import HeadlineQuery, View
from newsreader.model.counting import counted
from newsreader.tui.asked import News
from newsreader.tui.key_words import named

LOOKING = ("Looking for news …",)
NO_SOURCE = (
    "There is no source yet.",
    "Press {source.add} to add one: type the address of any site that you read.",
    "Sources of another reader come with: newsreader import FILE.opml",
)
NO_EDITION = (
    "There is no news for an edition yet.",
    "Press {refresh.all} to look for some, {view.all} for all headlines.",
)
WORDS = {
    View.ALL: (
        "No headlines yet.",
        "Press {refresh.all} to ask your sources for some, {source.add} to add a source.",
    ),
    View.UNREAD: ("Everything is read.", "Press {refresh.all} to look for news, {view.all} for all headlines."),
    View.BOOKMARKS: (
        "Nothing is kept yet.",
        "Press {bookmark.toggle} on a headline to keep it: its text and pictures stay on this disk for good.",
    ),
    View.HISTORY: ("Nothing was read yet.", "Press {view.all} for all headlines, {headline.open} to read one."),
    View.CONTINUE: (
        "Nothing is left half read.",
        "An article that you leave before its end waits here, open where you were.",
    ),
}
LOOKED = "Looked in the titles, texts, authors and notes of {}."
BROADER = "Fewer words find more, and flo* finds flood. Press {search} to search again, {back} to end the search."
FILTERED = (
    "A condition such as is:unread leaves much out. Press {search} to search again, {back} to end the search."
)


class Emptiness:
    """Asks what there is to say."""

    def __init__(self, news: News, keymap: Mapping[str, str]) -> None:
        self._news = news
        self._keymap = keymap

    def words(self, query: HeadlineQuery, *, edition: bool = False) -> tuple[str, ...]:
        """Return the lines for a list that ``query``, or today's ``edition``, left empty."""
        if not self._news.subscriptions() and not self._many(View.BOOKMARKS):
            lines: tuple[str, ...] = NO_SOURCE
        elif edition:
            lines = NO_EDITION
        elif query.search:
            looked = LOOKED.format(counted(self._many(View.ALL), "headline"))
            lines = (looked, FILTERED if ":" in query.search else BROADER)
        else:
            kept = self._many(View.BOOKMARKS) if query.view is View.UNREAD else 0
            lines = (
                *WORDS[query.view],
                *([f"{kept:,} kept: press {{view.bookmarks}} to see them."] if kept else []),
            )
        paragraphs = [named(line, self._keymap) for line in lines]
        if query.search:
            paragraphs.insert(0, f"Nothing matches “{query.search}”.")
        return tuple(part for line in paragraphs for part in (line, ""))  # each a paragraph

    def _many(self, view: View) -> int:
        return self._news.count(HeadlineQuery(view))[1]
