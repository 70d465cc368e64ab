"""The words of the house as frozen values, its errors, and the gates for text and addresses.

No input or output happens here. Every datetime is aware and in UTC; unknown is ``None``.
"""

from newsreader.model.addresses import shown_host, web_address
from newsreader.model.article import (
    Article,
    ArticleStatus,
    Block,
    Code,
    Heading,
    Image,
    Inline,
    List,
    Paragraph,
    Quote,
    Rule,
    Span,
    Table,
    blocks_text,
    inline_text,
)
from newsreader.model.errors import (
    CleanError,
    ConfigError,
    DamagedLibraryError,
    DeadlineError,
    FeedError,
    FetchError,
    FormatError,
    LibraryError,
    NewsreaderError,
    NotFoundError,
    PictureError,
    PlaceError,
    WeatherError,
)
from newsreader.model.feed import Enclosure, FeedLink, ParsedEntry, ParsedFeed
from newsreader.model.headline import Bookmark, Headline, HeadlineQuery, Subscription, View
from newsreader.model.picture import Picture
from newsreader.model.text import clean_line, clean_text, count_words, reading_minutes
from newsreader.model.weather import Conditions, Place, Units

__all__ = [
    "Article",
    "ArticleStatus",
    "Block",
    "Bookmark",
    "CleanError",
    "Code",
    "Conditions",
    "ConfigError",
    "DamagedLibraryError",
    "DeadlineError",
    "Enclosure",
    "FeedError",
    "FeedLink",
    "FetchError",
    "FormatError",
    "Heading",
    "Headline",
    "HeadlineQuery",
    "Image",
    "Inline",
    "LibraryError",
    "List",
    "NewsreaderError",
    "NotFoundError",
    "Paragraph",
    "ParsedEntry",
    "ParsedFeed",
    "Picture",
    "PictureError",
    "Place",
    "PlaceError",
    "Quote",
    "Rule",
    "Span",
    "Subscription",
    "Table",
    "Units",
    "View",
    "WeatherError",
    "blocks_text",
    "clean_line",
    "clean_text",
    "count_words",
    "inline_text",
    "reading_minutes",
    "shown_host",
    "web_address",
]
