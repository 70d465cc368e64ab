"""Pages that say something of themselves, for tests of their metadata."""

import json

from newsreader.clean import clean_page
from newsreader.model import Article

URL = "https://quay.example/2023/03/30/park"
PROSE = "The council met on Tuesday evening to decide how the old harbour should be used after the ferries leave. "
BODY = f"<article><p>{PROSE * 2}</p><p>{PROSE * 3}</p></article>"
NODE: dict[str, object] = {
    "@type": "NewsArticle",
    "headline": "Harbour to become a park",
    "author": [{"@type": "Person", "name": "Ada Sandell"}, {"@type": "Person", "name": "Bo Lind"}],
    "datePublished": "2023-03-30T08:15:00+02:00",
    "dateModified": "2023-03-30T10:00:00Z",
    "publisher": {"@type": "Organization", "name": "The Quay"},
    "image": {"@type": "ImageObject", "url": "/quay.jpg"},
}


def article_of(head: str, body: str = BODY, url: str = URL, lang: str = "en-GB") -> Article:
    """Return the article of a page with this head."""
    return clean_page(f"<html lang='{lang}'><head>{head}</head><body>{body}</body></html>".encode(), url)


def json_ld(value: object) -> str:
    """Return a script that says ``value``."""
    return f"<script type='application/ld+json'>{json.dumps(value)}</script>"
