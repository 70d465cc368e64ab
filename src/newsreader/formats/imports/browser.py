"""Bookmarks of a browser: the Netscape bookmark file that Firefox, Chrome, Safari and bookmark services write.

``<DT><A HREF ADD_DATE TAGS>title</A>`` with an optional ``<DD>comment``, inside ``<DL>`` lists that a ``<H3>``
names (Microsoft, "Netscape Bookmark File Format"; Firefox, ``BookmarkHTMLUtils``). A live bookmark has its feed as
``FEEDURL``.
"""

from newsreader.formats.imports import gate
from newsreader.formats.imports.gathering import NO_ADDRESS, Gathering
from newsreader.formats.imports.outline import Link, links
from newsreader.formats.imports.values import ImportedFile, ImportedPage
from newsreader.formats.opml import OpmlFeed

KIND = "bookmarks"
_ROOTS = ("personal_toolbar_folder", "unfiled_bookmarks_folder")
"""What marks the folders that every browser has: their names say nothing."""


def read_bookmarks(text: str) -> ImportedFile:
    """Return the pages of a bookmark file, their folders as tags, and the feeds of its live bookmarks.

    Raises:
        FormatError: it is cut short.
    """
    gathering = Gathering()
    feeds: dict[str, OpmlFeed] = {}
    for link in links(text):
        feed = gate.address(link.attributes.get("feedurl"))
        if feed is not None:
            site = gate.address(link.attributes.get("href"))
            feeds.setdefault(feed, OpmlFeed(feed, gate.line(link.text) or feed, site, " / ".join(_named(link))))
        else:
            _add(gathering, link)
    return gathering.file(KIND, feeds.values())


def _add(gathering: Gathering, link: Link) -> None:
    told = link.attributes
    address = gate.address(told.get("href"))
    if address is None:
        gathering.skip(NO_ADDRESS)
        return
    gathering.add(
        ImportedPage(
            address,
            gate.line(link.text) or address,
            saved_at=gate.since_1970(told.get("add_date")),
            note=gate.note(link.comment),
            tags=gate.tags([*_named(link), *told.get("tags", "").split(",")]),
        )
    )


def _named(link: Link) -> list[str]:
    """Return the names of the folders around ``link`` that the reader made."""
    return [gate.line(name) for name, told in link.folders if not any(root in told for root in _ROOTS)]
