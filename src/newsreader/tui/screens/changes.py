"""What changed in one part of the reading screen, shown in the others."""

from collections.abc import Sequence

from newsreader.model import Headline
from newsreader.tui.asked import News
from newsreader.tui.options import Options
from newsreader.tui.screens.looking import Looking
from newsreader.tui.screens.marks import Marks
from newsreader.tui.screens.panes import Panes
from newsreader.tui.screens.positions import Positions
from newsreader.tui.screens.reader import Reader
from newsreader.tui.screens.refreshing import Refreshing
from newsreader.tui.screens.retelling import Retelling
from newsreader.tui.screens.searching import Searching
from newsreader.tui.screens.shelf import Shelf
from newsreader.tui.screens.source_pane import SourcePane
from newsreader.tui.screens.visiting import Visiting
from newsreader.tui.widgets.headline_list import HeadlineList
from newsreader.tui.widgets.input_bar import InputBar
from newsreader.tui.widgets.masthead import Masthead


class Changes:
    """Called by the parts, none of which knows the others; ``Parts`` is one of these and has them all."""

    news: News
    options: Options
    masthead: Masthead
    headlines: HeadlineList
    line: InputBar
    panes: Panes
    shelf: Shelf
    source_pane: SourcePane
    marks: Marks
    positions: Positions
    reader: Reader
    looking: Looking
    searching: Searching
    refreshing: Refreshing
    visiting: Visiting
    retelling: Retelling

    def known(self, ids: Sequence[int]) -> list[Headline]:
        """Return headlines by id, with what the disk does not know of them."""
        return self.retelling.counted(self.marks.headlines(ids))

    def show(self, headline: Headline) -> None:
        """Show a headline as it is now."""
        self.headlines.put(self.retelling.counted([headline]))
        self.reader.changed(headline)
        self.name_keys()

    def article_shown(self, headline: Headline) -> None:
        """Watch for how long it is looked at, and fetch the next one ahead."""
        self.headlines.put(self.retelling.counted([headline]))
        self.name_keys()
        self.looking.shown()
        if self.options.prefetch and not self.news.read_only:
            self.reader.fetch_ahead(self.headlines.headline(self.headlines.cursor + 1))

    def written(self) -> None:
        """Show what the disk says."""
        self.headlines.reload()
        if (open_now := self.reader.headline) and (found := self.known([open_now.id])):
            self.reader.changed(found[0])
        self.count()

    def arrived(self) -> None:
        """Take in that there are other headlines than before."""
        self.retelling.forget()
        self.shelf.merge()
        self.count()

    def caught_up(self) -> None:
        """Take in what a search finds only now, if there is any."""
        if self.shelf.is_behind:
            self.arrived()

    def sources_changed(self) -> None:
        """Take in that there are other sources than before."""
        self.shelf.refill()
        self.written()

    def brought_back(self) -> None:
        """Take in that something was undone."""
        self.shelf.bring_back()
        self.count()

    def count(self) -> None:
        """Say on the right of the header bar how the news stands."""
        self.source_pane.changed()
        if progress := self.refreshing.progress:
            short = f"{progress.done} of {progress.total}"
            self.masthead.states = (f"refreshing {short}", short) if progress.total else ("refreshing",)
            return
        self.masthead.states = self.shelf.states(self.refreshing.words)

    def name_keys(self) -> None:
        """Name the keys that matter now, and say how far the article is read."""
        if not self.panes.in_article:
            self.positions.note()
        self.visiting.look()
        self.panes.show_focus()
        self.panes.name_keys(
            searching=bool(self.searching.query),
            writing=self.line.is_typed_in,
            sourceless=self.headlines.current is None and not self.news.subscriptions(),
        )
        self.panes.progress(self.positions.words)
