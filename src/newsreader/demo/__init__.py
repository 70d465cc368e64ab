"""The built-in edition: a small newspaper that the program serves to itself, for when there is no network."""

from newsreader.demo.edition import Edition
from newsreader.demo.names import PLACE

__all__ = ["PLACE", "Edition"]
