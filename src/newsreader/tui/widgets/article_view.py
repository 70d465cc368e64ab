"""The article pane: a page with its keys, links to walk and follow, and text to select."""

from collections.abc import Sequence
from dataclasses import replace

from textual import events
from textual.message import Message
from textual.selection import Selection

from newsreader.tui.commands import Room, bindings
from newsreader.tui.widgets.article_links import LETTERS, LinkHand, link_at, links_of, next_link
from newsreader.tui.widgets.finding_view import ABOVE_MATCH
from newsreader.tui.widgets.heading_view import HeadingView
from newsreader.tui.widgets.lines import Link
from newsreader.tui.widgets.paint import Mark, Sheet
from newsreader.tui.widgets.selecting import selected_text
from newsreader.tui.widgets.twice import Twice

OVERLAP = 2
"""Lines of the last screenful that stay in view when a page is turned."""


class ArticleView(HeadingView, can_focus=True):
    """Shows one article; knows nothing of where it comes from."""

    BINDINGS = bindings(Room.ARTICLE)

    class LinkFollowed(Message):
        """The reader wants to read what ``href`` leads to, or to see it ``outside``, in the browser."""

        def __init__(self, href: str, *, outside: bool = False) -> None:
            self.href = href
            self.outside = outside
            super().__init__()

    class LinkFocused(Message):
        """A link came under the reader's hand: ``href``, or None when it left."""

        def __init__(self, href: str | None) -> None:
            self.href = href
            super().__init__()

    class HintsChanged(Message):
        """Letters of links came or went."""

    class Again(Message):
        """The reader wants to have the article that could not be shown."""

    class Ended(Message):
        """The reader turned a page at the end of the article."""

    class Turned(Message):
        """The reader turned a page: what is shown is being read."""

    def __init__(self) -> None:
        super().__init__()
        self._hand = LinkHand()
        self._twice = Twice()

    # Going through the page

    def action_line(self, step: int) -> None:
        """Scroll by a line."""
        self._twice.forget()
        self.go(max(0, self.scroll_offset.y + step))

    def action_turn(self, step: int) -> None:
        """Turn a page; past the end say so."""
        self._twice.forget()
        if step > 0 and self.at_end:
            self.post_message(self.Ended())
            return
        self.go(max(0, self.scroll_offset.y + step * max(1, self.size.height - OVERLAP)))
        self.post_message(self.Turned())

    def action_first(self) -> None:
        """Go to the top."""
        self.go(0)

    def action_top(self) -> None:
        """Go to the top when pressed twice."""
        if self._twice.press():
            self.go(0)

    def action_last(self) -> None:
        """Go to the end."""
        if self._page is not None:
            self._page.set_all()
            self.go(len(self._page.lines))

    # Links

    def action_link(self, step: int) -> None:
        """Put the hand on the next link, or the one before."""
        if self._page is None:
            return
        self._page.set_all()
        top = self.scroll_offset.y
        found = next_link(self._page.lines, self._hand.focused, step, top, top + self.size.height)
        if found is None:
            return
        link, line = found
        if not top <= line < top + self.size.height:
            self.go(max(0, line - ABOVE_MATCH))
        self._take(link)

    def action_follow(self) -> None:
        """Open the link under the hand; where no article could be shown, ask for it again."""
        if self.says_words:
            self.post_message(self.Again())
        if self._hand.focused is not None:
            self.post_message(self.LinkFollowed(self._hand.focused.href))

    @property
    def focused_href(self) -> str | None:
        """Where the link under the hand leads; None while there is none."""
        return self._hand.focused.href if self._hand.focused else None

    def show_hints(self) -> bool:
        """Letter the links in view; return False when there are none."""
        top = self.scroll_offset.y
        lines = self._page.lines if self._page else ()
        self._hand.show(list(links_of(lines, top, top + self.size.height)))
        self._hints_changed()
        return self.has_hints

    @property
    def has_hints(self) -> bool:
        """True while links have letters."""
        return bool(self._hand.hints)

    def hide_hints(self) -> None:
        """Take the letters away."""
        self._hand.show([])
        self._hints_changed()

    def on_key(self, event: events.Key) -> None:
        """Take the letters of a link, in capitals for the browser; any other key takes them away."""
        if not self.has_hints:
            return
        if event.character and event.character.lower() in LETTERS:
            event.stop()
            event.prevent_default()
            if link := self._hand.type(event.character):
                self._take(link)
                self.post_message(self.LinkFollowed(link.href, outside=event.character.isupper()))
            self._hints_changed()
        elif event.key != "escape":
            self.hide_hints()

    def on_click(self, event: events.Click) -> None:
        """Follow a link that is clicked on, with Ctrl held in the browser."""
        number = self.scroll_offset.y + event.y
        if self._page is None or number >= len(self._page.lines) or event.chain > 1:
            return
        if link := link_at(self._page.lines[number], event.x - self.sheet().left, reorder=self.setting.reorder):
            self._take(link)
            self.post_message(self.LinkFollowed(link.href, outside=event.ctrl))

    def _take(self, link: Link | None) -> None:
        self._hand.focused = link
        self.post_message(self.LinkFocused(link.href if link else None))
        self.forget()
        self.refresh()

    def _hints_changed(self) -> None:
        self.post_message(self.HintsChanged())
        self.forget()
        self.refresh()

    # What stands out, and what is copied

    def page_changed(self) -> None:
        """The links are other ones."""
        if self._hand.focused is not None or self._hand.hints:
            self._hand = LinkHand()
            self.post_message(self.LinkFocused(None))
            self.post_message(self.HintsChanged())
        super().page_changed()

    def sheet(self) -> Sheet:
        """Return where lines are drawn, with the link under the hand and the letters of links."""
        return replace(super().sheet(), focused=self._hand.focused, hints=self._hand.labels)

    def marks(self, line: int) -> Sequence[Mark]:
        """Return the matches on a line, and the selection."""
        marks = list(self.found_marks(line))
        if (selection := self.text_selection) and (span := selection.get_span(line)):
            start, end = span
            selected = self.screen.get_component_rich_style("screen--selection", partial=True)
            marks.append(Mark(max(0, start), 1_000_000 if end == -1 else end, selected))
        return marks

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw the new selection."""
        self.forget()
        super().selection_updated(selection)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the selected text, and what ends it."""
        return selected_text(selection, self._page.lines if self._page else ()), "\n"
