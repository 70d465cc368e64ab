"""Keys in the order they were typed: each is understood where the one before it led, however fast they come."""

import asyncio
from collections import deque
from collections.abc import Sequence
from contextlib import suppress

from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.widget import Widget
from textual.widgets import Input

from newsreader.tui.screens.at_once import AtOnce
from newsreader.tui.widgets.article_view import ArticleView
from newsreader.tui.widgets.headline_list import HeadlineList
from newsreader.tui.widgets.line_pane import LinePane
from newsreader.tui.widgets.source_list import SourceList

PATIENCE = 0.25
"""Seconds that a key waits at most for what the one before it set going."""


class KeysInOrder(App[None]):
    """Does what a key means before it looks at the next one.

    Textual hands every key to the widget that has the focus, and does what the key means when it has come back
    through all that is around that widget; a key that follows within those milliseconds goes to the same widget,
    though the first one has moved the focus. A command needs not make that way, so here it does not. What is
    typed while a card is still being laid out waits for it.
    """

    def __init__(self) -> None:
        super().__init__()
        self._held: deque[events.Event] = deque()

    async def on_event(self, event: events.Event) -> None:
        """Take keys and pasted text one at a time; all else is Textual's."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        self._held.append(event)
        await self.on_descendant_focus()

    async def on_descendant_focus(self) -> None:
        """Go on with what was typed before there was anything to type into."""
        while self._held and not self._laying_out:
            await self._take(self._held.popleft())

    def before_command(self) -> None:
        """Called before a key does what it means; such a key is no event of the screen's."""

    @property
    def _laying_out(self) -> bool:
        """True while the screen that keys are for is not there yet."""
        return not self.screen_stack or (self.focused is None and not self.screen.is_mounted)

    async def _take(self, event: events.Event) -> None:
        widget = self.focused
        if isinstance(event, events.Key) and widget is not None and _is_command(event, widget):
            self.app_focus = True
            self.before_command()
            if isinstance(widget, Input):
                await self._heard([widget])  # what was typed before
            if await self._check_bindings(event.key, priority=True) or await self._check_bindings(event.key):
                if self.message_queue_size:
                    await self._heard(widget.ancestors_with_self)
                elif isinstance(widget, LinePane) and isinstance(self.screen, AtOnce):
                    self.screen.paint(widget)
                return
        await super().on_event(event)

    async def _heard(self, nodes: Sequence[DOMNode]) -> None:
        """Wait until all that was said to ``nodes``, each the parent of the one before, has come to the last."""
        for node in nodes:
            heard = asyncio.Event()
            if isinstance(node, App) or not node.call_later(heard.set):
                return
            with suppress(TimeoutError):
                async with asyncio.timeout(PATIENCE):
                    await heard.wait()


def _is_command(key: events.Key, widget: Widget) -> bool:
    """Return whether a key on ``widget`` can mean nothing but a command."""
    if isinstance(widget, Input):
        return not key.is_printable
    return isinstance(widget, SourceList | HeadlineList) or (
        isinstance(widget, ArticleView) and not widget.has_hints
    )
