"""Who wrote an article, by the best witness of its page."""

import re
from collections.abc import Iterable, Iterator

from newsreader.clean.metadata.bylines import is_full_name, read_names
from newsreader.clean.metadata.credits import linked_names, marked_names, shown_bylines
from newsreader.clean.metadata.facts import Facts
from newsreader.clean.metadata.json_ld import Node, texts, types_of
from newsreader.clean.metadata.publication import brand_of, find_site
from newsreader.clean.passages import squeeze
from newsreader.model import shown_host

_METAS = (
    "author", "article:author", "article:author_name", "dc.creator", "dc:creator", "dcterms.creator",
    "parsely-author", "sailthru.author", "byl", "dc.contributor", "cxenseparse:author", "authors",
    "article.author", "rbauthors", "citation_author",
)  # fmt: skip
_LIBRARIAN = ("dc", "citation")
"""How names of metas begin in which catalogues put the family name first."""

_FAMILY_FIRST = re.compile(r"^(\S+), ([^,]*[a-z.][^,]*)$")
_SHORTEST_BRAND = 3


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
    yield marked_names(facts.root)
    yield from shown_bylines(facts.root)
    yield linked_names(facts.root)


def _from_json(facts: Facts) -> tuple[list[str], list[str]]:
    """Return the authors of JSON-LD that may be persons, and those that are organizations."""
    value = facts.article.get("author") or facts.article.get("creator")
    by_id = {str(node["@id"]): node for node in facts.nodes if "@id" in node and "name" in node}
    persons: list[str] = []
    organizations: list[str] = []
    for author in (_looked_up(author, by_id) for author in _each(value)):
        is_person = not (isinstance(author, dict) and "Organization" in " ".join(types_of(author)))
        (persons if is_person else organizations).extend(texts(author))
    return persons, organizations


def _each(value: object) -> list[object]:
    """Return ``value``, or what it lists, also in lists one level down."""
    outer = value if isinstance(value, list) else [value]
    return [one for each in outer for one in (each if isinstance(each, list) else [each])]


def _looked_up(author: object, by_id: dict[str, Node]) -> object:
    """Return the node that ``author`` only names by its id, else ``author``."""
    if isinstance(author, dict) and "name" not in author:
        return by_id.get(str(author.get("@id")), author)
    return author


def _completed(names: tuple[str, ...], facts: Facts) -> tuple[str, ...]:
    """Return ``names``, and those that the page's marks name beside all of them: data often names one only."""
    marked = read_names(marked_names(facts.root))
    return marked if set(map(squeeze, names)) < set(map(squeeze, marked)) else names


def _names_of_publication(facts: Facts) -> tuple[str, ...]:
    """Return what the publication is called, squeezed: by itself, by its host, by the name in its host."""
    return tuple(filter(None, map(squeeze, (find_site(facts), shown_host(facts.url), brand_of(facts.url)))))


def _others(names: Iterable[str], own: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of ``names`` that are not the publication's ``own``, nor begin with the name in its host."""
    brand = own[-1] if own and len(own[-1]) >= _SHORTEST_BRAND else "\0"
    keys = ((name, squeeze(name)) for name in names)
    return tuple(name for name, key in keys if key not in own and not key.startswith(brand))


def _from_metas(facts: Facts) -> list[str]:
    for name in _METAS:
        values = [value for value in facts.metas.get(name, ()) if "//" not in value]
        if values:
            return [_FAMILY_FIRST.sub(r"\2 \1", v) for v in values] if name.startswith(_LIBRARIAN) else values
    return []
