"""When an article was published and updated, as aware UTC."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice

from lxml.html import HtmlElement

from newsreader.clean.metadata.facts import Facts
from newsreader.clean.metadata.json_ld import texts
from newsreader.clean.metadata.moments import read_date, read_moment
from newsreader.clean.metadata.publication import find_language

_PUBLISHED = (
    "article:published_time", "article:published", "og:published_time", "datepublished", "date.published",
    "pubdate", "publishdate", "publish_date", "publish-date", "publication_date", "published_time",
    "dc.date.issued", "dc.date.created", "dcterms.created", "dcterms.issued", "dc.date", "dcterms.date",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "rnews:datepublished", "date",
    "datecreated", "article:published_date", "last-published", "created", "citation_publication_date",
)  # fmt: skip
_UPDATED = (
    "article:modified_time", "og:updated_time", "datemodified", "date.modified", "last-modified",
    "dcterms.modified", "dc.date.modified", "article:modified", "revised", "lastmod", "modified",
)  # fmt: skip
_REVISED = re.compile(
    r"updated?\b|modified|revised|aktualisiert|geändert|mis à jour|modifié|actualizad|aggiornat|bijgewerkt"
    r"|atualizad|uppdaterad|oppdatert|opdateret|päivitetty|aktualizacja|aktualizov|güncelle|обновлен|оновлен|更新|수정",
    re.IGNORECASE,
)
"""What stands before the date of a later version."""

_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]?(\d\d)[/-]?(\d\d)(?:[/_-]|\b)")
_HEAD_LINES = 40
"""Texts after a page's heading among which its date is looked for."""

_LONGEST_LINE = 60
"""Characters of a line that tells a date and not a story."""

_MONTH_FIRST = frozenset({"en", "en-US", "en-PH"})
"""Languages of pages that write the month before the day, or do not say whose English it is."""


def find_dates(facts: Facts) -> tuple[datetime | None, datetime | None]:
    """Return when the article was published and when it was updated, aware UTC; None for what cannot be told.

    A time that names no zone is read with the help of those that the page tells elsewhere. Where the page dates
    its last version only, that is when the article, as it stands, was published.
    """
    first = list(_told_published(facts))
    later = [*texts(facts.article.get("dateModified")), *_metas(facts, _UPDATED), *_marked(facts, "dateModified")]
    aware = [moment for text in (*first, *later) if (moment := read_moment(text)) and moment.tzinfo]
    published, updated = _best(first, aware), _best(later, aware)
    if published is None:
        seen, revised = _seen(facts)
        published, updated = seen or updated or revised, updated or revised
    if published and updated and updated < published:
        updated = None
    return published, updated


def _told_published(facts: Facts) -> Iterable[str]:
    """Yield what the page's data says about its date, the best witness first."""
    yield from texts(facts.article.get("datePublished"))
    yield from _metas(facts, _PUBLISHED)
    yield from _marked(facts, "datePublished")
    for node in facts.nodes:
        yield from texts(node.get("datePublished"))
    yield from texts(facts.article.get("dateCreated"))
    yield from (elem.get("datetime") or "" for elem in facts.root.iter("time") if elem.get("pubdate") is not None)


def _seen(facts: Facts) -> tuple[datetime | None, datetime | None]:
    """Return what the reader sees of the dates: of the article, and of a later version of it."""
    month_first = find_language(facts) in _MONTH_FIRST
    revised: datetime | None = None
    for text, is_revision in _shown(facts):
        moment = read_date(text, month_first=month_first)
        if moment and not is_revision:
            return moment, revised
        revised = revised or moment
    return None, revised


def _shown(facts: Facts) -> Iterator[tuple[str, bool]]:
    """Yield the texts that may show a date, the best witness first, each with whether it is of a later version."""
    if address := _IN_ADDRESS.search(facts.url):
        yield "-".join(address.groups()), False
    yield from _below_heading(facts)
    for elem in islice(facts.root.iter("time"), 5):
        yield elem.get("datetime") or elem.text_content(), False
    for text in _written(facts):
        yield text, _REVISED.search(text) is not None


def _best(told: Iterable[str], aware: list[datetime]) -> datetime | None:
    """Return the first moment told; with the time of day, or the zone, that others give to it."""
    moments = [moment for text in told if (moment := read_moment(text))]
    if not moments:
        return None
    first = moments[0]
    if first.tzinfo is None and first == first.replace(hour=0, minute=0, second=0, microsecond=0):
        day = first.date()
        first = next((each for each in moments if each.date() == day and each.hour + each.minute), first)
        if first.tzinfo is None and first.hour + first.minute == 0:
            return first.replace(tzinfo=UTC)
    return _placed(first, aware).astimezone(UTC)


def _placed(moment: datetime, aware: list[datetime]) -> datetime:
    """Return ``moment`` with a zone: its own, else UTC when others say so, else that of the other times told."""
    if moment.tzinfo is not None:
        return moment
    if any(abs(each - moment.replace(tzinfo=UTC)) < timedelta(minutes=1) for each in aware):
        return moment.replace(tzinfo=UTC)
    return moment.replace(tzinfo=aware[0].tzinfo if aware else UTC)


def _metas(facts: Facts, names: tuple[str, ...]) -> Iterable[str]:
    for name in names:
        yield from facts.metas.get(name, ())


def _marked(facts: Facts, itemprop: str) -> Iterable[str]:
    """Yield what elements of ``itemprop`` say."""
    for elem in facts.root.xpath("//*[contains(@itemprop, $name)]", name=itemprop):
        yield elem.get("datetime") or elem.get("content") or elem.text_content()


def _below_heading(facts: Facts) -> Iterator[tuple[str, bool]]:
    """Yield the short texts right after the first heading, each with whether a word for a revision goes before."""
    heading = facts.root.find(".//h1")
    if heading is None:
        return
    before = ""
    for text in islice(heading.xpath("following::text()[normalize-space()]"), _HEAD_LINES):
        elem: HtmlElement = text.getparent()
        if elem.tag in {"script", "style"}:
            continue
        if len(text) <= _LONGEST_LINE:
            told = elem.get("datetime") if elem.tag == "time" else None
            yield told or text, _REVISED.search(before[-_LONGEST_LINE:] + text) is not None
        before = text


def _written(facts: Facts) -> Iterable[str]:
    """Yield short texts of elements that are named for a date."""
    for elem in facts.root.xpath(
        "//body//*[contains(@class, 'date') or contains(@class, 'time') or contains(@class, 'publish')]"
    )[:20]:
        text = elem.text_content()
        if len(text) < 120:
            yield text
