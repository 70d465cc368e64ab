"""The stable shapes of JSON that scripts depend on: times in ISO 8601 and UTC, unknown is null."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from newsreader.model import Article, Bookmark, Headline, Subscription

if TYPE_CHECKING:
    from newsreader.newsroom import RefreshReport, Stock, WeatherReport

Shape = dict[str, Any]


def headline_shape(headline: Headline) -> Shape:
    """``{id, title, source, source_id, url, author, published, read, bookmarked, words, minutes, story}``."""
    return {
        "id": headline.id,
        "title": headline.title,
        "source": headline.source,
        "source_id": headline.source_id,
        "url": headline.url,
        "author": headline.author or None,
        "published": _time(headline.published),
        "read": headline.read,
        "bookmarked": headline.bookmarked,
        "words": headline.words,
        "minutes": headline.minutes,
        "story": headline.story,
    }


def bookmark_shape(bookmark: Bookmark) -> Shape:
    """Return a headline's shape and ``{saved_at, complete, images: {saved, total}, note, tags}``."""
    return headline_shape(bookmark.headline) | {
        "saved_at": _time(bookmark.saved_at),
        "complete": bookmark.complete,
        "images": {"saved": bookmark.images_saved, "total": bookmark.images_total},
        "note": bookmark.headline.note or None,
        "tags": list(bookmark.headline.tags),
    }


def feed_shape(feed: Subscription) -> Shape:
    """Return ``{id, title, url, site_url, folder, unread, total, checked_at, error}``."""
    return {
        "id": feed.id,
        "title": feed.title,
        "url": feed.url,
        "site_url": feed.site_url,
        "folder": feed.folder or None,
        "unread": feed.unread,
        "total": feed.total,
        "checked_at": _time(feed.checked_at),
        "error": feed.error or None,
    }


def refresh_shape(report: "RefreshReport") -> Shape:
    """Return ``{feeds, updated, unchanged, failed, new, errors: [{url, error}]}``."""
    return {
        "feeds": report.feeds,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "failed": report.failed,
        "new": report.new,
        "errors": [{"url": failure.url, "error": failure.error} for failure in report.errors],
    }


def article_shape(article: Article, entry_id: int | None) -> Shape:
    """Return the shape of ``read --format json``.

    ``lead_image`` is an address; ``blocks`` are as the library keeps them.
    """
    from newsreader.formats import article_to_json

    return {
        "id": entry_id,
        "url": article.url or None,
        "title": article.title,
        "standfirst": article.standfirst or None,
        "byline": article.byline or None,
        "site": article.site or None,
        "language": article.language or None,
        "published": _time(article.published),
        "updated": _time(article.updated),
        "lead_image": article.lead_image.url if article.lead_image else None,
        "status": str(article.status),
        "words": article.words,
        "blocks": article_to_json(article)["blocks"],
        "text": article.text,
    }


def weather_shape(report: "WeatherReport") -> Shape:
    """Return the weather now, and in ``hours`` and ``days`` what is to come.

    ``{place, latitude, longitude, temperature, unit, observed_at, source, stale, text, feels_like, humidity, wind,
    wind_from, weather, hours: [{time, temperature, chance, weather}], days: [{day, high, low, chance, weather,
    sunrise, sunset}]}``. Temperatures are in ``unit``, the one now not rounded; ``wind`` is in metres a second,
    ``wind_from`` in degrees, ``humidity`` and ``chance`` (of rain or snow) in per cent, ``weather`` a WMO code.
    """
    place, seen = report.place, report.conditions
    return {
        "place": place.name if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "temperature": _degrees(seen.temperature if seen else None, report.unit),
        "unit": report.unit,
        "observed_at": _time(seen.observed_at if seen else None),
        "source": seen.source if seen else None,
        "stale": report.stale,
        "text": report.text or None,
        "feels_like": _degrees(seen.feels_like if seen else None, report.unit),
        "humidity": seen.humidity if seen else None,
        "wind": seen.wind if seen else None,
        "wind_from": seen.wind_from if seen else None,
        "weather": seen.code if seen else None,
        "hours": [
            {
                "time": _time(hour.time),
                "temperature": _degrees(hour.temperature, report.unit),
                "chance": hour.chance,
                "weather": hour.code,
            }
            for hour in report.forecast.hours
        ],
        "days": [
            {
                "day": day.day.isoformat(),
                "high": _degrees(day.high, report.unit),
                "low": _degrees(day.low, report.unit),
                "chance": day.chance,
                "weather": day.code,
                "sunrise": _time(day.sunrise),
                "sunset": _time(day.sunset),
            }
            for day in report.forecast.days
        ],
    }


def _degrees(celsius: float | None, unit: str) -> float | None:
    return celsius if celsius is None or unit == "°C" else round(celsius * 9 / 5 + 32, 1)


def stock_shape(stock: "Stock") -> Shape:
    """Return the shape of ``library --json``; ``budget`` is in bytes, ``used`` its part that is used.

    ``{folder, headlines: {total, unread, read, bookmarked}, articles, bookmarks: {complete, waiting}, pictures,
    bytes: {database, pictures, total}, budget, used, can_go, keep_read_days, next_to_age, last_backup}``
    """
    held, keep = stock.holdings, stock.keeping.keep_read
    return {
        "folder": str(held.folder),
        "headlines": {
            "total": held.headlines,
            "unread": held.unread,
            "read": held.headlines - held.unread,
            "bookmarked": held.bookmarks,
        },
        "articles": held.articles,
        "bookmarks": {"complete": held.complete, "waiting": held.bookmarks - held.complete},
        "pictures": held.pictures,
        "bytes": {"database": held.database_bytes, "pictures": held.picture_bytes, "total": held.bytes_used},
        "budget": stock.keeping.size,
        "used": None if stock.share is None else round(stock.share, 4),
        "can_go": held.can_go,
        "keep_read_days": None if keep is None else keep.days,
        "next_to_age": _time(stock.next_to_age),
        "last_backup": _time(held.last_backup),
    }


def _time(moment: datetime | None) -> str | None:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z") if moment else None
