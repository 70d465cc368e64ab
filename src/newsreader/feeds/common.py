"""What RSS and Atom entries share: the modules that both carry."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from lxml import etree

from newsreader.feeds.dates import parse_date
from newsreader.feeds.elements import Fields, Page, element_text, known_name
from newsreader.feeds.entries import rest
from newsreader.feeds.words import plain_line
from newsreader.model import Enclosure

_EMAIL_AND_NAME = re.compile(r"[^\s@<>()]+@[^\s@<>()]+\s*\((.+)\)|(.+?)\s*<[^\s@<>]+@[^\s@<>]+>")
_PICTURE_NAME = re.compile(r"\.(?:jpe?g|png|webp|gif|avif)(?:$|[?#])", re.IGNORECASE)
_PERIODS = {"hourly": 60, "daily": 1440, "weekly": 10080, "monthly": 43200, "yearly": 525600}
"""Minutes, by the names of the syndication module of RSS 1.0."""

_PEOPLE = 10
"""Names at most in a byline."""


def first_date(fields: Fields, *names: str) -> datetime | None:
    """Return the first date under these names that can be read."""
    for child in fields.each(*names):
        if date := parse_date(element_text(child)):
            return date
    return None


def person(text: str) -> str:
    """Return the name in "name", "address (name)" or "name <address>" as one clean line."""
    found = _EMAIL_AND_NAME.fullmatch(text.strip()) if "@" in text else None
    return plain_line((found[1] or found[2]) if found else text).strip("\"' ")


def people(names: list[str]) -> str:
    """Return names as a byline, each once."""
    return ", ".join(list(dict.fromkeys(name for name in names if name))[:_PEOPLE])


def picture(fields: Fields, enclosures: tuple[Enclosure, ...]) -> str | None:
    """Return the picture that stands for an entry: Media RSS's own, an enclosed one, the podcast's, or None.

    Of several sizes the widest is taken, since it is scaled down for the screen; a thumbnail only stands in.
    """
    found = [(width, url) for width, url in _media_pictures(fields)]
    if found:
        return max(found, key=lambda sized: sized[0])[1]  # the first of the widest
    for file in enclosures:
        if file.media_type.startswith("image/") or (not file.media_type and _PICTURE_NAME.search(file.url)):
            return file.url
    for image in fields.each("itunes:image", "image"):
        url = fields.page.address(image, image.get("href") or _image_text(image))
        if url:
            return url
    return None


def _media_pictures(fields: Fields) -> Iterator[tuple[int, str]]:
    """Yield what Media RSS shows as (width in pixels, or -1 for a thumbnail, address)."""
    for top in fields.each("media:content", "media:thumbnail", "media:group"):
        for media in top.iter():
            name = known_name(media.tag) if isinstance(media.tag, str) else ""
            if name not in {"media:content", "media:thumbnail"}:
                continue
            if name == "media:content" and not _is_picture(media):
                continue
            url = fields.page.address(media, media.get("url") or element_text(media))
            width = media.get("width", "")
            if url:
                sized = int(width) if width.isascii() and width.isdigit() and len(width) < 6 else 0
                yield (sized if name == "media:content" else -1), url


def _is_picture(media: etree._Element) -> bool:
    medium, kind = media.get("medium", "").lower(), media.get("type", "").lower()
    if medium or kind:
        return medium == "image" or kind.startswith("image/")
    return _PICTURE_NAME.search(media.get("url", "")) is not None


def _image_text(image: etree._Element) -> str:
    """Return the address in RSS's ``<image><url>…</url></image>``, or the text of one that holds it bare."""
    if not len(image):
        return image.text or ""
    return next((element_text(child) for child in image if str(child.tag).rpartition("}")[2] == "url"), "")


def media_description(page: Page, fields: Fields) -> str:
    """Return the description that Media RSS gives, also inside its group, as HTML."""
    for top in fields.each("media:description", "media:group", "media:content"):
        for media in top.iter():
            if isinstance(media.tag, str) and known_name(media.tag) == "media:description":
                text = page.html(media)
                if text:
                    return text
    return ""


def asked_rest(feed: Fields) -> timedelta | None:
    """Return what ``ttl`` asks for, in minutes, else the syndication module's period over its frequency."""
    minutes = _number(feed.text("ttl"))
    if minutes:
        return rest(minutes)
    period = _PERIODS.get(feed.text("sy:updateperiod").lower(), 0)
    return rest(period / (_number(feed.text("sy:updatefrequency")) or 1))


def _number(text: str) -> float:
    return float(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
