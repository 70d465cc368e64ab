"""Who wrote an article: names, without "By" and without what else a byline says."""

import re
from collections.abc import Iterable

from newsreader.clean.metadata.facts import Facts
from newsreader.clean.metadata.json_ld import Node, texts, types_of
from newsreader.clean.metadata.publication import find_site
from newsreader.clean.passages import squeeze
from newsreader.model import clean_line

_METAS = (
    "author", "article:author", "article:author_name", "dc.creator", "dcterms.creator", "parsely-author",
    "sailthru.author", "byl", "dc.contributor", "cxenseparse:author", "authors", "article.author", "rbauthors",
)  # fmt: skip
_LEAD = re.compile(
    r"^\W*(?:(?:written|words|story|text|texte?|reported|review|article|photos?|edited|posted|published)\s+)?"
    r"(?:by|von|par|por|di|da|door|av|af|od|przez|autor(?:a|en|in|es)?|author|auteur|redactie"
    r"|redaktion|från|kirjoittanut|tekst|автор|작성자|作者|文)\b\s*[::]?\s*",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:[,;/|•·\n、]|\s(?:and|und|et|y|e|en|och|og|ja|i|und|with|&|и)\s)\s*", re.IGNORECASE)
_NO_NAME = re.compile(
    r"https?:|www\.|@|\d{2}|^(?:admin|editor|staff|redaktion|redaction|rédaction|redacción|redazione"
    r"|unknown|null|none|published|updated)$"
    r"|\b(?:reporter|correspondent|editor|writer|columnist|redakteur\w*|journalist\w*|updated"
    r"|published|minutes?|read|follow|view)\b",
    re.IGNORECASE,
)
_BYLINES = " | ".join(f"//body//*[contains(@class, '{name}')]" for name in ("author", "Author", "byline", "Byline"))
_LONGEST = 60
_MOST = 12


def find_authors(facts: Facts) -> tuple[str, ...]:
    """Return the names of the authors, as the best witness gives them; empty when no one is named."""
    if names := _names(_from_json(facts), ""):  # here the publication itself may be named, and means it
        return names
    site = find_site(facts)
    for told in (_from_metas(facts), _from_marks(facts), _from_byline(facts)):
        if names := _names(told, site):
            return names
    return ()


def _from_json(facts: Facts) -> list[str]:
    """Return the authors of JSON-LD: persons, else whatever is named."""
    value = facts.article.get("author") or facts.article.get("creator")
    each: list[object] = list(value) if isinstance(value, list) else [value]
    by_id = {str(node["@id"]): node for node in facts.nodes if "@id" in node and "name" in node}
    each = [_looked_up(author, by_id) for author in each]
    persons = [author for author in each if not (isinstance(author, dict) and "Organization" in types_of(author))]
    return [text for author in (persons or each) for text in texts(author)]


def _looked_up(author: object, by_id: dict[str, Node]) -> object:
    """Return the node that ``author`` only names by its id, else ``author``."""
    if isinstance(author, dict) and "name" not in author:
        return by_id.get(str(author.get("@id")), author)
    return author


def _from_metas(facts: Facts) -> list[str]:
    for name in _METAS:
        values = [value for value in facts.metas.get(name, ()) if "//" not in value]
        if values:
            return values
    return []


def _from_marks(facts: Facts) -> list[str]:
    """Return the texts of what is marked as the author by microdata or a link's relation."""
    found = facts.root.xpath("//*[@itemprop='author']//*[@itemprop='name'] | //a[@rel='author']")
    if not found:
        found = facts.root.xpath("//*[@itemprop='author']")
    return [elem.get("content") or elem.text_content() for elem in found[:_MOST]]


def _from_byline(facts: Facts) -> list[str]:
    """Return the text of the first element that is named a byline, its links when they are the names."""
    for elem in facts.root.xpath(_BYLINES)[:10]:
        links = [
            link.text_content()
            for link in elem.iter("a")
            if "author" in (link.get("href") or "") + (link.get("class") or "")
        ]
        text = clean_line(elem.text_content())
        if links:
            return links
        if text and len(text) <= 2 * _LONGEST:
            return [text]
    return []


def _names(told: Iterable[str], site: str) -> tuple[str, ...]:
    """Return the names in ``told``, each once."""
    names: dict[str, str] = {}
    for text in told:
        for piece in _BETWEEN.split(_LEAD.sub("", clean_line(text))):
            name = clean_line(_LEAD.sub("", piece)).strip(" .,;:-–—|")
            if name and len(name) <= _LONGEST and not _NO_NAME.search(name) and squeeze(name) != squeeze(site):
                names.setdefault(squeeze(name), name)
    return tuple(names.values())[:_MOST]
