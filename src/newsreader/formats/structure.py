"""An article as JSON values and back, exactly: how the library keeps it and scripts read it.

Every block is an object with its ``kind``; every span an object with its ``text``. What is at its default (a span
that is not strong, a list that starts at 1) is left out.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import Any, TypeAlias

from newsreader.model import (
    Article,
    ArticleStatus,
    Block,
    Code,
    FormatError,
    Heading,
    Image,
    Inline,
    List,
    Paragraph,
    Quote,
    Rule,
    Span,
    Table,
)

Json: TypeAlias = dict[str, Any]

_SPAN_STYLES = ("strong", "emphasis", "code", "strike")


def article_to_json(article: Article) -> Json:
    """Return an article as values that ``json.dumps`` takes; times are ISO 8601 in UTC, unknown is None."""
    return {
        "url": article.url,
        "title": article.title,
        "standfirst": article.standfirst,
        "authors": list(article.authors),
        "site": article.site,
        "language": article.language,
        "published": _time_to_json(article.published),
        "updated": _time_to_json(article.updated),
        "lead_image": None if article.lead_image is None else _block_to_json(article.lead_image),
        "status": article.status.value,
        "blocks": _blocks_to_json(article.blocks),
    }


def article_from_json(values: Mapping[str, Any]) -> Article:
    """Return the article that ``article_to_json`` was given; keys that it does not know are ignored.

    Raises:
        FormatError: something is missing, or of the wrong kind.
    """
    try:
        lead_image = values["lead_image"]
        return Article(
            url=values["url"],
            title=values["title"],
            blocks=_blocks_from_json(values["blocks"]),
            standfirst=values["standfirst"],
            authors=tuple(values["authors"]),
            site=values["site"],
            language=values["language"],
            published=_time_from_json(values["published"]),
            updated=_time_from_json(values["updated"]),
            lead_image=None if lead_image is None else _image_from_json(lead_image),
            status=ArticleStatus(values["status"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise FormatError("the article is not in the form it should be in") from error


def _time_to_json(moment: datetime | None) -> str | None:
    return None if moment is None else moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _time_from_json(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text).astimezone(UTC)


def _spans_to_json(spans: Inline) -> list[Json]:
    return [_span_to_json(span) for span in spans]


def _span_to_json(span: Span) -> Json:
    values: Json = {"text": span.text}
    if span.href is not None:
        values["href"] = span.href
    for style in _SPAN_STYLES:
        if getattr(span, style):
            values[style] = True
    return values


def _spans_from_json(values: Iterable[Json]) -> Inline:
    return tuple(
        Span(span["text"], span.get("href"), **{style: True for style in _SPAN_STYLES if span.get(style)})
        for span in values
    )


def _blocks_to_json(blocks: Iterable[Block]) -> list[Json]:
    return [_block_to_json(block) for block in blocks]


def _block_to_json(block: Block) -> Json:
    match block:
        case Paragraph():
            values: Json = {"kind": "paragraph", "spans": _spans_to_json(block.spans)}
            return values | ({"rtl": True} if block.rtl else {})
        case Heading():
            values = {"kind": "heading", "level": block.level, "spans": _spans_to_json(block.spans)}
            return values | ({"rtl": True} if block.rtl else {})
        case Quote():
            return {"kind": "quote", "blocks": _blocks_to_json(block.blocks)}
        case List():
            items = [_blocks_to_json(item) for item in block.items]
            return {"kind": "list", "ordered": block.ordered, "start": block.start, "items": items}
        case Code():
            return {"kind": "code", "language": block.language, "text": block.text}
        case Table():
            return {
                "kind": "table",
                "header": [_spans_to_json(cell) for cell in block.header],
                "rows": [[_spans_to_json(cell) for cell in row] for row in block.rows],
                "caption": _spans_to_json(block.caption),
            }
        case Image():
            return {
                "kind": "image",
                "url": block.url,
                "alt": block.alt,
                "caption": _spans_to_json(block.caption),
                "credit": block.credit,
                "width": block.width,
                "height": block.height,
            }
        case Rule():
            return {"kind": "rule"}


def _blocks_from_json(values: Iterable[Json]) -> tuple[Block, ...]:
    return tuple(_READERS[block["kind"]](block) for block in values)


def _image_from_json(values: Json) -> Image:
    caption = _spans_from_json(values["caption"])
    return Image(values["url"], values["alt"], caption, values["credit"], values["width"], values["height"])


def _table_from_json(values: Json) -> Table:
    return Table(
        rows=tuple(tuple(_spans_from_json(cell) for cell in row) for row in values["rows"]),
        header=tuple(_spans_from_json(cell) for cell in values["header"]),
        caption=_spans_from_json(values["caption"]),
    )


_READERS: dict[str, Callable[[Json], Block]] = {
    "paragraph": lambda b: Paragraph(_spans_from_json(b["spans"]), b.get("rtl", False)),
    "heading": lambda b: Heading(b["level"], _spans_from_json(b["spans"]), b.get("rtl", False)),
    "quote": lambda b: Quote(_blocks_from_json(b["blocks"])),
    "list": lambda b: List(tuple(_blocks_from_json(item) for item in b["items"]), b["ordered"], b["start"]),
    "code": lambda b: Code(b["text"], b["language"]),
    "table": _table_from_json,
    "image": _image_from_json,
    "rule": lambda _: Rule(),
}
