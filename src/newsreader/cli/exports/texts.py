"""A selection as one text, a piece after the other: plain text, Markdown, HTML or JSON."""

from collections.abc import AsyncIterator

from newsreader.cli.exports.folders import PictureFolder
from newsreader.formats.archive import archive_article, archive_closing, archive_opening
from newsreader.formats.clipping import Clipping
from newsreader.formats.front_matter import clipping_to_markdown
from newsreader.formats.html_page import data_address, html_article, html_closing, html_opening
from newsreader.formats.text import article_to_text
from newsreader.newsroom.exporting import Exports, Selection, picture_bytes

Clippings = AsyncIterator[tuple[str, Clipping]]

_RULE = f"\n{'=' * 80}\n\n"
"""Between two articles as text: as wide as they are, and with an empty line on both sides, unlike any heading's."""


async def texts(
    form: str, exports: Exports, selection: Selection, clippings: Clippings, pictures: PictureFolder | None
) -> AsyncIterator[str]:
    """Yield the pieces of the text; pictures that are named go into ``pictures``, or stay where they are."""
    match form:
        case "json":
            pieces = _json(exports, clippings, pictures)
        case "html":
            pieces = _html(selection, clippings)
        case "markdown":
            pieces = _markdown(clippings, pictures)
        case _:
            pieces = _text(clippings)
    async for piece in pieces:
        yield piece


async def _json(exports: Exports, clippings: Clippings, pictures: PictureFolder | None) -> AsyncIterator[str]:
    yield archive_opening(exports.now())
    number = 0
    async for _, clipping in clippings:
        number += 1
        yield archive_article(clipping, number, pictures.keep(clipping) if pictures else {})
    yield archive_closing()


async def _html(selection: Selection, clippings: Clippings) -> AsyncIterator[str]:
    contents = [(section.title, [one.title for one in section.headlines]) for section in selection.sections]
    yield html_opening(selection.title, contents)
    number = 0
    async for _, clipping in clippings:
        number += 1
        inside = {
            url: data_address(picture_bytes(picture), picture.media_type)
            for url, picture in clipping.pictures.items()
        }
        yield html_article(clipping.article, number, inside)
    yield html_closing()


async def _markdown(clippings: Clippings, pictures: PictureFolder | None) -> AsyncIterator[str]:
    async for _, clipping in clippings:
        yield clipping_to_markdown(clipping, pictures.addresses(clipping) if pictures else {})


async def _text(clippings: Clippings) -> AsyncIterator[str]:
    rule = ""
    async for _, clipping in clippings:
        yield rule + article_to_text(clipping.article)
        rule = _RULE
