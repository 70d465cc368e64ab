"""Commands that list: headlines and bookmarks."""

import argparse
from typing import TYPE_CHECKING

from newsreader.cli.outcome import DONE, print_json, print_text, say
from newsreader.cli.session import in_newsroom
from newsreader.cli.shapes import bookmark_shape, headline_shape
from newsreader.model import Headline, HeadlineQuery, Order, View

if TYPE_CHECKING:
    from newsreader.newsroom import Newsroom


@in_newsroom
async def headlines(newsroom: "Newsroom", args: argparse.Namespace) -> int:
    """List headlines."""
    source = newsroom.sources.find(args.source).id if args.source is not None else None
    view = View.BOOKMARKS if args.bookmarked else View.UNREAD if args.unread else View.ALL
    if args.search:
        await newsroom.catch_up()
    found = newsroom.headlines(
        newsroom.headline_ids(HeadlineQuery(view, source, args.search, order=Order(args.sort)))
    )
    if args.bookmarked and args.unread:
        found = [headline for headline in found if not headline.read]
    shown = found[: args.limit]
    if args.json:
        print_json([headline_shape(headline) for headline in shown])
        return DONE
    for headline in shown:
        print_text(_line(headline))
    if not shown:
        say("nothing matches" if args.search else "no headlines; fetch some with: newsreader refresh")
    return DONE


@in_newsroom
async def bookmarks(newsroom: "Newsroom", args: argparse.Namespace) -> int:
    """List bookmarks."""
    found = newsroom.bookmarks()
    if args.json:
        print_json([bookmark_shape(bookmark) for bookmark in found])
        return DONE
    for bookmark in found:
        pictures = (
            f"{bookmark.images_saved} of {bookmark.images_total} pictures" if bookmark.images_total else "text"
        )
        print_text(f"{_line(bookmark.headline)}\t{'whole' if bookmark.complete else 'waiting'}: {pictures}")
    if not found:
        say("no bookmarks; keep an article with: newsreader save ID or URL")
    return DONE


def _line(headline: Headline) -> str:
    mark = "★" if headline.bookmarked else " " if headline.read else "●"  # an asterisk and an o in plain ASCII
    moment = headline.published.astimezone().strftime("%Y-%m-%d %H:%M")
    return f"{headline.id}\t{mark} {headline.title}\t{headline.source}\t{moment}"
