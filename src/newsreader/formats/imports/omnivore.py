"""Omnivore: a zip of ``metadata_0_to_20.json`` and so on, with ``content/SLUG.html`` and ``highlights/SLUG.md``.

Each metadata file is a list of ``{slug, title, description, author, url, state, labels, savedAt, publishedAt, …}``
(Omnivore, ``packages/api/src/jobs/export.ts``); one of them alone is read too, without texts.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from newsreader.formats.imports import gate
from newsreader.formats.imports.gathering import Gathering
from newsreader.formats.imports.values import ImportedFile, ImportedPage

KIND = "Omnivore"
MARK = "savedAt"
"""The key by which an entry of Omnivore's is known."""

METADATA = "metadata_"
"""How the names of the files begin that list what was saved."""

Beside = Callable[[str], str]
"""What stands in the file of a name in the same archive; nothing when there is none."""


def read_omnivore(entries: Sequence[Any], beside: Beside = lambda _: "") -> ImportedFile:
    """Return the pages of an export, their texts and highlights from ``beside``.

    Raises:
        FormatError: a file in the archive is broken or too large.
    """
    gathering = Gathering()
    gathering.add_all(entries, lambda entry: _page(entry, beside))
    return gathering.file(KIND)


def _page(entry: Mapping[str, Any], beside: Beside) -> ImportedPage | None:
    address = gate.address(entry.get("url"))
    if address is None:
        return None
    slug, labels = entry.get("slug"), entry.get("labels")
    saved_at, author = gate.iso(entry.get(MARK)), gate.line(entry.get("author"))
    named = isinstance(slug, str) and bool(slug)
    return ImportedPage(
        address,
        gate.line(entry.get("title")) or address,
        saved_at=saved_at,
        read=gate.line(entry.get("state")).lower() == "archived",
        read_at=gate.iso(entry.get("updatedAt")) or saved_at,
        note=gate.note(beside(f"highlights/{slug}.md")) if named else "",
        tags=gate.tags(labels if isinstance(labels, list) else ()),
        html=beside(f"content/{slug}.html") if named else "",
        authors=(author,) if author else (),
        published=gate.iso(entry.get("publishedAt")),
    )
