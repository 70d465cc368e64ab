"""Gathering the pages of a file: each address once, and a count of what was left out and why."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from newsreader.formats.imports import gate
from newsreader.formats.imports.values import ImportedFile, ImportedPage
from newsreader.formats.opml import OpmlFeed

NO_ADDRESS = "without a web address"
"""Why most of what is left out is: bookmarks of scripts, of files, of the browser's own pages."""


class Gathering:
    """Pages in the order in which they came."""

    def __init__(self) -> None:
        self._pages: dict[tuple[str | None, str], ImportedPage] = {}
        self._skipped: Counter[str] = Counter()

    def add(self, page: ImportedPage) -> None:
        """Take ``page``; one that is there already, as a bookmark in two folders is, is made one with it."""
        key = (page.feed_url, page.guid) if page.guid else (page.url, "")
        known = self._pages.setdefault(key, page)
        if known is not page:
            self._pages[key] = _joined(known, page)

    def add_all(self, entries: Iterable[Any], page_of: Callable[[Mapping[str, Any]], ImportedPage | None]) -> None:
        """Take the page of each JSON object in ``entries``; one that is none, or has no address, is counted."""
        for entry in entries:
            page = page_of(entry) if isinstance(entry, dict) else None
            if page is None:
                self.skip(NO_ADDRESS)
            else:
                self.add(page)

    def skip(self, reason: str, count: int = 1) -> None:
        """Note that ``count`` things could not be taken."""
        if count:
            self._skipped[reason] += count

    def file(self, kind: str, feeds: Iterable[OpmlFeed] = ()) -> ImportedFile:
        """Return all that was gathered."""
        return ImportedFile(kind, tuple(feeds), tuple(self._pages.values()), tuple(self._skipped.items()))


def _joined(first: ImportedPage, second: ImportedPage) -> ImportedPage:
    moments = [moment for moment in (first.saved_at, second.saved_at) if moment]
    notes = dict.fromkeys(note for note in (first.note, second.note) if note)
    return replace(
        first,
        saved_at=min(moments, default=None),
        read=first.read and second.read,
        bookmarked=first.bookmarked or second.bookmarked,
        note="\n\n".join(notes),
        tags=gate.tags((*first.tags, *second.tags)),
        html=first.html or second.html,
        article=first.article or second.article,
    )
