"""The reader's own themes by name, in the command palette."""

from collections.abc import AsyncIterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Provider
from textual.content import Content

from newsreader.tui.app import NewsreaderApp
from newsreader.tui.widgets.cells import drawn_line


class ThemeNames(Provider):
    """Offers the themes that lie beside the settings."""

    async def discover(self) -> AsyncIterator[DiscoveryHit]:
        """Yield them all."""
        for name, text in self._texts():
            yield DiscoveryHit(Content(text), partial(self._wear, name), text)

    async def search(self, query: str) -> AsyncIterator[Hit]:
        """Yield those that match ``query``."""
        matcher = self.matcher(query)
        for name, text in self._texts():
            if (score := matcher.match(text)) > 0:
                yield Hit(score, Content(text), partial(self._wear, name), text=text)

    def _texts(self) -> list[tuple[str, str]]:
        names = self.app.wardrobe.own_names if isinstance(self.app, NewsreaderApp) else ()
        return [(name, f"Your theme {drawn_line(name)}") for name in names]

    def _wear(self, name: str) -> None:
        if isinstance(self.app, NewsreaderApp):
            self.app.action_theme(name)
