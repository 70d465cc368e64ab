"""newsreader, a newspaper in a terminal."""

__version__ = "0.1.0"
