"""What a page says of itself in JSON-LD."""

import re
from collections.abc import Iterator
from typing import TypeAlias

from lxml.html import HtmlElement

from newsreader.clean.metadata.broken_json import read_json

Node: TypeAlias = dict[str, object]

_LARGEST = 400_000
"""Characters of a script that are read."""

_MOST_NODES = 5_000

_ARTICLE = re.compile(
    r"Article$|^(?:Report|BlogPosting|LiveBlogPosting|Review|SocialMediaPosting|Recipe|HowTo)$|NewsArticle"
)


def read_json_ld(root: HtmlElement) -> list[Node]:
    """Return every object of the page's JSON-LD, the outer before the inner."""
    nodes: list[Node] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            nodes.extend(_objects(read_json(script.text[:_LARGEST])))
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
