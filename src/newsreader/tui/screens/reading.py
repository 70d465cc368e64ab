"""The reading screen: header bar, panes, lines to type into and footer, and what a key does there."""

from collections.abc import Mapping

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input

from newsreader.tui.abilities import Abilities
from newsreader.tui.asked import News
from newsreader.tui.commands import Command, Room, bindings
from newsreader.tui.key_words import first_shown
from newsreader.tui.options import Options
from newsreader.tui.screens.list_and_article import ListAndArticle
from newsreader.tui.screens.paned import PanedScreen
from newsreader.tui.screens.parts import Parts
from newsreader.tui.screens.telling import tell
from newsreader.tui.widgets.article_view import ArticleView
from newsreader.tui.widgets.notice import Notice
from newsreader.tui.widgets.welcome_card import WelcomeCard


class ReadingScreen(ListAndArticle, PanedScreen):
    """Lays out its parts, starts them and does a command by its id: the part that does it says so in its deeds."""

    BINDINGS = bindings(Room.READING)
    AUTO_FOCUS = "HeadlineList"

    def __init__(self, news: News, options: Options, keymap: Mapping[str, str]) -> None:
        super().__init__()
        self._keymap = keymap
        self.parts = Parts(self, news, options, keymap, self.run_command)

    def compose(self) -> ComposeResult:
        """Lay out the header bar, the panes, the lines to type into and the footer."""
        yield self.parts.masthead
        yield from self.compose_panes()
        yield self.parts.search_bar
        yield self.parts.line
        yield Horizontal(self.parts.keys, Notice(first_shown("undo", self._keymap)), id="foot")

    def on_mount(self) -> None:
        """Open view 1 on the newest unread headline."""
        parts, options, read_only = self.parts, self.parts.options, self.parts.news.read_only
        parts.headlines.reorder = options.typesetter.reorder
        parts.sizes.lay_out()
        self.app.app_resume_signal.subscribe(self, lambda _: parts.reader.pictures.bring())
        parts.shelf.start(opening=options.start_refresh and not read_only)
        if read_only:
            tell(self.app, read_only, failed=True)
        self.call_after_refresh(self._go_on)

    def _go_on(self) -> None:
        """Do what the first paint need not wait for: to guess the place alone takes a look at a table of cities."""
        parts, options = self.parts, self.parts.options
        parts.front.start()
        parts.shelf.list_rest()
        parts.source_pane.fill()
        parts.welcoming.start()
        if options.start_refresh:
            parts.refreshing.open(options.opening)

    def action_do(self, id_: str) -> None:
        """Do the command of this id."""
        self.parts.deeds[id_]()
        self.name_keys()

    async def run_command(self, command: Command) -> None:
        """Do a command, wherever its key has its meaning."""
        nodes = {
            Room.SOURCES: self.parts.sources,
            Room.LIST: self.parts.headlines,
            Room.ARTICLE: self.parts.article,
            Room.READING: self,
        }
        await self.app.run_action(command.action, nodes.get(command.room, self.app))

    def terminal_answered(self, abilities: Abilities) -> None:
        """Draw from now on with what the terminal can do."""
        self.parts.reader.pictures.terminal_answered(abilities)

    def put_down(self) -> None:
        """Remember where the reader is, for the next time."""
        self.parts.positions.leave()
        self.parts.shelf.leave()
        self.parts.reader.pictures.put_down()

    @on(events.Key)
    @on(WelcomeCard.Closed)
    def make_way(self) -> None:
        """Put the welcome away, and what was said of the key before; the key is done as well."""
        self.parts.welcoming.close()
        self.parts.panes.let_go_of_note()

    @on(Input.Changed, "#search-input")
    def search_typed(self) -> None:
        """Look for what is typed, once the typing stops."""
        self.parts.searching.typed()

    @on(Input.Submitted, "#search-input")
    def search_submitted(self) -> None:
        """Go to what was found."""
        self.parts.going.searched()
        self.name_keys()

    @on(Input.Submitted, "#writing-input")
    def line_written(self) -> None:
        """Hand on what was written."""
        self.parts.writing.submitted()
        self.name_keys()

    @on(events.DescendantFocus)
    @on(ArticleView.HintsChanged)
    @on(ArticleView.Said)
    def name_keys(self) -> None:
        """Name the keys that matter where the reader is now."""
        self.parts.name_keys()
