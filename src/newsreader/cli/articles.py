"""Commands about single articles: read, save and note."""

import argparse
import sys
from typing import TYPE_CHECKING

from newsreader.cli.files import about, read_bytes
from newsreader.cli.outcome import DONE, FAILED, partly, print_bytes, print_json, print_text, say
from newsreader.cli.session import headline_id, in_newsroom
from newsreader.cli.shapes import article_shape
from newsreader.model import Article, ArticleStatus, Bookmark, NewsreaderError
from newsreader.model.noting import note_and_tags, note_line

if TYPE_CHECKING:
    from newsreader.newsroom import Newsroom


@in_newsroom
async def read(newsroom: "Newsroom", args: argparse.Namespace) -> int:
    """Clean and print one article; a wall is shown as what it is, and has failed."""
    article, entry_id = await _article(newsroom, args.what, args.url)
    if article.status is ArticleStatus.WALL and entry_id is None:  # a headline's notice says so
        from newsreader.newsroom.notices import wall_notice

        say(wall_notice(article.wall))
    from newsreader import formats

    match args.format:
        case "json":
            print_json(article_shape(article, entry_id))
        case "html":
            print_bytes(formats.article_to_html(article).encode("utf-8"))  # as the page says of itself
        case "markdown":
            print_text(formats.article_to_markdown(article))
        case _:
            print_text(formats.article_to_text(article))
    return DONE if article.blocks and article.status is not ArticleStatus.WALL else FAILED


@in_newsroom
async def save(newsroom: "Newsroom", args: argparse.Namespace) -> int:
    """Bookmark pages and headlines."""
    newsroom.require_writable()
    failed = 0
    for what in args.what:
        try:
            kept = await _kept(newsroom, what)
            if args.note is not None:
                await newsroom.annotate(kept.headline.id, *note_and_tags(args.note))
        except NewsreaderError as error:
            say(str(error))
            failed += 1
            continue
        print_text(f"{kept.headline.id}\t{kept.headline.title}")
        _say_what_is_missing(newsroom, kept)
    return partly(len(args.what) - failed, failed)


@in_newsroom
async def note(newsroom: "Newsroom", args: argparse.Namespace) -> int:
    """Write a note and tags for a bookmark, in place of those it has; without words, show them."""
    found = newsroom.exports.of_ids([args.id]).headlines[0]
    if args.words:
        found = (await newsroom.annotate(args.id, *note_and_tags(" ".join(args.words), found.note))).headline
    print_text(f"{found.id}\t{note_line(found.note, found.tags)}")
    return DONE


async def _article(newsroom: "Newsroom", what: str, url: str) -> tuple[Article, int | None]:
    number = headline_id(what)
    if number is not None:
        reading = await newsroom.reading(number)
        if reading.notice:
            say(reading.notice)
        return reading.article, reading.headline.id
    if what != "-" and "://" in what:
        return await newsroom.page(what), None
    if what == "-" and sys.stdin.isatty():
        say("reading a page from standard input; end it with Ctrl+D")
    with about(what):
        return await newsroom.saved_page(read_bytes(what), url), None


async def _kept(newsroom: "Newsroom", what: str) -> Bookmark:
    number = headline_id(what)
    if number is None:
        return await newsroom.save(what)
    await newsroom.bookmark(number)
    return await newsroom.complete_bookmark(number)


def _say_what_is_missing(newsroom: "Newsroom", kept: Bookmark) -> None:
    reading = newsroom.stored_reading(kept.headline.id)
    if reading is None or reading.article.status is ArticleStatus.FEED:
        say(f"{kept.headline.id}: only what the feed carried is kept so far; refresh tries the page again")
    if not kept.complete:
        say(f"{kept.headline.id}: {kept.images_saved} of {kept.images_total} pictures are kept")
