"""A clipping: an article as it is handed over, with what the library knows of it and where its pictures are."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from newsreader.model import Article, Block, Headline, Image, List, Quote


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture on this disk; its file is named by a hash of its bytes, and never changes."""

    path: Path
    media_type: str


@dataclass(frozen=True, slots=True)
class Clipping:
    """An article and what goes with it.

    Attributes:
        article: the page behind the headline, else what the feed carried, which may have no blocks.
        source_url: the address of the feed, or None when it is not subscribed to.
        section: the subscription's folder, or empty.
        saved_at: when it was bookmarked, if it is; ``read_at`` when it was read, if it is; aware UTC, or None.
        read_changed_at, bookmarked_changed_at: when it was last marked read or unread, kept or let go; or None.
        pictures: those of the article that are kept, by their addresses.
    """

    headline: Headline
    article: Article
    source_url: str | None = None
    section: str = ""
    saved_at: datetime | None = None
    read_at: datetime | None = None
    read_changed_at: datetime | None = None
    bookmarked_changed_at: datetime | None = None
    pictures: Mapping[str, PictureFile] = field(default_factory=dict)


def with_pictures_at(article: Article, addresses: Mapping[str, str]) -> Article:
    """Return ``article`` with its pictures at other addresses; those not in ``addresses`` stay where they are."""

    def moved(block: Block) -> Block:
        match block:
            case Image(url=url):
                return replace(block, url=addresses.get(url, url))
            case Quote(blocks=blocks):
                return Quote(tuple(map(moved, blocks)))
            case List(items=items):
                return replace(block, items=tuple(tuple(map(moved, item)) for item in items))
            case _:
                return block

    lead = article.lead_image
    if lead is not None:
        lead = replace(lead, url=addresses.get(lead.url, lead.url))
    return replace(article, lead_image=lead, blocks=tuple(map(moved, article.blocks)))
