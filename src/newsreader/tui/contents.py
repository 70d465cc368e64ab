"""The headings of the article that is shown, in the command palette."""

from collections.abc import AsyncIterator
from functools import partial

from textual.command import Hit, Provider
from textual.content import Content

from newsreader.tui.screens.reading import ReadingScreen
from newsreader.tui.widgets.article_view import ArticleView
from newsreader.tui.widgets.cells import drawn_line

LISTED = 200
"""Headings offered at most."""


class HeadingNames(Provider):
    """Offers to go to a heading once something is typed that it has in it."""

    async def search(self, query: str) -> AsyncIterator[Hit]:
        """Yield the headings that match ``query``."""
        if not isinstance(self.screen, ReadingScreen):
            return
        view = self.screen.query_one(ArticleView)
        matcher = self.matcher(query)
        for number, heading in enumerate(view.headings[:LISTED]):
            text = f"Go to: {drawn_line(heading)}"
            if (score := matcher.match(text)) > 0:
                yield Hit(score, Content(text), partial(self._go, view, number), text=text)

    def _go(self, view: ArticleView, number: int) -> None:
        view.go_to_number(number)
        view.focus()
