"""Pocket: lines of ``title,url,time_added,tags,status``, and the older ``ril_export.html``.

Tags are parted by ``|`` in the first and by commas in the second, times are seconds since 1970, and the status is
``unread`` or ``archive``; in HTML the two are lists under the headings Unread and Read Archive. Pocket's help
documented both until it closed in 2025 (support.mozilla.org/kb/exporting-your-pocket-list).
"""

from collections.abc import Iterable

from newsreader.formats.imports import gate, sheets
from newsreader.formats.imports.gathering import NO_ADDRESS, Gathering
from newsreader.formats.imports.outline import links
from newsreader.formats.imports.values import ImportedFile, ImportedPage

KIND = "Pocket"
COLUMNS = frozenset({"title", "url", "time_added"})


def read_pocket_csv(texts: Iterable[str]) -> ImportedFile:
    """Return the pages of the parts of one export.

    Raises:
        FormatError: one of them is no CSV, or is cut short.
    """
    gathering = Gathering()
    for text in texts:
        for row in sheets.rows(text, gathering):
            tags = row.get("tags", "").split("|")
            read = row.get("status", "").strip().lower() == "archive"
            _add(gathering, row["url"], row["title"], row["time_added"], tags, read=read)
    return gathering.file(KIND)


def read_pocket_html(text: str) -> ImportedFile:
    """Return the pages of an export as HTML.

    Raises:
        FormatError: it is cut short.
    """
    gathering = Gathering()
    for found in links(text):
        told = found.attributes
        read = found.heading.lower().startswith("read")
        tags = told.get("tags", "").split(",")
        _add(gathering, told.get("href", ""), found.text, told.get("time_added", ""), tags, read=read)
    return gathering.file(KIND)


def _add(gathering: Gathering, url: str, title: str, added: str, tags: Iterable[str], *, read: bool) -> None:
    address = gate.address(url)
    if address is None:
        gathering.skip(NO_ADDRESS)
        return
    saved_at = gate.since_1970(added)
    gathering.add(
        ImportedPage(
            address,
            gate.line(title) or address,
            saved_at=saved_at,
            read=read,
            read_at=saved_at,
            tags=gate.tags(tags),
        )
    )
