"""The reading screen: headlines on the left, the article on the right; it wires the two and what the keys do."""

from collections.abc import Callable, Mapping
from functools import partial

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Input

from newsreader.model import Headline, Subscription, View, shown_host
from newsreader.tui.asked import News
from newsreader.tui.commands import Command, Room, bindings
from newsreader.tui.options import Options
from newsreader.tui.screens.add_source import AddSource
from newsreader.tui.screens.front import FrontDesk
from newsreader.tui.screens.going import Going
from newsreader.tui.screens.listing import state_words
from newsreader.tui.screens.marks import Marks
from newsreader.tui.screens.outside import Outside
from newsreader.tui.screens.panes import Deeds, Panes
from newsreader.tui.screens.reader import Reader
from newsreader.tui.screens.refreshing import Refreshing
from newsreader.tui.screens.searching import Searching
from newsreader.tui.screens.shelf import Shelf
from newsreader.tui.screens.telling import tell
from newsreader.tui.widgets.article_view import ArticleView
from newsreader.tui.widgets.headline_list import HeadlineList
from newsreader.tui.widgets.key_bar import KeyBar
from newsreader.tui.widgets.masthead import Masthead
from newsreader.tui.widgets.search_bar import SearchBar

READ_AFTER = 1.5
"""Seconds an article stands beside the cursor before it counts as read."""


