"""Everything on disk: one SQLite file and one folder of images, with one thread that writes.

``Library`` is the whole of it: reads answer at once on the caller's thread, writes are awaited and are on disk
when they return. Whatever goes wrong with the disk is a ``LibraryError`` of one sentence.
"""

from newsreader.library.articles import SAVED_PAGES
from newsreader.library.journal import Status, StatusChange
from newsreader.library.library import Library
from newsreader.library.rescue import rescue
from newsreader.library.restoring import restore
from newsreader.library.values import Arrival, Brought, FeedCheck, FeedText, Holdings, SavedImage, Swept

__all__ = [
    "SAVED_PAGES",
    "Arrival",
    "Brought",
    "FeedCheck",
    "FeedText",
    "Holdings",
    "Library",
    "SavedImage",
    "Status",
    "StatusChange",
    "Swept",
    "rescue",
    "restore",
]
