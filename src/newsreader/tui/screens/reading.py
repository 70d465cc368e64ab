"""The reading screen: sources, headlines, the article; it wires them and what the keys do."""

from collections.abc import Mapping, Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input

from newsreader.model import Headline, shown_host
from newsreader.tui.abilities import Abilities
from newsreader.tui.asked import News
from newsreader.tui.commands import BY_ID, Command, Room, bindings, shown_keys
from newsreader.tui.options import Options
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
from newsreader.tui.screens.paned import PanedScreen
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
from newsreader.tui.screens.telling import tell
from newsreader.tui.screens.visiting import Visiting
from newsreader.tui.screens.welcoming import Welcoming
from newsreader.tui.screens.writing import Writing
from newsreader.tui.widgets.article_view import ArticleView
from newsreader.tui.widgets.headline_list import HeadlineList
from newsreader.tui.widgets.input_bar import InputBar
from newsreader.tui.widgets.key_bar import KeyBar
from newsreader.tui.widgets.masthead import Masthead
from newsreader.tui.widgets.notice import Notice
from newsreader.tui.widgets.source_list import SourceList
from newsreader.tui.widgets.welcome_card import WelcomeCard


class ReadingScreen(PanedScreen):
    """Headlines and the article; asks the newsroom and shows its answers."""

    BINDINGS = bindings(Room.READING)
    AUTO_FOCUS = "HeadlineList"

    def __init__(self, news: News, options: Options, keymap: Mapping[str, str]) -> None:
        super().__init__()
        self._news = news
        self._options = options
        self.keymap, self.commands = keymap, options.commands
        self._sources = SourceList()
        self._list = HeadlineList(self._headlines, options.now)
        self._article = ArticleView()
        self._bar = InputBar("search")
        self._line = InputBar("writing")
        self._masthead = Masthead(id="masthead")
        self._keys = KeyBar(id="keys")
        self._panes = Panes(self, self._sources, self._list, self._article, self._keys, keymap)
        self._shelf = Shelf(
            news,
            self._list,
            ListPlaces(self, news.habits),
            Orders(self, news.habits),
            Emptiness(news, keymap),
            listed=self._count,
        )
        self._sizes = Sizes(self, news.habits, self._panes, self._article, options.width)
        self._source_pane = SourcePane(self, news, self._sources, self._shelf, self._panes, self._sizes)
        self._marks = Marks(self, news, show=self._show, written=self._written, undone=self._brought_back)
        self._positions = Positions(self, news, self._article, show=self._show)
        self._reader = Reader(self, news, self._article, options, self._positions, on_shown=self._article_shown)
        self._looking = Looking(self, self._panes, self._reader, self._marks)
        self._searching = Searching(
            self,
            self._bar,
            self._list,
            self._article,
            options.now,
            search=self._shelf.search,
            note=self._panes.note,
        )
        self._writing = Writing(self, self._line)
        self._front = FrontDesk(
            self,
            news,
            self._masthead,
            now=options.now,
            on_minute=self._list.redraw,
            opener=options.opener,
            keymap=keymap,
        )
        self._refreshing = Refreshing(
            self, news, options.now, changed=self._count, arrived=self._arrived, completing=self._list.reload
        )
        self._outside = Outside(self, options.opener, options.as_markdown)
        self._welcoming = Welcoming(self, news, keymap)
        self._sourcing = Sourcing(
            self,
            news,
            self._refreshing,
            self._writing,
            self._list,
            self._source_pane,
            changed=self._sources_changed,
        )
        parts = (self._panes, self._list, self._article)
        self._visiting = Visiting(self, news, *parts, self._reader, self._marks, self._outside)
        self._retelling = Retelling(self, news, self._panes, self._list, self._visiting)
        self._going = Going(*parts, self._shelf, self._reader, self._searching, self._writing, self._visiting)
        keeping = Keeping(
            self._list, self._visiting.at_hand, self._marks, self._outside, self._reader, self._writing
        )
        own = Own(self, news, self._visiting.at_hand, self._reader, options.own)
        offering = Offering(
            self,
            news,
            self._going,
            self._reader,
            self._list,
            self._article,
            self._shelf,
            options,
            keymap,
            run=self.run_command,
        )
        doing = (self._going, self._sourcing, keeping, self._visiting, self._retelling, self._front, own)
        placing = (self._sizes, self._source_pane, offering)
        self._deeds: Deeds = {id_: do for part in (*doing, *placing) for id_, do in part.deeds.items()}

    def compose(self) -> ComposeResult:
        """Lay out the header bar, the panes, the search line and the footer."""
        yield self._masthead
        yield from self.compose_panes(self._sources, self._list, self._article)
        yield self._bar
        yield self._line
        yield Horizontal(self._keys, Notice(shown_keys(BY_ID["undo"], self.keymap)[0]), id="foot")

    def on_mount(self) -> None:
        """Open view 1 on the newest unread headline."""
        self._list.reorder = self._options.typesetter.reorder
        self._sizes.start()
        self.app.app_resume_signal.subscribe(self, lambda _: self._reader.pictures.bring())
        self._shelf.start(opening=self._options.start_refresh and not self._news.read_only)
        if self._news.read_only:
            tell(self.app, self._news.read_only, failed=True)
        self.call_after_refresh(self._go_on)

    def _go_on(self) -> None:
        """Do what the first paint need not wait for: to guess the place alone takes a look at a table of cities."""
        self._front.start()
        self._shelf.list_rest()
        self._source_pane.fill()
        self._welcoming.start()
        if self._options.start_refresh:
            self._refreshing.open(self._options.opening)

    # Keys

    def action_do(self, id_: str) -> None:
        """Do the command of this id."""
        self._deeds[id_]()
        self._name_keys()

    async def run_command(self, command: Command) -> None:
        """Do a command, wherever its key has its meaning."""
        nodes = {
            Room.SOURCES: self._sources,
            Room.LIST: self._list,
            Room.ARTICLE: self._article,
            Room.READING: self,
        }
        await self.app.run_action(command.action, nodes.get(command.room, self.app))

    def terminal_answered(self, abilities: Abilities) -> None:
        """Draw from now on with what the terminal can do."""
        self._reader.pictures.terminal_answered(abilities)

    @on(events.Key)
    @on(WelcomeCard.Closed)
    def put_welcome_away(self) -> None:
        """Put the welcome away; the key is done as well."""
        self._welcoming.close()

    def put_down(self) -> None:
        """Remember where the reader is, for the next time."""
        self._positions.leave()
        self._shelf.leave()
        self._reader.pictures.put_down()

    # The list and the article beside it

    @on(HeadlineList.Chosen)
    def headline_chosen(self, event: HeadlineList.Chosen) -> None:
        """Show the article beside the cursor."""
        current = self._list.current
        if current is None or current.id != event.entry_id:
            return  # the cursor is further on already
        self._looking.chosen(moved=event.moved)
        self._retelling.rest()
        self._name_keys()
        if self._panes.article_in_view:
            self._reader.open(current)

    @on(HeadlineList.Emptied)
    def list_emptied(self) -> None:
        """Show nothing beside an empty list."""
        self._reader.close()
        self._name_keys()

    @on(HeadlineList.Opened)
    def headline_opened(self, event: HeadlineList.Opened) -> None:
        """Go into the article: it is being read."""
        current = self._list.current
        if current is not None and current.id == event.entry_id:
            self._panes.enter_article()
            self._reader.open(current)
            self._marks.seen(current)

    def _article_shown(self, headline: Headline) -> None:
        """Watch for how long it is looked at, and fetch the next one ahead."""
        self._list.put(self._retelling.counted([headline]))
        self._name_keys()
        self._looking.shown()
        if self._options.prefetch and not self._news.read_only:
            self._reader.fetch_ahead(self._list.headline(self._list.cursor + 1))

    @on(ArticleView.Again)
    def article_wanted(self) -> None:
        """Ask again for an article that could not be shown."""
        self._list.action_open()

    @on(ArticleView.Turned)
    def article_turned(self) -> None:
        """Mark it read: a page was turned."""
        self._looking.read()

    @on(ArticleView.Ended)
    def article_ended(self) -> None:
        """Go on to the next unread, once there was something to read."""
        if self._reader.article is not None:
            self._looking.read()
            self._positions.ended()
            self._going.next_unread(1)

    @on(ArticleView.Moved)
    def article_moved(self) -> None:
        """Say how far it is read."""
        self._positions.moved()
        self._reader.pictures.moved()
        self._panes.progress(self._positions.words)

    @on(ArticleView.Measured)
    def column_measured(self) -> None:
        """Draw the pictures for the column as it is now."""
        self._reader.pictures.bring()
        self._panes.progress(self._positions.words)

    @on(ArticleView.LinkFollowed)
    def link_followed(self, event: ArticleView.LinkFollowed) -> None:
        """Go where a link leads."""
        self._visiting.follow(event.href, outside=event.outside)

    @on(ArticleView.LinkFocused)
    def link_focused(self, event: ArticleView.LinkFocused) -> None:
        """Say where a link leads."""
        self._panes.note((shown_host(event.href) or event.href) if event.href else "")

    # The lines to type into

    @on(Input.Changed, "#search-input")
    def search_typed(self) -> None:
        """Look for what is typed, once the typing stops."""
        self._searching.typed()

    @on(Input.Submitted, "#search-input")
    def search_submitted(self) -> None:
        """Go to what was found."""
        self._going.searched()
        self._name_keys()

    @on(Input.Submitted, "#writing-input")
    def line_written(self) -> None:
        """Hand on what was written."""
        self._writing.submitted()
        self._name_keys()

    # What changed

    def _show(self, headline: Headline) -> None:
        self._list.put(self._retelling.counted([headline]))
        self._reader.changed(headline)
        self._name_keys()

    def _headlines(self, ids: Sequence[int]) -> list[Headline]:
        return self._retelling.counted(self._marks.headlines(ids))

    def _written(self) -> None:
        """Show what the disk says."""
        self._list.reload()
        if (open_now := self._reader.headline) and (found := self._headlines([open_now.id])):
            self._reader.changed(found[0])
        self._count()

    def _arrived(self) -> None:
        self._retelling.forget()
        self._shelf.merge()
        self._count()

    def _sources_changed(self) -> None:
        self._shelf.refill()
        self._written()

    def _brought_back(self) -> None:
        self._shelf.bring_back()
        self._count()

    def _count(self) -> None:
        """Say on the right of the header bar how the news stands."""
        self._source_pane.changed()
        if progress := self._refreshing.progress:
            short = f"{progress.done} of {progress.total}"
            self._masthead.states = (f"refreshing {short}", short) if progress.total else ("refreshing",)
            return
        self._masthead.states = self._shelf.states(self._refreshing.words)

    @on(events.DescendantFocus)
    @on(ArticleView.HintsChanged)
    @on(ArticleView.Said)
    def _name_keys(self) -> None:
        if not self._panes.in_article:
            self._positions.note()
        self._visiting.look()
        self._panes.show_focus()
        self._panes.name_keys(
            searching=bool(self._searching.query),
            writing=self._line.is_typed_in,
            sourceless=self._list.current is None and not self._news.subscriptions(),
        )
        self._panes.progress(self._positions.words)
