"""The sizes of panes and text: shared out anew with every size of the screen, set by the reader, remembered."""

from functools import partial
from typing import Any

from textual.screen import Screen
from textual.widget import Widget

from newsreader.tui.asked import Habits
from newsreader.tui.screens.columns import SMALLEST, Breadth, Columns, breadth, has_room, name_of, shared
from newsreader.tui.screens.on_disk import write_down
from newsreader.tui.screens.panes import Deeds, Panes
from newsreader.tui.widgets.article_view import ArticleView

NARROWEST, WIDEST, STEP = 40, 120, 4
"""Cells of the article's column at the least and at the most, and cells that a key adds to a width."""
SHOWN = "sources shown"
"""The name by which it is remembered, for a class of width, that the sources are shown, 1 or 0."""


class Sizes:
    """Lays out the panes of ``host``; ``width`` is what the column of the article is by the reader's settings."""

    def __init__(self, host: Screen[Any], habits: Habits, panes: Panes, article: ArticleView, width: int) -> None:
        self._host = host
        self._habits = habits
        self._panes = panes
        self._article = article
        self._text = f"text, set to {width}"  # another setting is not overruled by what was changed of this one
        self._width = width
        self._wanted: dict[str, int] = {}
        self._columns = Columns(0, 0)

    @property
    def deeds(self) -> Deeds:
        """What each command of this kind does."""
        return {
            "text.narrower": partial(self._measure, -STEP),
            "text.wider": partial(self._measure, STEP),
            "pane.narrower": partial(self._widen, -STEP),
            "pane.wider": partial(self._widen, STEP),
        }

    def start(self) -> None:
        """Take up what was set the last time, before there are panes: they are styled as they are made."""
        self._wanted = dict(self._habits.pane_sizes())
        self._article.measure = self._wanted.get(self._text, self._width)
        self._share_out()

    def lay_out(self) -> None:
        """Share out the screen as it is now; a pane with the keys stays, or comes over the others."""
        self._share_out()
        self._pane("list").styles.width = self._columns.list if self._breadth is not Breadth.NARROW else "1fr"
        over_list = self._columns.list + 1  # as wide as that and its hair: no word of the article is cut
        if self._breadth is Breadth.NARROW:
            self._pane("source").styles.clear_rule("width")
        else:
            self._pane("source").styles.width = self._columns.sources or over_list

    def _share_out(self) -> None:
        width, height = self._host.app.size
        beside = has_room(width)
        shown = (beside and self.sources_wanted) or self._panes.in_sources
        classes = {
            "-narrow": self._breadth is Breadth.NARROW,
            "-sources": shown,
            "-over": shown and not beside,
            "-tiny": width < SMALLEST[0] or height < SMALLEST[1],
        }
        self._host.update_classes(classes)
        self._columns = shared(width, self._wanted, sources=shown and beside)

    @property
    def _breadth(self) -> Breadth:
        return breadth(self._host.app.size.width)

    @property
    def sources_wanted(self) -> bool:
        """Whether the sources stand beside the list in a screen of this width, as the reader wants it."""
        by_itself = self._breadth is Breadth.BROAD
        return bool(self._wanted.get(name_of(SHOWN, self._breadth), by_itself))

    def want_sources(self, *, wanted: bool) -> None:
        """Remember whether the sources are to stand beside the list, where there is room for them."""
        if has_room(self._host.app.size.width):
            self._set(SHOWN, int(wanted))

    def drag(self, pane: str, column: int, *, done: bool) -> None:
        """Have the hair line on the right of a pane, ``source`` or ``list``, at a column of the screen."""
        self._resize(pane, column - self._pane(pane).region.x, write=done)

    def _widen(self, step: int) -> None:
        if self._columns.sources and self._panes.in_sources:
            self._resize("source", self._columns.sources + step, write=True)
        else:
            self._resize("list", self._columns.list + step, write=True)

    def _resize(self, pane: str, cells: int, *, write: bool) -> None:
        if self._breadth is Breadth.NARROW or self._host.has_class("-alone"):
            return
        self._wanted[name_of(pane, self._breadth)] = cells
        self.lay_out()
        if write:
            self._set(pane, self._columns.list if pane == "list" else self._columns.sources)

    def _measure(self, step: int) -> None:
        self._article.measure = max(NARROWEST, min(WIDEST, self._article.measure + step))
        self._wanted[self._text] = self._article.measure
        self._panes.note(f"text {self._article.measure} wide")
        self._write()

    def _set(self, name: str, value: int) -> None:
        self._wanted[name_of(name, self._breadth)] = value
        self._write()

    def _write(self) -> None:
        write_down(self._host, partial(self._habits.remember_pane_sizes, dict(self._wanted)))

    def _pane(self, name: str) -> Widget:
        return self._host.query_one(f"#{name}-pane")
