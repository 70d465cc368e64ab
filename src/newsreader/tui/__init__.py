"""The terminal app: a newspaper of one screen. It talks to the newsroom only."""

from newsreader.tui.app import NewsreaderApp

__all__ = ["NewsreaderApp"]
