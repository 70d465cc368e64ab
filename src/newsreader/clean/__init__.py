"""A page as its publisher sent it, cleaned into an article: pure functions of bytes.

The way of a page: decode, scrub and parse, gather what it says of itself, prune, cut into passages, ask
readability, choose where the article stands, sweep out what is none of it, assemble typed blocks, judge.
"""

from newsreader.clean.fragment import clean_fragment, clean_fragments
from newsreader.clean.page import clean_page, extract_text, read_page
from newsreader.clean.parts import CleanedPage

__all__ = ["CleanedPage", "clean_fragment", "clean_fragments", "clean_page", "extract_text", "read_page"]
