"""Bytes to feeds, feeds that a page names, and headlines off a page without one. No input or output here."""

from newsreader.feeds.discovery import find_feeds
from newsreader.feeds.front_page import read_front_page
from newsreader.feeds.parse import parse_feed

__all__ = ["find_feeds", "parse_feed", "read_front_page"]
