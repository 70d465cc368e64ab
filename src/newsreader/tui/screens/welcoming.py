"""The welcome: shown on the very first start, put away by any key, never shown again."""

from collections.abc import Mapping
from typing import Any

from textual.screen import Screen

from newsreader.tui.asked import News
from newsreader.tui.hints import Hint, footer_keys
from newsreader.tui.screens.on_disk import write_down
from newsreader.tui.widgets.welcome_card import WelcomeCard

GREETING = "Welcome. Any key puts this away."
FIRST_KEYS: tuple[Hint, ...] = (
    (("headline.next", "headline.previous"), "from headline to headline"),
    (("headline.open", "page.down"), "read it, turn its page"),
    (("bookmark.toggle",), "keep it, to read offline"),
    (("source.add",), "add a site that you read"),
    (("help", "palette"), "all keys; all by name"),
)


class Welcoming:
    """Greets whoever is here for the first time."""

    def __init__(self, host: Screen[Any], news: News, keymap: Mapping[str, str]) -> None:
        self._host = host
        self._news = news
        self._keymap = keymap

    def start(self) -> None:
        """Show the welcome, if there is somebody to be welcomed."""
        told_to_end_already = not self._host.is_attached
        if not told_to_end_already and not self._news.read_only and self._news.habits.is_new():
            self._host.mount(WelcomeCard(GREETING, footer_keys(FIRST_KEYS, self._keymap)), before="#search")

    def close(self) -> None:
        """Put it away for good."""
        for card in self._host.query(WelcomeCard):
            card.remove()
            write_down(self._host, self._news.habits.welcomed)
