"""An article as JSON that anybody may have written: through the gates before it is one of the house."""

from collections.abc import Mapping
from typing import Any

from newsreader.formats.structure import article_from_json
from newsreader.model import Article, ArticleStatus, FormatError, clean_line, clean_text, web_address
from newsreader.model.addresses import LINK_SCHEMES

_LINES = frozenset({"title", "standfirst", "site", "credit", "alt"})
_NAMES = frozenset({"kind", "status", "published", "updated", "language"})
_FLAGS = frozenset({"strong", "emphasis", "code", "strike", "rtl", "ordered"})
_UNKNOWN = frozenset({"href", "language", "published", "updated", "lead_image", "width", "height"})
"""Keys under which there may be nothing."""

_NUMBERS = frozenset({"level", "start", "width", "height"})
_LONGEST_LINE = 5_000
_MOST_COLUMNS = 200


def vetted_article(values: Mapping[str, Any]) -> Article | None:
    """Return the article that ``values`` describe, its text clean and its addresses of the web; None for a wall.

    Raises:
        FormatError: something is missing, or of the wrong kind.
    """
    try:
        article = article_from_json(_vetted({**values, "language": values.get("language") or ""}, ""))
        _ = article.words, article.images  # every text is looked at once, whatever block it is in
    except (TypeError, ValueError, AttributeError, RecursionError) as error:
        raise FormatError("the article is not in the form it should be in") from error
    empty = not article.blocks and article.lead_image is None
    return None if empty or article.status is ArticleStatus.WALL else article


def _vetted(value: Any, key: str) -> Any:
    """Return ``value``, found under ``key``, with every text in it clean.

    Raises:
        TypeError: it is of another kind than stands under this key.
    """
    match value:
        case dict():
            return _table(_without_dead_links({name: _vetted(inner, name) for name, inner in value.items()}))
        case list():
            return [_vetted(inner, key) for inner in value]
        case str():
            return _text(value, key)
        case None if key in _UNKNOWN:
            return None
        case bool() if key in _FLAGS:
            return value
        case int() if key in _NUMBERS:
            return value
    raise TypeError(key)


def _text(value: str, key: str) -> str:
    if key in _NUMBERS:
        raise TypeError(key)
    if key == "url":
        return web_address(value) or ""
    if key == "href":
        return web_address(value, schemes=LINK_SCHEMES) or ""
    if key in _NAMES:
        return clean_line(value, 100)
    return clean_line(value, _LONGEST_LINE) if key in _LINES or key == "authors" else clean_text(value)


def _without_dead_links(values: dict[str, Any]) -> dict[str, Any]:
    """Return ``values`` without a link that leads nowhere; a picture without an address is a break instead."""
    if not values.get("href", True):
        del values["href"]
    if values.get("kind") == "image" and not values.get("url"):
        return {"kind": "rule"}
    if values.get("lead_image") == {"kind": "rule"}:
        values["lead_image"] = None
    if values.get("level") is not None and not 1 <= values["level"] <= 6:
        raise ValueError("level")
    return values


def _table(values: dict[str, Any]) -> dict[str, Any]:
    """Return ``values``, a table's with as many cells in every row as the longest has."""
    if values.get("kind") == "table":
        rows = [values["header"], *values["rows"]] if values["header"] else list(values["rows"])
        widest = max(map(len, rows), default=0)
        if widest > _MOST_COLUMNS:
            raise ValueError("rows")
        for row in rows:
            row.extend([] for _ in range(widest - len(row)))
    return values
