"""Who published the page, and in which language."""

import re
from collections.abc import Iterator
from html import unescape

from newsreader.clean.metadata.facts import Facts
from newsreader.clean.metadata.json_ld import texts, types_of
from newsreader.clean.passages import squeeze
from newsreader.model import clean_line, shown_host

_TAG = re.compile(r"^([A-Za-z]{2,3})((?:[-_][A-Za-z0-9]{2,8})*)$")
_LONGEST_NAME = 60
_SHORTEST_BRAND = 3
_SECOND_LEVELS = frozenset({"co", "com", "org", "net", "ac", "gov", "edu", "or", "ne", "go"})
"""Labels below a country's domain under which names are given out, as in ``quay.co.uk``."""


def find_site(facts: Facts) -> str:
    """Return the publication's name, else its host.

    The first name told is believed, unless it has nothing of the name in the host, and a later one has: some
    pages give the name of their section.
    """
    names = list(dict.fromkeys(_told_names(facts)))
    brand = squeeze(brand_of(facts.url))
    like = [name for name in names if len(brand) >= _SHORTEST_BRAND and brand in squeeze(name)]
    return next(iter(like or names), shown_host(facts.url))


def brand_of(url: str) -> str:
    """Return the name in the host of ``url``: ``quay`` of ``www.quay.co.uk``."""
    labels = shown_host(url).split(".")[:-1]
    if len(labels) > 1 and labels[-1] in _SECOND_LEVELS:
        labels.pop()
    return labels[-1] if labels else ""


def find_language(facts: Facts) -> str:
    """Return the page's language as a BCP 47 tag, or an empty string.

    The page's own attribute is believed, unless its data and OpenGraph agree on another language: many pages
    keep the attribute of the template they were made from.
    """
    root = facts.root
    own = _tag(root.get("lang") or root.get("xml:lang"))
    data = next(filter(None, map(_tag, texts(facts.article.get("inLanguage")))), "")
    network = _tag(facts.meta("og:locale"))
    if own and data and network and _primary(data) == _primary(network) != _primary(own):
        return data
    return own or data or network or _tag(facts.meta("content-language", "dc.language", "language"))


def _told_names(facts: Facts) -> Iterator[str]:
    """Yield what the page calls its publication, the best witness first."""
    sites = (node.get("name") for node in facts.nodes if "WebSite" in types_of(node))
    told = (
        facts.meta("og:site_name"),
        *texts(facts.article.get("publisher")),
        *(name for site in sites for name in texts(site)),
        facts.meta("application-name"),
    )
    for name in told:
        line = clean_line(unescape(name))
        if 0 < len(line) <= _LONGEST_NAME and not line.startswith("@") and "://" not in line:
            yield line


def _tag(told: str | None) -> str:
    """Return ``told`` as a tag in the usual letters (``zh-Hant-TW``), or an empty string."""
    found = _TAG.match((told or "").strip())
    if not found:
        return ""
    parts = re.split(r"[-_]", found[2])[1:]
    usual = (part.upper() if len(part) == 2 else part.title() if len(part) == 4 else part for part in parts)
    return "-".join((found[1].lower(), *usual))


def _primary(tag: str) -> str:
    return tag.partition("-")[0]
