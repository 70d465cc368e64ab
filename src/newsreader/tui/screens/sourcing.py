"""The sources behind the headlines: added, called otherwise, left, refreshed."""

from collections.abc import Callable, Collection
from functools import partial
from typing import Any

from textual.screen import Screen

from newsreader.model import HeadlineQuery, Subscription
from newsreader.model.counting import counted
from newsreader.tui.asked import News
from newsreader.tui.screens.on_disk import GROUP
from newsreader.tui.screens.panes import Deeds
from newsreader.tui.screens.refreshing import Refreshing
from newsreader.tui.screens.source_pane import SourcePane
from newsreader.tui.screens.telling import tell, told
from newsreader.tui.screens.writing import Writing
from newsreader.tui.widgets.headline_list import HeadlineList

BETWEEN = " / "
"""Between a folder and the title of a source in it."""


class Sourcing:
    """Acts on the source at the cursor, or of the headline; ``changed`` is called when there are other sources."""

    def __init__(
        self,
        host: Screen[Any],
        news: News,
        refreshing: Refreshing,
        writing: Writing,
        headlines: HeadlineList,
        pane: SourcePane,
        *,
        changed: Callable[[], None],
    ) -> None:
        self._host = host
        self._news = news
        self._refreshing = refreshing
        self._writing = writing
        self._list = headlines
        self._pane = pane
        self._changed = changed

    @property
    def deeds(self) -> Deeds:
        """What each command of this kind does."""
        return {
            "source.add": self._ask_address,
            "source.remove": partial(self._with_source, self._remove),
            "source.change": partial(self._with_source, self._ask_name),
            "refresh.source": partial(self._with_source, lambda source: self._refresh(source.id)),
            "refresh.all": partial(self._refreshing.start, force=True),
        }

    def _ask_address(self) -> None:
        from newsreader.tui.screens.add_source import AddSource

        before = {source.id for source in self._news.subscriptions()}
        self._host.app.push_screen(AddSource(self._news), partial(self._added, before))

    def _with_source(self, act: Callable[[Subscription], None]) -> None:
        current = self._list.current
        if self._pane.has_keys and self._pane.source_id is None:
            tell(self._host.app, "This row is no source")
            return
        wanted = self._pane.source_id or (current.source_id if current else None)
        known = (source for source in self._news.subscriptions() if source.id == wanted)
        if source := next(known, None):
            act(source)
        elif current is not None:
            tell(self._host.app, f"There is no subscription to {current.source}")

    def _refresh(self, source_id: int) -> None:
        self._refreshing.start((source_id,), force=True)

    def _added(self, before: Collection[int], source: Subscription | None) -> None:
        """Go to the newest headline of a source that was added; it came with the source."""
        if source is None:
            return
        if source.id in before:
            tell(self._host.app, f"{source.title} is among your sources already")
        else:
            _, many = self._news.count(HeadlineQuery(source_id=source.id))
            tell(self._host.app, f"Added {source.title}: {counted(many, 'headline')}", undoes=True)
            self._changed()
            self._refreshing.take_in()
        newest = self._news.headline_ids(HeadlineQuery(source_id=source.id, limit=1))
        if newest and newest[0] in self._list.ids:
            self._list.move_to(self._list.ids.index(newest[0]))

    def _remove(self, source: Subscription) -> None:
        self._host.run_worker(self._leave(source), group=GROUP)

    async def _leave(self, source: Subscription) -> None:
        with told(self._host.app):
            await self._news.remove(source.id)
            tell(self._host.app, f"Unsubscribed from {source.title}", undoes=True)
        self._changed()

    def _ask_name(self, source: Subscription) -> None:
        self._writing.ask("Source", f"Folder{BETWEEN}Title", place_and_name(source), partial(self._name, source))

    def _name(self, source: Subscription, text: str) -> None:
        folder, title = folder_and_title(text, source.folder)
        if not title:
            tell(self._host.app, "A source needs a title", failed=True)
        elif (folder, title) != (source.folder, source.title):
            self._host.run_worker(self._change(source, folder, title), group=GROUP)

    async def _change(self, source: Subscription, folder: str, title: str) -> None:
        with told(self._host.app):
            await self._news.change_source(source.id, title=title, folder=folder)
            tell(self._host.app, f"Now {title}{' in ' if folder else ''}{folder}", undoes=True)
        self._changed()


def place_and_name(source: Subscription) -> str:
    """Return the folder and the title of a source as one line."""
    return f"{source.folder}{BETWEEN}{source.title}" if source.folder or BETWEEN in source.title else source.title


def folder_and_title(text: str, before: str) -> tuple[str, str]:
    """Return folder and title of a line that :func:`place_and_name` made and the reader changed; each may be empty.

    A line that begins with ``before``, the folder until now, and `` / `` keeps that folder, and one that begins
    with `` / `` has none; any other is parted at its last `` / ``. So a folder may have `` / `` in its name, and so
    may a title in a folder that stays.
    """
    for kept in (before, ""):
        if text.startswith(f"{kept}{BETWEEN}"):
            return kept, text.removeprefix(f"{kept}{BETWEEN}").strip()
    folder, _, title = text.rpartition(BETWEEN)
    return folder.strip(), title.strip()
