"""The parts of the reading screen, each made of those before it, and what each does for a command."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from textual.screen import Screen

from newsreader.tui.asked import News
from newsreader.tui.commands import Command
from newsreader.tui.options import Options
from newsreader.tui.screens.changes import Changes
from newsreader.tui.screens.emptiness import Emptiness
from newsreader.tui.screens.front import FrontDesk
from newsreader.tui.screens.going import Going
from newsreader.tui.screens.keeping import Keeping
from newsreader.tui.screens.list_places import ListPlaces
from newsreader.tui.screens.looking import Looking
from newsreader.tui.screens.marks import Marks
from newsreader.tui.screens.offering import Offering
from newsreader.tui.screens.orders import Orders
from newsreader.tui.screens.outside import Outside
from newsreader.tui.screens.own import Own
from newsreader.tui.screens.panes import Deeds, Panes
from newsreader.tui.screens.positions import Positions
from newsreader.tui.screens.reader import Reader
from newsreader.tui.screens.refreshing import Refreshing
from newsreader.tui.screens.retelling import Retelling
from newsreader.tui.screens.searching import Searching
from newsreader.tui.screens.shelf import Shelf
from newsreader.tui.screens.sizes import Sizes
from newsreader.tui.screens.source_pane import SourcePane
from newsreader.tui.screens.sourcing import Sourcing
from newsreader.tui.screens.visiting import Visiting
from newsreader.tui.screens.welcoming import Welcoming
from newsreader.tui.screens.writing import Writing
from newsreader.tui.widgets.article_view import ArticleView
from newsreader.tui.widgets.headline_list import HeadlineList
from newsreader.tui.widgets.input_bar import InputBar
from newsreader.tui.widgets.key_bar import KeyBar
from newsreader.tui.widgets.masthead import Masthead
from newsreader.tui.widgets.source_list import SourceList


class Parts(Changes):
    """Makes them for ``host``; ``run`` does a command wherever its key has its meaning.

    A command of the reading screen belongs to the part that does it: its id stands in the ``deeds`` of that part.
    """

    def __init__(
        self,
        host: Screen[Any],
        news: News,
        options: Options,
        keymap: Mapping[str, str],
        run: Callable[[Command], Awaitable[None]],
    ) -> None:
        self._host = host
        self._keymap = keymap
        self._run = run
        self.news = news
        self.options = options
        self._make_widgets()
        self._make_lists()
        self._make_reading()
        self._make_asking()
        self._make_going()
        self.deeds = self._all_deeds()

    def _make_widgets(self) -> None:
        self.sources = SourceList()
        self.headlines = HeadlineList(self.known, self.options.now)
        self.article = ArticleView()
        self.search_bar = InputBar("search")
        self.line = InputBar("writing")
        self.masthead = Masthead(id="masthead")
        self.keys = KeyBar(id="keys")
        self.panes = Panes(self._host, self.sources, self.headlines, self.article, self.keys, self._keymap)

    def _make_lists(self) -> None:
        """Make what fills the panes on the left, and gives all panes their size."""
        host, news, habits = self._host, self.news, self.news.habits
        places, orders = ListPlaces(host, habits), Orders(host, habits)
        emptiness = Emptiness(news, self._keymap)
        self.shelf = Shelf(news, self.headlines, places, orders, emptiness, listed=self.count)
        self.sizes = Sizes(host, habits, self.panes, self.article, self.options.width)
        self.source_pane = SourcePane(host, news, self.sources, self.shelf, self.panes, self.sizes)

    def _make_reading(self) -> None:
        """Make what shows an article, and knows what was read of it."""
        host, news = self._host, self.news
        self.marks = Marks(host, news, show=self.show, written=self.written, undone=self.brought_back)
        self.positions = Positions(host, news, self.article, show=self.show)
        self.reader = Reader(
            host, news, self.article, self.options, self._keymap, self.positions, on_shown=self.article_shown
        )
        self.looking = Looking(host, self.panes, self.reader, self.marks)

    def _make_asking(self) -> None:
        """Make what asks: the reader in a line, the sources for news, the weather service, a newcomer for a key."""
        host, news, options = self._host, self.news, self.options
        bar, searched = self.search_bar, (self.headlines, self.article, options.now)
        self.searching = Searching(
            host,
            bar,
            *searched,
            search=self.shelf.search,
            note=self.panes.note,
            catch_up=news.catch_up,
            caught_up=self.caught_up,
        )
        self.writing = Writing(host, self.line)
        self.front = FrontDesk(
            host,
            news,
            self.masthead,
            now=options.now,
            on_minute=self.headlines.redraw,
            opener=options.opener,
            keymap=self._keymap,
        )
        self.refreshing = Refreshing(
            host,
            news,
            options.now,
            changed=self.count,
            arrived=self.arrived,
            completing=self.headlines.reload,
        )
        self.welcoming = Welcoming(host, news, self._keymap)

    def _make_going(self) -> None:
        """Make what leads from one article or list to another."""
        host, news, panes = self._host, self.news, (self.panes, self.headlines, self.article)
        self.outside = Outside(host, self.options.opener, self.options.as_markdown)
        self.visiting = Visiting(host, news, *panes, self.reader, self.marks, self.outside)
        self.retelling = Retelling(host, news, self.panes, self.headlines, self.visiting)
        lines = (self.searching, self.writing)
        self.going = Going(*panes, self.shelf, self.reader, *lines, self.visiting)

    def _all_deeds(self) -> Deeds:
        host, news, at_hand = self._host, self.news, self.visiting.at_hand
        keeping = Keeping(self.headlines, at_hand, self.marks, self.outside, self.reader, self.writing)
        own = Own(host, news, at_hand, self.reader, self.options.own, self._keymap)
        asked = (self.refreshing, self.writing, self.headlines, self.source_pane)
        sourcing = Sourcing(host, news, *asked, changed=self.sources_changed)
        shown = (self.reader, self.headlines, self.article, self.shelf)
        offering = Offering(host, news, self.going, *shown, self.options, self._keymap, run=self._run)
        doing = (self.going, sourcing, keeping, self.visiting, self.retelling, self.front, own)
        placing = (self.sizes, self.source_pane, offering)
        return {id_: do for part in (*doing, *placing) for id_, do in part.deeds.items()}
