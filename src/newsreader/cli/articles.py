"""Commands about single articles: read and save."""

import argparse
import sys
from typing import TYPE_CHECKING

from newsreader.cli.outcome import DONE, partly, print_json, print_text, say
from newsreader.cli.session import in_newsroom
from newsreader.cli.shapes import article_shape
from newsreader.cli.sources import read_bytes
from newsreader.model import Article, NewsreaderError

if TYPE_CHECKING:
    from newsreader.newsroom import Newsroom


@in_newsroom
async def read(newsroom: "Newsroom", args: argparse.Namespace) -> int:
    """Clean and print one article."""
    article, entry_id = await _article(newsroom, args.what, args.url)
    if args.format == "json":
        print_json(article_shape(article, entry_id))
        return DONE
    from newsreader import formats

    write = {
        "text": formats.article_to_text,
        "markdown": formats.article_to_markdown,
        "html": formats.article_to_html,
    }[args.format]
    print_text(write(article))
    return DONE


@in_newsroom
async def save(newsroom: "Newsroom", args: argparse.Namespace) -> int:
    """Bookmark pages and headlines."""
    failed = 0
    for what in args.what:
        try:
            if what.isdecimal():
                await newsroom.bookmark(int(what))
                kept = await newsroom.complete_bookmark(int(what))
            else:
                kept = await newsroom.save(what)
        except NewsreaderError as error:
            say(str(error))
            failed += 1
            continue
        print_text(f"{kept.headline.id}\t{kept.headline.title}")
        if not kept.complete:
            say(f"{kept.images_saved} of {kept.images_total} pictures are kept; refresh tries the others again")
    return partly(len(args.what) - failed, failed)


async def _article(newsroom: "Newsroom", what: str, url: str) -> tuple[Article, int | None]:
    if what.isdecimal():
        reading = await newsroom.reading(int(what))
        if reading.notice:
            say(reading.notice)
        return reading.article, reading.headline.id
    if what != "-" and "://" in what:
        return await newsroom.page(what), None
    if what == "-" and sys.stdin.isatty():
        say("reading a page from standard input; end it with Ctrl+D")
    return await newsroom.saved_page(read_bytes(what), url), None
