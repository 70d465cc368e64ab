"""The starter set: long-lived feeds of well-known publishers for a first run, to keep, change or drop."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StarterFeed:
    """A feed to begin with; ``zones`` are the time zones it is meant for, empty for everywhere."""

    folder: str
    title: str
    url: str
    zones: frozenset[str] = frozenset()


CAUCASUS = frozenset({"Asia/Yerevan", "Asia/Tbilisi", "Asia/Baku"})

STARTER_FEEDS = (
    StarterFeed("World", "BBC News, World", "https://feeds.bbci.co.uk/news/world/rss.xml"),
    StarterFeed("World", "The Guardian, World", "https://www.theguardian.com/world/rss"),
    StarterFeed("World", "Deutsche Welle", "https://rss.dw.com/rdf/rss-en-all"),
    StarterFeed("World", "Al Jazeera", "https://www.aljazeera.com/xml/rss/all.xml"),
    StarterFeed("World", "NPR News", "https://feeds.npr.org/1001/rss.xml"),
    StarterFeed("World", "France 24", "https://www.france24.com/en/rss"),
    StarterFeed("Science", "NASA", "https://www.nasa.gov/feed/"),
    StarterFeed("Science", "Nature, latest", "https://www.nature.com/nature.rss"),
    StarterFeed("Technology", "Ars Technica", "https://feeds.arstechnica.com/arstechnica/index"),
    StarterFeed("Technology", "Hacker News", "https://news.ycombinator.com/rss"),
    StarterFeed("Caucasus", "OC Media", "https://oc-media.org/feed/", CAUCASUS),
    StarterFeed("Caucasus", "EVN Report", "https://evnreport.com/feed/", CAUCASUS),
    StarterFeed("Caucasus", "Eurasianet", "https://eurasianet.org/rss.xml", CAUCASUS),
)


def starter_feeds(zone: str | None) -> Iterator[StarterFeed]:
    """Yield the feeds to begin with in a time zone (an IANA name, or None when it is not known)."""
    return (feed for feed in STARTER_FEEDS if not feed.zones or zone in feed.zones)
