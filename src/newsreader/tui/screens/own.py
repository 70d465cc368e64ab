"""The reader's own commands: programs that are handed the headline at hand and its article."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from textual.screen import Screen

from newsreader.config import Form, Output, OwnCommand
from newsreader.model import Article, Headline
from newsreader.tui.asked import News
from newsreader.tui.commands import own_id
from newsreader.tui.key_words import first_shown
from newsreader.tui.screens.at_hand import AtHand
from newsreader.tui.screens.panes import Deeds
from newsreader.tui.screens.reader import Reader
from newsreader.tui.screens.telling import tell, told


class Own:
    """Runs them, each once at a time: the same command again stops it, and quitting stops all."""

    def __init__(
        self,
        host: Screen[Any],
        news: News,
        at_hand: AtHand,
        reader: Reader,
        own: Sequence[OwnCommand],
        keymap: Mapping[str, str],
    ) -> None:
        self._host = host
        self._news = news
        self._at_hand = at_hand
        self._reader = reader
        self._own = own
        self._keymap = keymap

    @property
    def deeds(self) -> Deeds:
        """What each command of this kind does."""
        return {own_id(command.name): partial(self._do, command) for command in self._own}

    def _do(self, command: OwnCommand) -> None:
        group = own_id(command.name)
        if self._host.workers.cancel_group(self._host, group):
            tell(self._host.app, f"Stopped: {command.says}")
        elif current := self._at_hand.current:
            tell(self._host.app, command.says[0].upper() + command.says[1:])
            self._host.run_worker(self._run(command, current), group=group)

    async def _run(self, command: OwnCommand, headline: Headline) -> None:
        from newsreader.programs import run_own

        with told(self._host.app):
            article = await self._article(headline) if command.input is not Form.NONE else None
            printed = await run_own(command, headline, article)
            brings = first_shown("article.source", self._keymap)
            if command.output is Output.ARTICLE and printed is not None:
                self._reader.show_printed(
                    headline, printed, f"What “{command.says}” printed; {brings} brings the article back"
                )

    async def _article(self, headline: Headline) -> Article:
        reading = self._reader.reading
        if reading is not None and reading.headline.is_same(headline):
            return reading.article
        return (await self._news.reading(headline.id)).article
