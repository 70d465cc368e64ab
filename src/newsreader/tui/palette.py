"""Every command by name, with its key, in the command palette."""

from collections.abc import AsyncIterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Provider
from textual.content import Content

from newsreader.tui.commands import COMMANDS, Command, Room, shown_keys
from newsreader.tui.screens.reading import ReadingScreen

UNLISTED = frozenset({"palette", "back"})
"""Commands that make no sense in the palette: itself, and the way back."""

WORDS = 56
"""Cells for what a command does, before its keys."""


class CommandNames(Provider):
    """Offers the commands of the reading screen and of the program."""

    async def discover(self) -> AsyncIterator[DiscoveryHit]:
        """Yield every command, in the order of the help."""
        for command, text in self._texts():
            yield DiscoveryHit(Content(text), partial(self._run, command), text)

    async def search(self, query: str) -> AsyncIterator[Hit]:
        """Yield the commands whose words match ``query``."""
        matcher = self.matcher(query)
        for command, text in self._texts():
            if (score := matcher.match(text)) > 0:
                yield Hit(score, Content(text), partial(self._run, command), text=text)

    def _texts(self) -> list[tuple[Command, str]]:
        reading = self.screen if isinstance(self.screen, ReadingScreen) else None
        keymap, commands = (reading.keymap, reading.commands) if reading else ({}, COMMANDS)
        keys_of: dict[str, list[str]] = {}
        for command in commands:
            keys_of.setdefault(command.says, []).extend(shown_keys(command, keymap))
        texts = []
        for command in {command.says: command for command in commands}.values():
            if command.id not in UNLISTED and command.room is not Room.WEATHER:
                keys = "  ".join(dict.fromkeys(keys_of[command.says]))
                words = command.says[0].upper() + command.says[1:]
                texts.append((command, f"{words:<{WORDS}}{keys}".rstrip()))
        return texts

    async def _run(self, command: Command) -> None:
        if isinstance(self.screen, ReadingScreen):
            await self.screen.run_command(command)
