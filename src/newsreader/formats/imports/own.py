"""newsreader's own JSON: ``{"format": "newsreader", "version": 1, "articles": [{url, title, read, tags, …}]}``.

It is what ``newsreader export json`` writes; pictures lie beside it, in the files that ``images`` names.
"""

from collections.abc import Mapping
from typing import Any

from newsreader.formats.imports import gate
from newsreader.formats.imports.gathering import Gathering
from newsreader.formats.imports.values import ImportedFile, ImportedImage, ImportedPage
from newsreader.formats.imports.vetting import vetted_article
from newsreader.model import Article, FormatError

KIND = "newsreader"
VERSION = 1
_MOST_IMAGES = 500
"""Pictures of one article that are looked for."""


def read_own(values: Mapping[str, Any]) -> ImportedFile:
    """Return the articles of an export.

    Raises:
        FormatError: a newer newsreader wrote it, or it lists no articles.
    """
    version, articles = values.get("version"), values.get("articles")
    if not isinstance(version, int) or not isinstance(articles, list):
        raise FormatError("this says that newsreader wrote it, but lists no articles")
    if version > VERSION:
        raise FormatError("this was written by a newer newsreader", advice="update newsreader to bring it in")
    gathering = Gathering()
    gathering.add_all(articles, lambda one: _page(one, gathering))
    return gathering.file(KIND)


def _page(one: Mapping[str, Any], gathering: Gathering) -> ImportedPage | None:
    address = gate.address(one.get("url"))
    if address is None:
        return None
    changed = one.get("changed_at")
    changes = changed if isinstance(changed, dict) else {}
    labels = one.get("tags")
    return ImportedPage(
        address,
        gate.line(one.get("title")) or address,
        saved_at=gate.iso(one.get("saved_at")),
        bookmarked=bool(one.get("bookmarked")),
        read=bool(one.get("read")),
        read_at=gate.iso(one.get("read_at")),
        read_changed=gate.iso(changes.get("read")),
        bookmarked_changed=gate.iso(changes.get("bookmarked")),
        note=gate.note(one.get("note")),
        tags=gate.tags(labels if isinstance(labels, list) else ()),
        article=_article(one.get("article"), gathering),
        published=gate.iso(one.get("published")),
        source=gate.line(one.get("source")),
        feed_url=gate.address(one.get("source_url")),
        images=_images(one.get("images")),
    )


def _article(values: object, gathering: Gathering) -> Article | None:
    """Return the article, if there is one that can be read: a page without its text is still a page."""
    if not isinstance(values, dict):
        return None
    try:
        return vetted_article(values)
    except FormatError:
        gathering.skip("texts that cannot be read")
        return None


def _images(values: object) -> tuple[ImportedImage, ...]:
    listed = values if isinstance(values, list) else ()
    found = []
    for one in listed[:_MOST_IMAGES]:
        url = gate.address(one.get("url")) if isinstance(one, dict) else None
        file = one.get("file") if isinstance(one, dict) else None
        if url and isinstance(file, str) and file:
            found.append(ImportedImage(url, file))
    return tuple(found)
