"""What the page's data claims of its text: whether it is an article's, how long, whether all of it is shown."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from newsreader.clean.metadata import Facts
from newsreader.clean.passages import word_count
from newsreader.model import count_words

_FALSE = frozenset({"false", "http://schema.org/false", "https://schema.org/false", "no", "0"})
_SELECTOR = re.compile(r"^[\w-]*([.#])([\w-]+)$")
"""A selector that is one class or one id; source: Google's guide to structured data for paywalled content."""

_STEM = 40
"""Words that a part which is only for those who pay has at least, when it is there."""

_MOST_PARTS = 5
"""Such parts that are looked for: a page names one or two."""

_PLAYERS = ("video", "audio", "iframe", "amp-video", "amp-iframe")
_REFRESH = re.compile(r"url\s*=", re.IGNORECASE)


def is_article(facts: Facts) -> bool:
    """Tell whether the page's data says that it shows an article."""
    kind = facts.meta("og:type").lower()
    return bool(
        facts.article
        or kind in {"article", "news", "newsarticle", "blog", "story"}
        or facts.meta("article:published_time", "datepublished")
    )


def is_sold(facts: Facts) -> bool:
    """Tell whether the page says that its article is not free; source: schema.org, isAccessibleForFree."""
    told = [node.get("isAccessibleForFree") for node in (facts.article, *facts.nodes)]
    if any(value is False or str(value).lower() in _FALSE for value in told):
        return True
    return facts.meta("article:content_tier", "content_tier").lower() in {"locked", "metered"}


def holds_back(facts: Facts) -> bool:
    """Tell whether the part that is named as only for those who pay is not on the page, or empty."""
    named = [selector for node in facts.nodes for selector in _paid_parts(node)][:_MOST_PARTS]
    found = [elem for selector in named for elem in _select(facts.root, selector)]
    return bool(named) and sum(word_count(elem.text_content()) for elem in found) < _STEM


def told_words(facts: Facts) -> int:
    """Return how many words the page says its article has, as ``count_words`` counts; 0 when it does not say."""
    body = facts.article.get("articleBody")
    count = facts.article.get("wordCount")
    said = int(count) if isinstance(count, int | str) and str(count).isdecimal() and len(str(count)) < 7 else 0
    return max(count_words(body) if isinstance(body, str) and "<" not in body else 0, said)


def is_played(facts: Facts) -> bool:
    """Tell whether the page is there for a video or a sound."""
    if facts.meta("og:type").lower().startswith(("video", "music")):
        return True
    return next(facts.root.iter(*_PLAYERS), None) is not None


def leads_on(root: HtmlElement) -> bool:
    """Tell whether the page ``root``, not yet pruned, sends its visitor on to another one by itself."""
    return any(
        (meta.get("http-equiv") or "").lower() == "refresh" and _REFRESH.search(meta.get("content") or "")
        for meta in root.iter("meta")
    )


def _paid_parts(node: dict[str, object]) -> Iterator[str]:
    """Yield the selectors of ``node`` for what is not free."""
    selector = node.get("cssSelector")
    if str(node.get("isAccessibleForFree")).lower() in _FALSE:
        for each in selector if isinstance(selector, list) else [selector]:
            if isinstance(each, str):
                yield each


def _select(root: HtmlElement, selector: str) -> list[HtmlElement]:
    """Return the elements that ``selector`` chooses; none for one that is not a class or an id."""
    found = _SELECTOR.match(selector.strip())
    if found is None:
        return []
    attribute = "class" if found[1] == "." else "id"
    return [elem for elem in root.xpath(f"//*[@{attribute}]") if found[2] in elem.get(attribute, "").split()]
