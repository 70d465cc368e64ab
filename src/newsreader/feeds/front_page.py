"""Headlines off the front page of a site that has no feed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml import etree

from newsreader.feeds.dates import parse_date
from newsreader.feeds.entries import collect, make_entry
from newsreader.feeds.html_tree import page_base, read_page, words_in
from newsreader.feeds.words import plain_line
from newsreader.model import FeedError, ParsedEntry, ParsedFeed, clean_text, shown_host, web_address

_FEWEST = 3
"""Headlines below which a page is not a front page."""

_HEADINGS = {"h1", "h2", "h3", "h4"}
_ASIDE = {"nav", "footer", "aside", "form", "script", "style", "noscript", "template", "button", "select", "svg"}
_ASIDE_NAMED = re.compile(
    r"(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|footer|breadcrumbs?|sidebar|cookies?|consent|newsletter|social|share"
    r"|pagination|pager|tags?|skip|advert(?:isement)?|ads?|promo|login|subscribe)(?:$|[\s_-])",
    re.IGNORECASE,
)
_ASIDE_ROLES = {"navigation", "contentinfo", "complementary", "search", "menu", "banner", "dialog"}
_NOT_ARTICLES = re.compile(
    r"/(?:tags?|topics?|categor(?:y|ies)|authors?|users?|login|signin|register|subscribe|about|contact|privacy|terms"
    r"|search|newsletters?|page/[0-9]+|cookies?|imprint|impressum)(?:/|\.\w+|$)",
    re.IGNORECASE,
)
_HEADLINE_CLASS = re.compile(r"headline|title|story|teaser", re.IGNORECASE)
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7ff]")
_LONGEST_DATE = 24
"""Characters below which a date is the whole of a link, and not told in a headline."""

_UP_TO = 8
"""Elements at most that are climbed from a headline to all that belongs to it."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A link that reads like a headline; ``rank`` is higher the surer it is one."""

    anchor: etree._Element
    url: str
    title: str
    rank: int


def read_front_page(data: bytes, url: str, content_type: str | None = None) -> ParsedFeed:
    """Read the headlines of a page in its order, each address once, with dates and pictures where it gives them.

    Raises:
        FeedError: fewer than three links on it read like headlines; ``where`` is ``url``.
    """
    root = read_page(data, content_type)
    if root is None:
        raise FeedError("there is nothing on this page", url)
    found = _best(list(_candidates(root, page_base(root, url), url)))
    if len(found) < _FEWEST:
        raise FeedError("this page names no feed and shows no headlines", url)
    owners = _owners(found)
    entries, truncated = collect(_entry(one, owners, page_base(root, url)) for one in found)
    return ParsedFeed(
        title=_site_title(root) or shown_host(url),
        entries=entries,
        site_url=web_address(url),
        language=plain_line(root.get("lang", ""))[:35],
        from_page=True,
        truncated=truncated,
    )


def _candidates(root: etree._Element, base: str, url: str) -> Iterator[_Found]:
    """Yield the links of the page's own part that read like headlines."""
    here, home = _bare(url), urlsplit(url).netloc
    for anchor in _walk(root):
        address = web_address(anchor.get("href", ""), base) if anchor.get("href") else None
        if address is None or _bare(address) in {here, home} or _NOT_ARTICLES.search(address):
            continue
        title, rank = _headline(anchor)
        if rank:
            yield _Found(anchor, address, title, rank)


