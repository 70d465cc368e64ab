"""Clippings as one JSON document, for other programs and for another library of this one.

::

    {"format": "newsreader", "version": 1, "exported_at": ISO, "articles": [
        {"url", "title", "source", "source_url", "section", "published", "read", "bookmarked", "saved_at",
         "read_at", "changed_at": {"read", "bookmarked"}, "note", "tags": [], "article": {} or null,
         "images": [{"url", "file", "media_type"}]}]}

Times are ISO 8601 in UTC with a Z, unknown is null. ``article`` is as ``article_to_json`` writes it, null when
there was no text. ``source_url`` is the feed's address, ``section`` its folder. ``file`` is relative to the
document, null when the picture is not kept.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime

from newsreader.formats.clipping import Clipping
from newsreader.formats.structure import Json, article_to_json

VERSION = 1


def archive_opening(moment: datetime) -> str:
    """Return the document up to its first article; ``moment`` is when it is written, aware."""
    head = {"format": "newsreader", "version": VERSION, "exported_at": _time(moment)}
    return json.dumps(head)[:-1] + ', "articles": ['


def archive_article(clipping: Clipping, number: int, files: Mapping[str, str]) -> str:
    """Return the ``number``-th article from 1, on a line of its own; ``files`` are the pictures' by address."""
    written = json.dumps(clipping_to_json(clipping, files), ensure_ascii=False)
    return f"{',' if number > 1 else ''}\n{written}"


def archive_closing() -> str:
    """Return the end of the document."""
    return "\n]}\n"


def clipping_to_json(clipping: Clipping, files: Mapping[str, str]) -> Json:
    """Return a clipping as values for ``json.dumps``; ``files`` are relative paths by pictures' addresses."""
    headline, article = clipping.headline, clipping.article
    return {
        "url": headline.url or article.url or None,
        "title": headline.title,
        "source": headline.source,
        "source_url": clipping.source_url,
        "section": clipping.section or None,
        "published": _time(headline.published),
        "read": headline.read,
        "bookmarked": headline.bookmarked,
        "saved_at": _time(clipping.saved_at),
        "read_at": _time(clipping.read_at),
        "changed_at": {
            "read": _time(clipping.read_changed_at),
            "bookmarked": _time(clipping.bookmarked_changed_at),
        },
        "note": headline.note,
        "tags": list(headline.tags),
        "article": article_to_json(article) if article.blocks or article.lead_image else None,
        "images": [_image(image.url, clipping, files) for image in article.images],
    }


def _image(url: str, clipping: Clipping, files: Mapping[str, str]) -> Json:
    kept = clipping.pictures.get(url)
    return {"url": url, "file": files.get(url), "media_type": kept.media_type if kept else None}


def _time(moment: datetime | None) -> str | None:
    return None if moment is None else moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
