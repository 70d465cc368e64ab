"""Setting an article by its language, and learning a language in quiet."""

import asyncio
from functools import partial
from typing import Any

from textual.screen import Screen

from newsreader.tui.screens.anew import work_anew
from newsreader.tui.typesetter import Typesetter
from newsreader.tui.widgets.article_view import ArticleView


class Languages:
    """Tells ``view`` how articles are set."""

    def __init__(self, host: Screen[Any], view: ArticleView, typesetter: Typesetter) -> None:
        self._host = host
        self._view = view
        self._typesetter = typesetter
        view.setting = typesetter.setting("")

    def set_in(self, language: str) -> None:
        """Set articles by what is known of a language; learn it for those that come after this one."""
        self._view.setting = self._typesetter.setting(language)
        if self._typesetter.lacks(language):
            work_anew(self._host, partial(self._learn, language), "language")

    async def _learn(self, language: str) -> None:
        await asyncio.sleep(self._typesetter.rest)
        await asyncio.to_thread(self._typesetter.load, language)
