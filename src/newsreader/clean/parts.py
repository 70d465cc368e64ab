"""Where the rest of an article is: its next part, and other versions of its page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from lxml.html import HtmlElement

from newsreader.model import Article, Block, web_address
from newsreader.model.article import walk

_WORDS = "page|paged|pagina|pag|pg|part|seite|teil"
_QUERY_NAMES = frozenset({*_WORDS.split("|"), "p", "s"})
"""Names that a query gives to the number of a part; some pages number their articles by the short ones."""

_PATH_NUMBER = re.compile(rf"[/,._-](?:(?:{_WORDS})[/,._-]?|p)?(\d{{1,2}})(?=(?:\.\w{{2,5}})?/?$)")
_NEXT = re.compile(
    r"next|weiter|nächste|suivant|siguiente|próxim|avanti|successiv|volgende|nästa|neste|næste|seuraava|następn|další"
    r"|далее|след|հաջորդ|التالي|次|下一|다음|›|»|→|^\s*\d{1,2}\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class CleanedPage:
    """A page's article, and where more of it may be had.

    Attributes:
        next_part: the address of the part after this one, or None.
        alternates: addresses of other versions of the page, the best first: AMP, print, the one that the page
            calls its own.
    """

    article: Article
    next_part: str | None = None
    alternates: tuple[str, ...] = ()

    def joined_to(self, before: Article) -> Article:
        """Return ``before``, the parts up to this one, followed by what this one adds."""
        known = {before.lead_image, *walk(before.blocks)}
        opening: tuple[Block, ...] = (self.article.lead_image,) if self.article.lead_image else ()
        added = tuple(block for block in opening + self.article.blocks if block not in known)
        return replace(before, blocks=before.blocks + added)


def find_next_part(root: HtmlElement, base: str, first: str, part: int) -> str | None:
    """Return the address of the part that follows ``root``, which is number ``part``, or None.

    A link is believed when it leads to the address of the ``first`` part with the next number put in, and is
    named so (``rel=next``, a word for it, a bare number): many pages call the next article next, and number
    their articles one after the other.
    """
    whole = _without_number(first, 1) or _plain(first)
    numbered = re.compile(rf"(?<!\d)0?{part + 1}(?!\d)")
    for link in chain(root.iter("link"), root.iter("a")):
        told = link.get("href") or ""
        href = web_address(told, base) if numbered.search(told) else None
        if href and _without_number(href, part + 1) == whole and _says_next(link):
            return href
    return None


def find_alternates(root: HtmlElement, url: str, base: str) -> tuple[str, ...]:
    """Return where the page ``root`` says that other versions of it are."""
    found = dict.fromkeys(
        href
        for link in _alternate_links(root)
        if (href := web_address(link.get("href") or "", base)) and _plain(href) != _plain(url)
    )
    return tuple(found)


def _says_next(link: HtmlElement) -> bool:
    if "next" in (link.get("rel") or "").lower().split():
        return True
    told = (link.text_content(), link.get("title"), link.get("aria-label"), link.get("class"))
    return any(_NEXT.search(text) for text in told if text)


def _without_number(url: str, number: int) -> str | None:
    """Return ``url`` without the number of its part, or None when it does not name that part.

    Only a number that a word explains makes an address that of a first part: ``/story/1`` may be any story.
    """
    parts = urlsplit(url)
    query = parse_qsl(parts.query, keep_blank_values=True)
    names = _QUERY_NAMES if number > 1 else _QUERY_NAMES - {"p", "s"}
    counted = [pair for pair in query if pair[0].lower() in names and pair[1] == str(number)]
    if counted:
        return _plain(url, [pair for pair in query if pair not in counted])
    found = _PATH_NUMBER.search(parts.path)
    if found is None or int(found[1]) != number or (number == 1 and not re.search(_WORDS, found[0])):
        return None
    return _plain(urlunsplit(parts._replace(path=parts.path[: found.start()] + parts.path[found.end() :])))


def _plain(url: str, query: list[tuple[str, str]] | None = None) -> str:
    """Return ``url`` with no scheme, fragment or last slash, its query in one spelling, or another one."""
    parts = urlsplit(url)
    pairs = parse_qsl(parts.query, keep_blank_values=True) if query is None else query
    return urlunsplit(("", parts.netloc, parts.path.rstrip("/"), urlencode(pairs), ""))


def _alternate_links(root: HtmlElement) -> Iterator[HtmlElement]:
    for wanted in ("amphtml", "alternate", "canonical"):
        for link in root.iter("link"):
            if wanted in (link.get("rel") or "").lower().split() and (
                wanted != "alternate" or "print" in (link.get("media") or "").lower()
            ):
                yield link
