"""wallabag: a JSON list of ``{url, title, content, tags, created_at, is_archived, is_starred, annotations, …}``.

The keys are those of the group ``export_all`` of its entries (wallabag, ``EntriesExport`` and ``Entry``).
"""

from collections.abc import Mapping, Sequence
from typing import Any

from newsreader.formats.imports import gate
from newsreader.formats.imports.gathering import Gathering
from newsreader.formats.imports.values import ImportedFile, ImportedPage

KIND = "wallabag"
MARK = "is_archived"
"""The key by which an entry of wallabag's is known."""

STARRED = "starred"
"""The tag for what was starred; being saved at all is a bookmark here."""

_UNFETCHED = "wallabag can't retrieve contents for this article"
"""How the content begins of a page that wallabag itself could not have (its ``ContentProxy``)."""

_UNTITLED = "no title found"


def read_wallabag(entries: Sequence[Any]) -> ImportedFile:
    """Return the pages of an export."""
    gathering = Gathering()
    gathering.add_all(entries, _page)
    return gathering.file(KIND)


def _page(entry: Mapping[str, Any]) -> ImportedPage | None:
    address = gate.address(entry.get("url"))
    if address is None:
        return None
    title, content = gate.line(entry.get("title")), entry.get("content")
    saved_at = gate.iso(entry.get("created_at"))
    carried = isinstance(content, str) and not content.lstrip("\ufeff <p>").startswith(_UNFETCHED)
    return ImportedPage(
        address,
        title if title and title.lower() != _UNTITLED else address,
        saved_at=saved_at,
        read=bool(entry.get(MARK)),
        read_at=gate.iso(entry.get("archived_at")) or saved_at,
        note=gate.note("\n\n".join(map(_remark, _each(entry.get("annotations"))))),
        tags=gate.tags([*map(_label, _each(entry.get("tags"))), *([STARRED] if entry.get("is_starred") else [])]),
        html=str(content) if carried else "",
        authors=tuple(filter(None, (gate.line(name) for name in _each(entry.get("published_by"))))),
        site=gate.line(entry.get("domain_name")),
        language=gate.line(entry.get("language"), 20),
        published=gate.iso(entry.get("published_at")),
    )


def _each(values: object) -> Sequence[object]:
    return values if isinstance(values, list) else ()


def _label(tag: object) -> object:
    """Return a tag's name: the export writes it bare, the API in an object."""
    return tag.get("label") if isinstance(tag, dict) else tag


def _remark(annotation: object) -> str:
    """Return what was marked, as a quotation, and what was said about it."""
    if not isinstance(annotation, dict):
        return ""
    quoted, said = gate.line(annotation.get("quote"), 2_000), gate.note(annotation.get("text"))
    return "\n".join(filter(None, (f"> {quoted}" if quoted else "", said)))