class ReadingScreen(Screen[None]):
    """Headlines and the article; asks the newsroom and shows its answers."""

    BINDINGS = bindings(Room.READING)
    AUTO_FOCUS = "HeadlineList"

    def __init__(self, news: News, options: Options, keymap: Mapping[str, str]) -> None:
        super().__init__()
        self._news = news
        self._options = options
        self.keymap = keymap
        self._list = HeadlineList(news.headlines, options.now)
        self._article = ArticleView()
        self._bar = SearchBar(id="search")
        self._masthead = Masthead(id="masthead")
        self._keys = KeyBar(id="keys")
        self._rest: Timer | None = None
        self._moved = False
        self._panes = Panes(self, self._list, self._article, self._keys, keymap)
        self._shelf = Shelf(news, self._list, listed=self._count)
        self._marks = Marks(self, news, show=self._show, written=self._written, undone=self._arrived)
        self._reader = Reader(self, news, self._article, options, on_shown=self._article_shown)
        self._searching = Searching(
            self, self._bar, self._article, search=self._shelf.search, note=self._panes.note
        )
        self._front = FrontDesk(self, news, self._masthead, now=options.now, on_minute=self._list.redraw)
        self._refreshing = Refreshing(self, news, options.now, changed=self._count, arrived=self._arrived)
        self._outside = Outside(self, options.opener, options.as_markdown)
        self._going = Going(
            self._panes,
            self._list,
            self._article,
            shelf=self._shelf,
            reader=self._reader,
            searching=self._searching,
        )
        self._deeds: Deeds = {**self._going.deeds, **self._own_deeds()}

    def compose(self) -> ComposeResult:
        """Lay out the header bar, the two panes, the search line and the footer."""
        yield self._masthead
        with Horizontal(id="panes"):
            with Vertical(id="list-pane"):
                yield self._list
            with Vertical(id="article-pane"):
                yield self._article
        yield self._bar
        yield self._keys

    def on_mount(self) -> None:
        """Open view 1 on the newest unread headline, and ask the sources."""
        self._article.measure = self._options.width
        self._front.start()
        self._shelf.open(View.ALL)
        if self._news.read_only:
            tell(self.app, self._news.read_only, failed=True)
        if self._options.start_refresh:
            self._refreshing.open(self._options.opening)

    # Keys

    def action_do(self, id_: str) -> None:
        """Do the command of this id."""
        self._deeds[id_]()
        self._name_keys()

    async def run_command(self, command: Command) -> None:
        """Do a command, wherever its key has its meaning."""
        nodes = {Room.LIST: self._list, Room.ARTICLE: self._article, Room.READING: self}
        await self.app.run_action(command.action, nodes.get(command.room, self.app))

    def _own_deeds(self) -> Deeds:
        return {
            "bookmark.toggle": partial(self._with_current, self._marks.bookmark),
            "read.toggle": partial(
                self._with_current, lambda headline: self._marks.read(headline, not headline.read)
            ),
            "read.all": lambda: self._marks.read_all(self._list.ids),
            "undo": self._marks.undo,
            "browser.open": partial(self._with_current, lambda headline: self._outside.open(headline.url)),
            "link.copy": lambda: self._outside.copy_link(self._list.current),
            "article.copy": lambda: self._outside.copy_article(self._reader.article),
            "refresh.source": partial(self._with_current, lambda headline: self._refresh(headline.source_id)),
            "refresh.all": lambda: self._refreshing.start(force=True),
            "source.add": self._add_source,
        }

    def _with_current(self, act: Callable[[Headline], None]) -> None:
        """Act on the headline at the cursor, if there is one."""
        if current := self._list.current:
            act(current)

    def _refresh(self, source_id: int) -> None:
        self._refreshing.start((source_id,), force=True)

    def _add_source(self) -> None:
        self.app.push_screen(AddSource(self._news), self._added)

    def _added(self, source: Subscription | None) -> None:
        if source is not None:
            tell(self.app, f"Added {source.title}")
            self._arrived()
            self._refresh(source.id)

    # The list and the article beside it

    @on(HeadlineList.Chosen)
    def headline_chosen(self, event: HeadlineList.Chosen) -> None:
        """Show the article beside the cursor."""
        current = self._list.current
        if current is None or current.id != event.entry_id:
            return  # the cursor is further on already
        self._stop_rest()
        self._moved = event.moved
        if self._panes.article_in_view:
            self._reader.open(current)

    @on(HeadlineList.Emptied)
    def list_emptied(self) -> None:
        """Show nothing beside an empty list."""
        self._reader.close()

    @on(HeadlineList.Opened)
    def headline_opened(self, event: HeadlineList.Opened) -> None:
        """Go into the article: it is being read."""
        current = self._list.current
        if current is not None and current.id == event.entry_id:
            self._panes.enter_article()
            self._reader.open(current)
            self._marks.seen(current)

    def _article_shown(self, headline: Headline) -> None:
        """Mark it read once it was looked at for a while, and fetch the next one ahead."""
        self._list.put([headline])
        self._stop_rest()
        if self._moved:  # what stands there at the start was not chosen by the reader yet
            self._rest = self.set_timer(READ_AFTER, self._read_current)
        if self._options.prefetch and not self._news.read_only:
            self._reader.fetch_ahead(self._list.headline(self._list.cursor + 1))

    def _stop_rest(self) -> None:
        if self._rest is not None:
            self._rest.stop()

    @on(ArticleView.Turned)
    def _read_current(self) -> None:
        """Mark what stands in the article pane read, once it is there."""
        if self._panes.article_in_view and self._reader.article is not None and self._reader.headline is not None:
            self._marks.seen(self._reader.headline)

    @on(ArticleView.Ended)
    def article_ended(self) -> None:
        """Go on to the next unread."""
        self._read_current()
        self._going.next_unread(1)

    @on(ArticleView.Measured)
    def column_measured(self) -> None:
        """Draw the pictures for the column as it is now."""
        self._reader.draw_pictures()

    @on(ArticleView.LinkFollowed)
    def link_followed(self, event: ArticleView.LinkFollowed) -> None:
        """Open a link in the browser."""
        self._outside.open(event.href)

    @on(ArticleView.LinkFocused)
    def link_focused(self, event: ArticleView.LinkFocused) -> None:
        """Say where a link leads."""
        self._panes.note((shown_host(event.href) or event.href) if event.href else "")

    # The search line

    @on(Input.Changed, "#search-input")
    def search_typed(self) -> None:
        """Look for what is typed, once the typing stops."""
        self._searching.typed()

    @on(Input.Submitted, "#search-input")
    def search_submitted(self) -> None:
        """Go to what was found."""
        self._going.searched()
        self._name_keys()

    # What changed

    def _show(self, headline: Headline) -> None:
        self._list.put([headline])
        self._reader.changed(headline)

    def _written(self) -> None:
        """Show what the disk says."""
        self._list.reload()
        if (open_now := self._reader.headline) and (found := self._news.headlines([open_now.id])):
            self._reader.changed(found[0])
        self._count()

    def _arrived(self) -> None:
        self._shelf.merge()
        self._count()

    def _count(self) -> None:
        """Say on the right of the header bar how the news stands."""
        if progress := self._refreshing.progress:
            short = f"{progress.done} of {progress.total}"
            self._masthead.states = (f"refreshing {short}", short) if progress.total else ("refreshing",)
            return
        query = self._shelf.query
        self._masthead.states = state_words(query, *self._news.count(query), self._refreshing.words)

    @on(events.DescendantFocus)
    @on(ArticleView.HintsChanged)
    def _name_keys(self) -> None:
        self._panes.name_keys(matches=self._going.matches)
