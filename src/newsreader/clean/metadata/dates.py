"""When an article was published and updated, as aware UTC."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from itertools import islice

from newsreader.clean.metadata.facts import Facts
from newsreader.clean.metadata.json_ld import texts

_PUBLISHED = (
    "article:published_time", "article:published", "og:published_time", "datepublished", "date.published",
    "pubdate", "publishdate", "publish_date", "publish-date", "publication_date", "published_time",
    "dc.date.issued", "dc.date.created", "dcterms.created", "dcterms.issued", "dc.date", "dcterms.date",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "rnews:datepublished", "date",
    "datecreated", "article:published_date", "last-published", "created",
)  # fmt: skip
_UPDATED = (
    "article:modified_time", "og:updated_time", "datemodified", "date.modified", "last-modified",
    "dcterms.modified", "dc.date.modified", "article:modified", "revised", "lastmod", "modified",
)  # fmt: skip
_MONTHS = {
    name: month
    for month, names in enumerate(
        (
            "jan januar janvier janv enero ene gennaio gen januari januára января янв ocak janeiro stycznia ledna",
            "feb februar février févr febrero febbraio februari февраля фев şubat fevereiro lutego února",
            "mar märz mrz mars marzo maart марта мар mart março marca března",
            "apr april avril avr abril abr aprile апреля апр nisan kwietnia dubna",
            "may mai mayo maggio mag mei мая mayıs maio maja května maj",
            "jun june juni juin junio giugno giu июня haziran junho czerwca června",
            "jul july juli juillet juil julio luglio lug июля temmuz julho lipca července",
            "aug august août agosto ago augustus augusti августа авг ağustos sierpnia srpna",
            "sep sept september septembre septiembre settembre set сентября сен eylül setembro września září",
            "oct okt october oktober octobre octubre ottobre ott октября окт ekim outubro października října",
            "nov november novembre noviembre ноября ноя kasım novembro listopada listopadu",
            "dec dez december dezember décembre déc diciembre dic dicembre декабря дек aralık dezembro prosince",
        ),
        start=1,
    )
    for name in names.split()
} | {"february": 2, "january": 1, "march": 3}
_DAY_FIRST = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th|er|\.|º)?\s+(?:de\s+)?([^\W\d]{3,12})\.?,?\s+(?:de\s+|del\s+)?((?:19|20)\d\d)\b"
)
_MONTH_FIRST = re.compile(r"\b([^\W\d]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)\b")
_NUMERIC = re.compile(r"\b(\d{1,2})[./](\d{1,2})[./]((?:19|20)\d\d)\b")
_SHORT_YEAR = re.compile(r"\b(\d\d)\.(\d\d)\.(\d\d)\b")
_ISO = re.compile(
    r"\b((?:19|20)\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)(?:日?[T\s]+(\d{1,2}):(\d\d)(?::(\d\d))?(?:[.,]\d+)?\s*(Z"
    r"|[+-]\d\d:?\d\d)?)?"
)
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]?(\d\d)[/-]?(\d\d)(?:[/_-]|\b)")
_EPOCH = re.compile(r"^\d{10}(?:\d{3})?$")
_EARLIEST = 1980
_HEAD_LINES = 30
"""Texts after a page's heading among which its date is looked for."""

_LONGEST_LINE = 60
"""Characters of a line that tells a date and not a story."""


def find_dates(facts: Facts) -> tuple[datetime | None, datetime | None]:
    """Return when the article was published and when it was updated, aware UTC; None for what cannot be told."""
    published = _first(_told_published(facts))
    updated = _first(
        [*texts(facts.article.get("dateModified")), *_metas(facts, _UPDATED), *_times(facts, "dateModified")]
    )
    if published and updated and updated < published:
        updated = None
    return published, updated


