"""What a page says of itself in JSON-LD, also when the JSON is somewhat broken."""

import json
import re
from collections.abc import Iterator
from typing import TypeAlias

from lxml.html import HtmlElement

Node: TypeAlias = dict[str, object]

_LARGEST = 400_000
"""Characters of a script that are read."""

_MOST_NODES = 5_000

_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/"
    r"|\]\]>)\s*;?\s*$"
)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_ARTICLE = re.compile(
    r"Article$|^(?:Report|BlogPosting|LiveBlogPosting|Review|SocialMediaPosting|Recipe|HowTo)$|NewsArticle"
)


def read_json_ld(root: HtmlElement) -> list[Node]:
    """Return every object of the page's JSON-LD, the outer before the inner."""
    nodes: list[Node] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            nodes.extend(_objects(_parse(script.text[:_LARGEST])))
    return nodes[:_MOST_NODES]


def article_node(nodes: list[Node]) -> Node:
    """Return the object that describes the page's article: of an article's type and the fullest; empty for none."""
    articles = [node for node in nodes if any(_ARTICLE.search(kind) for kind in types_of(node))]
    telling = ("headline", "datePublished", "author", "image", "articleBody", "description", "dateModified")
    return max(articles, key=lambda node: sum(key in node for key in telling), default={})


def types_of(node: Node) -> list[str]:
    """Return the types of ``node`` by their short names."""
    return [kind.rpartition("/")[2] for kind in texts(node.get("@type"))]


def texts(value: object) -> list[str]:
    """Return the strings that ``value`` is or holds; of an object its ``name``, ``@value`` or ``url``."""
    if isinstance(value, str):
        return [value] if value.strip() else []
    if isinstance(value, list):
        return [text for each in value if not isinstance(each, list) for text in texts(each)]
    if isinstance(value, dict):
        for key in ("name", "@value", "url", "contentUrl"):
            inner = value.get(key)
            if isinstance(inner, str) and inner.strip():
                return [inner]
            if isinstance(inner, list):
                return [text for text in inner if isinstance(text, str)]
    return []


def _parse(source: str) -> object:
    """Return the value of ``source``; what stands before a break in it; None when nothing can be read."""
    source = _WRAPPING.sub("", _WRAPPING.sub("", source)).strip()
    for attempt in (source, _TRAILING_COMMA.sub(r"\1", source)):
        try:
            return _DECODER.decode(attempt)
        except (ValueError, RecursionError):
            continue
    start = min((at for at in (source.find("{"), source.find("[")) if at >= 0), default=0)
    try:
        return _DECODER.raw_decode(source, start)[0]
    except (ValueError, RecursionError):
        return None


_DECODER = json.JSONDecoder(strict=False)


def _objects(value: object) -> Iterator[Node]:
    """Yield every object in ``value``, level by level."""
    level: list[object] = [value]
    while level:
        below: list[object] = []
        for each in level:
            if isinstance(each, dict):
                yield each
                below.extend(each.values())
            elif isinstance(each, list):
                below.extend(each)
        level = below
