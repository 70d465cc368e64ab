"""A screen of a list and an article: what these two say, handed to the parts that answer."""

from textual import on
from textual.screen import Screen

from newsreader.model import shown_host
from newsreader.tui.screens.parts import Parts
from newsreader.tui.widgets.article_view import ArticleView
from newsreader.tui.widgets.headline_list import HeadlineList


class ListAndArticle(Screen[None]):
    """Shows the article beside the cursor, and goes where the article leads."""

    parts: Parts

    @on(HeadlineList.Chosen)
    def headline_chosen(self, event: HeadlineList.Chosen) -> None:
        """Show the article beside the cursor."""
        parts, current = self.parts, self.parts.headlines.current
        if current is None or current.id != event.entry_id:
            return  # the cursor is further on already
        parts.looking.chosen(moved=event.moved)
        parts.retelling.rest()
        parts.name_keys()
        if parts.panes.article_in_view:
            parts.reader.open(current)

    @on(HeadlineList.Emptied)
    def list_emptied(self) -> None:
        """Show nothing beside an empty list."""
        self.parts.reader.close()
        self.parts.name_keys()

    @on(HeadlineList.Opened)
    def headline_opened(self, event: HeadlineList.Opened) -> None:
        """Go into the article: it is being read."""
        current = self.parts.headlines.current
        if current is not None and current.id == event.entry_id:
            self.parts.panes.enter_article()
            self.parts.reader.open(current)
            self.parts.marks.seen(current)

    @on(ArticleView.Again)
    def article_wanted(self) -> None:
        """Ask again for an article that could not be shown."""
        self.parts.headlines.action_open()

    @on(ArticleView.Turned)
    def article_turned(self) -> None:
        """Mark it read: a page was turned."""
        self.parts.looking.read()

    @on(ArticleView.Ended)
    def article_ended(self) -> None:
        """Go on to the next unread, once there was something to read."""
        if self.parts.reader.article is not None:
            self.parts.looking.read()
            self.parts.positions.ended()
            self.parts.going.next_unread(1)

    @on(ArticleView.Moved)
    def article_moved(self) -> None:
        """Say how far it is read."""
        self.parts.positions.moved()
        self.parts.reader.pictures.moved()
        self.parts.panes.progress(self.parts.positions.words)

    @on(ArticleView.Measured)
    def column_measured(self) -> None:
        """Draw the pictures for the column as it is now."""
        self.parts.reader.pictures.bring()
        self.parts.panes.progress(self.parts.positions.words)

    @on(ArticleView.LinkFollowed)
    def link_followed(self, event: ArticleView.LinkFollowed) -> None:
        """Go where a link leads."""
        self.parts.visiting.follow(event.href, outside=event.outside)

    @on(ArticleView.LinkFocused)
    def link_focused(self, event: ArticleView.LinkFocused) -> None:
        """Say where a link leads."""
        self.parts.panes.note((shown_host(event.href) or event.href) if event.href else "")
