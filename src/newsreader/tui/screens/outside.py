"""To the world outside: the browser and the clipboard."""

import asyncio
import os
from collections.abc import Callable
from typing import Any

from textual.screen import Screen

from newsreader.model import Article, Headline, NewsreaderError, clean_text, shown_host, web_address
from newsreader.model.addresses import LINK_SCHEMES
from newsreader.tui.screens.telling import tell
from newsreader.tui.terminal.console import is_console


class Outside:
    """Opens addresses with ``opener``, in a thread; hands texts to the terminal's clipboard."""

    def __init__(
        self, host: Screen[Any], opener: Callable[[str], None], as_markdown: Callable[[Article], str]
    ) -> None:
        self._host = host
        self._opener = opener
        self._as_markdown = as_markdown

    def open(self, address: str | None) -> None:
        """Open an address in the browser; only one that may be opened."""
        safe = web_address(address, schemes=LINK_SCHEMES) if address else None
        if safe is None:
            tell(self._host.app, "There is no page to open", failed=True)
            return
        tell(self._host.app, f"Opening {shown_host(safe) or safe}")
        self._host.run_worker(self._open(safe), group="browser")

    def copy_link(self, headline: Headline | None) -> None:
        """Copy the address of a headline's page."""
        if headline is None or headline.url is None:
            tell(self._host.app, "There is no link to copy", failed=True)
            return
        self._copy(headline.url, "Link copied")

    def copy_article(self, article: Article | None) -> None:
        """Copy an article as Markdown."""
        if article is None:
            tell(self._host.app, "There is no article to copy yet", failed=True)
            return
        self._copy(self._as_markdown(article), "Article copied as Markdown")

    def _copy(self, text: str, done: str) -> None:
        if is_console(os.environ):
            tell(self._host.app, "The Linux console has no clipboard to copy to", failed=True)
        else:
            self._host.app.copy_to_clipboard(clean_text(text))
            tell(self._host.app, done)

    async def _open(self, address: str) -> None:
        try:
            await asyncio.to_thread(self._opener, address)
        except (NewsreaderError, OSError) as error:
            tell(self._host.app, f"The browser could not be opened: {error}", failed=True)