def read_date(text: str) -> datetime | None:
    """Return the moment that ``text`` tells, aware UTC (as is what names no zone), or None."""
    text = text.strip()
    try:
        if _EPOCH.match(text):
            return datetime.fromtimestamp(int(text[:10]), UTC)
        return _plausible(_iso(text) or _email(text) or _words(text))
    except (ValueError, OverflowError):
        return None


def _told_published(facts: Facts) -> Iterable[str]:
    """Yield what the page says about its date, the best witness first."""
    yield from texts(facts.article.get("datePublished"))
    yield from _metas(facts, _PUBLISHED)
    yield from _times(facts, "datePublished")
    for node in facts.nodes:
        yield from texts(node.get("datePublished"))
    yield from texts(facts.article.get("dateCreated"))
    yield from _times(facts, "")
    address = _IN_ADDRESS.search(facts.url)
    if address:
        yield "-".join(address.groups())
    yield from _written(facts)
    yield from _below_heading(facts)


def _first(told: Iterable[str]) -> datetime | None:
    return next((moment for text in told if (moment := read_date(text))), None)


def _metas(facts: Facts, names: tuple[str, ...]) -> Iterable[str]:
    for name in names:
        yield from facts.metas.get(name, ())


def _times(facts: Facts, itemprop: str) -> Iterable[str]:
    """Yield what elements of ``itemprop`` say; with none, every time element outside of the furniture."""
    if itemprop:
        for elem in facts.root.xpath("//*[contains(@itemprop, $name)]", name=itemprop):
            yield elem.get("datetime") or elem.get("content") or elem.text_content()
        return
    times = list(facts.root.iter("time"))
    for elem in sorted(times, key=lambda e: e.get("pubdate") is None)[:5]:
        yield elem.get("datetime") or elem.text_content()


def _written(facts: Facts) -> Iterable[str]:
    """Yield short texts of elements that are named for a date."""
    for elem in facts.root.xpath(
        "//body//*[contains(@class, 'date') or contains(@class, 'time') or contains(@class, 'publish')]"
    )[:20]:
        text = elem.text_content()
        if len(text) < 120:
            yield text


def _below_heading(facts: Facts) -> Iterable[str]:
    """Yield short texts right after the first heading."""
    heading = facts.root.find(".//h1")
    if heading is not None:
        for text in islice(heading.xpath("following::text()[normalize-space()]"), _HEAD_LINES):
            if len(text) <= _LONGEST_LINE and text.getparent().tag not in {"script", "style"}:
                yield text


def _iso(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        pass
    found = _ISO.search(text)
    if not found:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    zone = found[7] or ""
    moment = datetime(year, month, day, hour % 24, minute, min(second, 59), tzinfo=UTC)
    return datetime.fromisoformat(moment.isoformat()[:-6] + zone) if zone else moment


def _email(text: str) -> datetime | None:
    try:
        return parsedate_to_datetime(text)
    except (ValueError, IndexError, TypeError):
        return None


def _words(text: str) -> datetime | None:
    """Return the day of a date in words, or in numbers with the day first."""
    if found := _DAY_FIRST.search(text):
        month = _MONTHS.get(found[2].lower())
        return datetime(int(found[3]), month, int(found[1]), tzinfo=UTC) if month else None
    if found := _MONTH_FIRST.search(text):
        month = _MONTHS.get(found[1].lower())
        return datetime(int(found[3]), month, int(found[2]), tzinfo=UTC) if month else None
    if found := _NUMERIC.search(text):
        first, second = int(found[1]), int(found[2])
        day, month = (first, second) if second <= 12 else (second, first)
        return datetime(int(found[3]), month, day, tzinfo=UTC)
    if found := _SHORT_YEAR.search(text):
        return datetime(2000 + int(found[3]), int(found[2]), int(found[1]), tzinfo=UTC)
    return None


def _plausible(moment: datetime | None) -> datetime | None:
    """Return ``moment`` in UTC; None when it lies before the web, or in another age."""
    if moment is None:
        return None
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return moment if _EARLIEST <= moment.year < 2100 else None
