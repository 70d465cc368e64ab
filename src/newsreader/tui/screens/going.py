"""Going about: from headline to headline, from match to match, from view to view, and back."""

from collections.abc import Callable
from functools import partial

from newsreader.model import View
from newsreader.tui.screens.orders import ORDER_WORDS
from newsreader.tui.screens.panes import Deeds, Panes
from newsreader.tui.screens.reader import Reader
from newsreader.tui.screens.searching import Searching, match_words
from newsreader.tui.screens.shelf import Shelf
from newsreader.tui.screens.visiting import Visiting
from newsreader.tui.screens.writing import Writing
from newsreader.tui.widgets.article_view import ArticleView
from newsreader.tui.widgets.headline_list import HeadlineList


class Going:
    """Answers the keys that change what is looked at, not what it is."""

    def __init__(
        self,
        panes: Panes,
        headlines: HeadlineList,
        article: ArticleView,
        shelf: Shelf,
        reader: Reader,
        searching: Searching,
        writing: Writing,
        visiting: Visiting,
    ) -> None:
        self._panes = panes
        self._list = headlines
        self._article = article
        self._shelf = shelf
        self._reader = reader
        self._searching = searching
        self._writing = writing
        self._visiting = visiting

    @property
    def deeds(self) -> Deeds:
        """What each command of this kind does."""
        return {
            "article.next": partial(self._list.action_cursor, 1),
            "article.previous": partial(self._list.action_cursor, -1),
            "unread.next": self._next_wanted,
            "unread.previous": partial(self.next_unread, -1),
            "match.previous": partial(self._next_match, -1),
            "page.down": self._page_on,
            "pane.next": partial(self._other_pane, 1),
            "pane.previous": partial(self._other_pane, -1),
            "article.alone": self._panes.toggle_alone,
            "pictures.toggle": self._pictures,
            "article.source": self._reader.other_text,
            "link.hints": self._hints,
            "search": self._search,
            "back": self.back,
            "read.hide": self._hide_read,
            "list.sort": self._sort,
            "view.edition": partial(self.go_to, self._shelf.open_edition),
            **{f"view.{view}": partial(self.go_to, partial(self._shelf.open, view)) for view in View},
        }

    @property
    def matches(self) -> bool:
        """True while there are matches to go through."""
        return bool(self._article.finding or self._searching.query)

    def next_unread(self, step: int) -> None:
        """Go to the next unread headline, or the one before, round the ends of a list that has no end itself."""
        if self._shelf.next_unread(step):
            self._panes.note("")
        elif self._shelf.next_unread(step, round_end=True):
            self._panes.note("from the top again" if step > 0 else "from the end again")
        elif self._shelf.ends:
            self._panes.note(f"nothing unread {'further on' if step > 0 else 'before this'}")
        else:
            self._panes.note(self._panes.named("nothing else unread · {refresh.all} looks for news"))

    def back(self) -> None:
        """Go back by one step: letters of links, a line, what was found, a link followed, then the article."""
        self._panes.note("")
        if self._writing.leave():
            return
        if self._article.has_hints:
            self._article.hide_hints()
        elif not self._article.finding and self._visiting.return_from_link():
            return
        elif self._panes.in_article and self._searching.query and not self._article.finding:
            self._panes.leave_article()
        elif self._searching.leave():
            (self._panes.enter_article if self._searching.in_article else self._panes.leave_article)()
        else:
            self._panes.leave_article()
            self._visiting.let_go()

    def searched(self) -> None:
        """Go from the search line to what was found."""
        self._searching.look()
        if self._searching.in_article:
            self._panes.enter_article()
        else:
            self._panes.leave_article()

    def open(self, view: View, entry_id: int) -> None:
        """Go into an article where it stands in a view."""
        self.go_to(partial(self._shelf.open, view))
        if entry_id in self._list.ids:
            self._list.move_to(self._list.ids.index(entry_id))
            self._list.action_open()

    def read_from(self, heading: int) -> None:
        """Go into the article, to a heading by its place among them."""
        self._panes.enter_article()
        self._article.go_to_number(heading)

    def go_to(self, show: Callable[[], None]) -> None:
        """Show another list, whatever is looked for in this one."""
        while self._searching.leave():
            pass
        show()
        self._panes.leave_article()

    def _next_wanted(self) -> None:
        if self.matches:
            self._next_match(1)
        else:
            self.next_unread(1)

    def _next_match(self, step: int) -> None:
        if self._article.finding or (self._panes.in_article and self._searching.query):
            self._panes.note(match_words(*self._article.find_next(step)))
        elif self._searching.query:
            self._list.action_cursor(step)

    def _page_on(self) -> None:
        if self._panes.article_in_view:
            self._article.action_turn(1)
        else:
            self._list.action_open()

    def _other_pane(self, step: int) -> None:
        pane = self._panes.after(step)
        if pane is self._list:
            self._panes.leave_article()
        elif pane is not self._article:
            self._panes.enter_sources()
        else:
            self._panes.enter_article()
            if current := self._list.current:
                self._reader.open(current)

    def _pictures(self) -> None:
        self._panes.note("pictures on" if self._reader.toggle_images() else "pictures off")

    def _hints(self) -> None:
        self._panes.enter_article()
        if not self._article.show_hints():
            self._panes.note("no links in view")

    def _search(self) -> None:
        self._searching.ask(in_article=self._panes.in_article)

    def _hide_read(self) -> None:
        self._panes.note("read headlines hidden" if self._shelf.toggle_read() else "read headlines shown")

    def _sort(self) -> None:
        order = self._shelf.sort()
        self._panes.note(ORDER_WORDS[order] if order else "an edition has its own order")
