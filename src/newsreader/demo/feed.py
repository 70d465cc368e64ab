"""The edition's feed: RSS 2.0 with Dublin Core, Media RSS, Atom and content modules."""

from collections.abc import Callable, Iterable
from datetime import datetime
from email.utils import format_datetime
from html import escape

from newsreader.demo.articles import Story
from newsreader.demo.names import TAGLINE, TITLE

_MODULES = (
    'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"'
)


def feed_xml(root: str, stories: Iterable[Story], published: Callable[[Story], datetime]) -> str:
    """Return the feed of ``stories`` on the site at ``root``: with whole texts where a story says so."""
    items = "\n".join(_item(root, story, published(story)) for story in stories)
    return f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" {_MODULES}>
<channel>
<title>{escape(TITLE)}</title>
<link>{root}</link>
<description>{escape(TAGLINE)}</description>
<language>en</language>
<ttl>60</ttl>
<generator>newsreader</generator>
<atom:link href="{root}feed.xml" rel="self" type="application/rss+xml"/>
{items}
</channel>
</rss>
"""


def _item(root: str, story: Story, published: datetime) -> str:
    address = escape(root.rstrip("/") + story.path)
    parts = [
        f"<title>{escape(story.title)}</title>",
        f"<link>{address}</link>",
        f'<guid isPermaLink="false">built-in-edition:{escape(story.slug)}</guid>',
        f"<pubDate>{format_datetime(published)}</pubDate>",
        *(f"<dc:creator>{escape(author)}</dc:creator>" for author in story.authors),
        f"<category>{escape(story.section)}</category>",
        f"<description>{escape(story.standfirst)}</description>",
    ]
    if story.picture:
        parts.append(f'<media:thumbnail url="{root}pictures/{escape(story.picture)}" width="800" height="450"/>')
    if story.in_feed:
        parts.append(f"<content:encoded>{escape(story.body.replace('<!--break-->', ''))}</content:encoded>")
    return "<item>\n" + "\n".join(parts) + "\n</item>"