def _walk(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the anchors of a page but those in its furniture, in page order."""
    todo = [root]
    while todo:
        element = todo.pop()
        if not isinstance(element.tag, str) or _is_furniture(element):
            continue
        if element.tag == "a":
            yield element
        else:
            todo.extend(reversed(element))


def _is_furniture(element: etree._Element) -> bool:
    tag = str(element.tag)
    if tag in _ASIDE or element.get("role", "").lower() in _ASIDE_ROLES or element.get("hidden") is not None:
        return True
    if tag in {"html", "body", "main", "article", "a", *_HEADINGS}:
        return False
    names = f"{element.get('class', '')} {element.get('id', '')}"
    if tag == "header" and all(
        around.tag not in {"article", "main", "section"} for around in element.iterancestors()
    ):
        return not any(True for _ in element.iter(*_HEADINGS))
    return len(names) < 500 and _ASIDE_NAMED.search(names) is not None


def _headline(anchor: etree._Element) -> tuple[str, int]:
    """Return the words of a link, and 3 for a heading's, 2 for an article's or a list's, 0 for no headline."""
    inner = next(anchor.iter(*_HEADINGS), None)
    around = [element for _, element in zip(range(_UP_TO), anchor.iterancestors(), strict=False)]
    title = plain_line(words_in(inner if inner is not None else anchor) or anchor.get("title", ""))
    weight = 0 if len(title) <= _LONGEST_DATE and parse_date(title) else _weight(title)
    if inner is not None or any(element.tag in _HEADINGS for element in around[:3]):
        return title, 3 if weight >= 2 else 0
    marked = [anchor, *around[:2]]
    if any(_HEADLINE_CLASS.search(element.get("class", "")) for element in marked):
        return title, 2 if weight >= 3 else 0
    if any(element.tag in {"article", "li", "main", "td"} for element in around):
        return title, 1 if weight >= 5 and not _is_in_text(around, title) else 0
    return title, 0


def _is_in_text(around: list[etree._Element], title: str) -> bool:
    """Whether a link stands in the middle of a sentence, as they do in articles."""
    paragraphs = [element for element in around[:3] if element.tag in {"p", "blockquote", "figcaption"}]
    return bool(paragraphs) and len(words_in(paragraphs[0])) > 1.5 * len(title)


def _weight(title: str) -> int:
    """Return how much a title says, in words; of writing without spaces two characters count as one."""
    packed = len(_CJK.findall(title))
    if packed * 2 > len(title):
        return packed // 2
    return len(title.split()) if len(title) >= 12 else 0


def _best(found: list[_Found]) -> list[_Found]:
    """Return each address once, by its surest and then longest link, and only the sure ones where they suffice."""
    best: dict[str, _Found] = {}
    for one in found:
        known = best.get(_bare(one.url))
        if known is None or (one.rank, len(one.title)) > (known.rank, len(known.title)):
            best[_bare(one.url)] = one  # keeps the place in which the address first stood
    ranked = list(best.values())
    for rank in (3, 2):
        sure = [one for one in ranked if one.rank >= rank]
        if len(sure) >= max(_FEWEST, len(ranked) // 3):
            return sure
    return ranked


def _owners(found: list[_Found]) -> dict[etree._Element, set[str]]:
    """Return which headlines stand in each element near them."""
    owners: dict[etree._Element, set[str]] = {}
    for one in found:
        for _, element in zip(range(_UP_TO), one.anchor.iterancestors(), strict=False):
            owners.setdefault(element, set()).add(one.url)
    return owners


def _entry(one: _Found, owners: dict[etree._Element, set[str]], base: str) -> ParsedEntry | None:
    """Make an entry of a headline and of what stands in the largest element that holds no other headline."""
    card = one.anchor
    for _, element in zip(range(_UP_TO), one.anchor.iterancestors(), strict=False):
        if len(owners[element]) > 1 or element.tag in {"body", "main"}:
            break
        card = element
    times = (time.get("datetime") or words_in(time) for time in card.iter("time"))
    return make_entry(
        guid=one.url,
        title=one.title,
        url=one.url,
        published=next((date for time in times if (date := parse_date(time))), None),
        summary=_summary(card, one.title),
        image_url=_picture(card, base),
    )


def _summary(card: etree._Element, title: str) -> str:
    """Return the first paragraph of a card that says more than its headline, as HTML."""
    for paragraph in card.iter("p"):
        text = clean_text(words_in(paragraph))
        if len(text.split()) >= 6 and text not in title and title not in text:
            return text.replace("&", "&amp;").replace("<", "&lt;")
    return ""


def _picture(card: etree._Element, base: str) -> str | None:
    for image in card.iter("img"):
        srcset = image.get("data-srcset") or image.get("srcset") or ""
        told = (image.get("data-src"), image.get("src"), srcset.strip().partition(" ")[0])
        for address in told:
            found = web_address(address, base) if address and not address.startswith("data:") else None
            if found and image.get("width") not in {"1", "0"}:
                return found
    return None


def _site_title(root: etree._Element) -> str:
    for meta in root.iter("meta"):
        if meta.get("property") == "og:site_name" and meta.get("content"):
            return plain_line(meta.get("content", ""))
    title = next((words_in(element) for element in root.iter("title")), "")
    return plain_line(title)


def _bare(address: str) -> str:
    """Return an address by which two links to the same page are known as such."""
    return address.partition("#")[0].partition("://")[2].rstrip("/")
