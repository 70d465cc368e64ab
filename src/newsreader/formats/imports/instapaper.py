"""Instapaper: lines of ``URL,Title,Selection,Folder``, since 2015 with ``Timestamp`` and since 2024 with ``Tags``.

The folder is Unread, Archive, Starred or one of the reader's own; the time is seconds since 1970 and the tags are
a JSON list (instapaper.com/user, "Download .CSV file").
"""

import json

from newsreader.formats.imports import gate, sheets
from newsreader.formats.imports.gathering import NO_ADDRESS, Gathering
from newsreader.formats.imports.values import ImportedFile, ImportedPage

KIND = "Instapaper"
COLUMNS = frozenset({"url", "title", "folder"})
_ARCHIVE = "archive"
_PLAIN = frozenset({"", "unread", _ARCHIVE})
"""Folders that say whether a page was read; any other is the reader's own, or Starred, and becomes a tag."""


def read_instapaper(text: str) -> ImportedFile:
    """Return the pages of an export.

    Raises:
        FormatError: it is no CSV, or is cut short.
    """
    gathering = Gathering()
    for row in sheets.rows(text, gathering):
        page = _page(row)
        if page is None:
            gathering.skip(NO_ADDRESS)
        else:
            gathering.add(page)
    return gathering.file(KIND)


def _page(row: dict[str, str]) -> ImportedPage | None:
    address = gate.address(row["url"])
    if address is None:
        return None
    folder = row["folder"].strip()
    saved_at = gate.since_1970(row.get("timestamp"))
    own = [] if folder.lower() in _PLAIN else [folder]
    return ImportedPage(
        address,
        gate.line(row["title"]) or address,
        saved_at=saved_at,
        read=folder.lower() == _ARCHIVE,
        read_at=saved_at,
        note=gate.note(row.get("selection")),
        tags=gate.tags([*own, *_listed(row.get("tags", ""))]),
    )


def _listed(text: str) -> list[object]:
    try:
        values = json.loads(text or "[]")
    except (ValueError, RecursionError):
        return list(text.split(","))
    return values if isinstance(values, list) else []
