"""A page in which words are found: those the reader looks for in it, else those of the search that led to it."""

from collections.abc import Iterator, Sequence

from newsreader.model import Block
from newsreader.model.search import Term
from newsreader.tui.widgets.finding import Found
from newsreader.tui.widgets.page_view import START, PageView
from newsreader.tui.widgets.paint import Mark
from newsreader.tui.widgets.title_block import TitleBlock

ABOVE_MATCH = 4
"""Lines shown above a match that is gone to."""


class FindingView(PageView, inherit_bindings=False):
    """Marks matches and goes from one to the next."""

    def __init__(self) -> None:
        super().__init__()
        self._found = Found()
        self._began = START  # where the reader was before finding

    def show(self, head: TitleBlock, blocks: Sequence[Block], share: float = 0.0) -> None:
        """Show an article; the reader stands at none of its matches yet."""
        self._found.at = -1
        super().show(head, blocks, share)

    def light(self, terms: tuple[Term, ...]) -> None:
        """Mark the terms of a search in this article and in others that are shown; none to end that."""
        if terms != self._found.terms:
            self._found.terms, self._found.at = terms, -1
            self._look_again()

    def find(self, words: str) -> int:
        """Mark the matches of ``words`` (none for no words) and go to the first from where the finding began.

        Return how many there are.
        """
        if self._page is not None:
            if not self._found.words:
                self._began = self.place
            self._set_all()
            self._found.look(words, self._texts())
            if words:
                self._step(1, self._page.line_at(self._began))
        self.forget()
        self.refresh()
        return len(self._found.hits)

    def find_nothing(self) -> None:
        """End the finding, back where it began."""
        self.find("")
        if self._page is not None:
            self.go(self._page.line_at(self._began))

    @property
    def finding(self) -> str:
        """The words looked for, or an empty string."""
        return self._found.words

    @property
    def has_matches(self) -> bool:
        """True while some match is marked in this article."""
        return bool(self._found.hits)

    def find_next(self, step: int) -> tuple[int, int]:
        """Go to the next match or the one before; return its number from 1 and how many there are."""
        if self._page is not None and not self._page.is_set:
            self._set_all()
            self._look_again()
        self._step(step, self.scroll_offset.y)
        return self._found.at + 1, len(self._found.hits)

    def page_changed(self) -> None:
        """Look again for what was being found."""
        if self._found.words and self._page is not None:
            self._page.set_all()
        self._look_again()

    def page_set(self) -> None:
        """Look in the whole article."""
        self._look_again()

    def found_marks(self, line: int) -> Iterator[Mark]:
        """Yield the matches on a line."""
        style = self.get_component_rich_style
        for start, end, here in self._found.on(line):
            yield Mark(start, end, style("article--here" if here else "article--found"))

    def _look_again(self) -> None:
        if self._found.wanted or self._found.hits:
            self._found.look_again(self._texts())
            self.forget()
            self.refresh()

    def _step(self, step: int, start: int) -> None:
        """Go to the next match, at first to the one at ``start`` or after it."""
        top = self.scroll_offset.y
        line = self._found.step(step, start)
        if line is not None:
            if not top <= line < top + self.size.height - 1:
                self.go(max(0, line - ABOVE_MATCH))
            self.forget()
            self.refresh()

    def _set_all(self) -> None:
        if self._page is not None:
            self._page.set_all()
            self._settle()

    def _texts(self) -> list[str]:
        return [line.text + ("\n" if line.glue else "") for line in self._page.lines] if self._page else []
