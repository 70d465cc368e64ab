"""Who wrote an article, by the best witness of its page."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from lxml.html import HtmlElement

from newsreader.clean.metadata.bylines import byline_of, is_full_name, read_names
from newsreader.clean.metadata.facts import Facts
from newsreader.clean.metadata.json_ld import Node, texts, types_of
from newsreader.clean.metadata.publication import find_site
from newsreader.clean.passages import squeeze
from newsreader.model import clean_line, shown_host

_METAS = (
    "author", "article:author", "article:author_name", "dc.creator", "dcterms.creator", "parsely-author",
    "sailthru.author", "byl", "dc.contributor", "cxenseparse:author", "authors", "article.author", "rbauthors",
)  # fmt: skip
_BYLINES = " | ".join(f"//body//*[contains(@class, '{name}')]" for name in ("author", "Author", "byline", "Byline"))
_MARKS = ("//*[@itemprop='author']//*[@itemprop='name'] | //a[@rel='author']", "//*[@itemprop='author']")
_AUTHOR_PAGE = re.compile(
    r"/(?:authors?|autor(?:en|es|a|i)?|auteurs?|journalists?|contributors?|byline|profiles?|people|staff|team|writers?)/"
)
_MENUS = frozenset({"nav", "footer", "li"})
_LONGEST_BYLINE = 160
_MOST = 12
_SHORTEST_BRAND = 3
_NEAR = 5
"""Levels above the first marked name within which others are names of the same article."""


def find_authors(facts: Facts) -> tuple[str, ...]:
    """Return the names of the authors, as the best witness gives them; empty when no one is named.

    Where the page's data names the publication only, a person who is named elsewhere is believed before it.
    """
    persons, organizations = (read_names(told) for told in _from_json(facts))
    own = _names_of_publication(facts)
    if names := _others(persons, own) or _others(organizations, own):
        return _completed(names, facts)
    publication = persons or organizations
    for told in _elsewhere(facts):
        names = read_names(told)
        others = _others(names, own)
        if others and (is_full_name(others[0]) or not publication):
            return others
        publication = publication or names
    return publication


def _elsewhere(facts: Facts) -> Iterator[list[str]]:
    """Yield what the witnesses after JSON-LD tell, the best first."""
    yield _from_metas(facts)
    yield _from_marks(facts)
    yield from _from_bylines(facts)
    yield _from_links(facts)


def _from_json(facts: Facts) -> tuple[list[str], list[str]]:
    """Return the authors of JSON-LD that may be persons, and those that are organizations."""
    value = facts.article.get("author") or facts.article.get("creator")
    each: list[object] = list(value) if isinstance(value, list) else [value]
    by_id = {str(node["@id"]): node for node in facts.nodes if "@id" in node and "name" in node}
    persons: list[str] = []
    organizations: list[str] = []
    for author in (_looked_up(author, by_id) for author in each):
        is_person = not (isinstance(author, dict) and "Organization" in " ".join(types_of(author)))
        (persons if is_person else organizations).extend(texts(author))
    return persons, organizations


def _looked_up(author: object, by_id: dict[str, Node]) -> object:
    """Return the node that ``author`` only names by its id, else ``author``."""
    if isinstance(author, dict) and "name" not in author:
        return by_id.get(str(author.get("@id")), author)
    return author


def _completed(names: tuple[str, ...], facts: Facts) -> tuple[str, ...]:
    """Return ``names``, and those that the page's marks name beside all of them: data often names one only."""
    marked = read_names(_from_marks(facts))
    return marked if set(map(squeeze, names)) < set(map(squeeze, marked)) else names


def _names_of_publication(facts: Facts) -> tuple[str, ...]:
    """Return what the publication is called, squeezed: by itself, by its host, by the name in its host."""
    host = shown_host(facts.url)
    brand = host.rpartition(".")[0].rpartition(".")[2]
    return tuple(filter(None, map(squeeze, (find_site(facts), host, brand))))


def _others(names: Iterable[str], own: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of ``names`` that are not the publication's ``own``, nor begin with the name in its host."""
    brand = own[-1] if own and len(own[-1]) >= _SHORTEST_BRAND else "\0"
    keys = ((name, squeeze(name)) for name in names)
    return tuple(name for name, key in keys if key not in own and not key.startswith(brand))


def _from_metas(facts: Facts) -> list[str]:
    for name in _METAS:
        values = [value for value in facts.metas.get(name, ()) if "//" not in value]
        if values:
            return values
    return []


def _from_marks(facts: Facts) -> list[str]:
    """Return the texts of what microdata or a link's relation marks as the author, near the first of them."""
    found = facts.root.xpath(_MARKS[0]) or facts.root.xpath(_MARKS[1])
    if not found:
        return []
    around = list(islice(found[0].iterancestors(), _NEAR))[-1:]
    near = [elem for elem in found[:_MOST] if not set(around).isdisjoint(elem.iterancestors())]
    return [elem.get("content") or _text(elem) for elem in near]


def _from_bylines(facts: Facts) -> Iterator[list[str]]:
    """Yield the names in each element that is named a byline: its links to authors, else its text."""
    for elem in facts.root.xpath(_BYLINES)[:_MOST]:
        links = [
            link for link in elem.iter("a") if "author" in (link.get("href") or "") + (link.get("class") or "")
        ]
        text = _text(elem)
        if links:
            yield list(map(_text, links))
        elif len(text) <= _LONGEST_BYLINE:
            yield [byline_of(text)]


def _from_links(facts: Facts) -> list[str]:
    """Return the text of the first link whose address is that of an author's own page."""
    for link in facts.root.iter("a"):
        if not _AUTHOR_PAGE.search(link.get("href") or "") or not is_full_name(text := _text(link)):
            continue
        if _MENUS.isdisjoint(above.tag for above in link.iterancestors()):
            return [text]
    return []


def _text(elem: HtmlElement) -> str:
    return clean_line(" ".join(elem.itertext()))
