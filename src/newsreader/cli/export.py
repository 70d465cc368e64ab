"""The command that hands over what the library has: articles with their pictures, or the list of sources."""

import argparse
import sys
from typing import TYPE_CHECKING

from newsreader.cli.files import shown, write_bytes
from newsreader.cli.outcome import DONE, FAILED, WRONG_USAGE, print_bytes, say
from newsreader.cli.session import headline_id, in_newsroom
from newsreader.model import NotFoundError
from newsreader.model.counting import counted

if TYPE_CHECKING:
    from newsreader.newsroom import Newsroom
    from newsreader.newsroom.exporting import Selection

FORMATS = ("opml", "markdown", "html", "epub", "json", "text")


@in_newsroom
async def export(newsroom: "Newsroom", args: argparse.Namespace) -> int:
    """Write the subscriptions, or articles."""
    if problem := _misuse(args):
        say(problem)
        return WRONG_USAGE
    if args.format == "opml":
        _write_sources(newsroom, args.out)
        return DONE
    selection = await _selection(newsroom, args)
    if not selection.headlines:
        say("there is no such article; nothing was written")
        return FAILED
    from newsreader.cli.exports import Handover

    handover = Handover(newsroom.exports, selection, args.format, args.out)
    await handover.write()
    if args.out is not None:
        lacking = f"; pictures that are not kept on this disk: {handover.lacking}" if handover.lacking else ""
        say(f"{counted(handover.articles, 'article')} written to {shown(args.out)}{lacking}")
    return DONE


def _misuse(args: argparse.Namespace) -> str:
    """Return what is wrong with the arguments together, or an empty string."""
    chosen = args.bookmarks or args.edition or args.search is not None
    if args.format == "opml":
        articles = (
            "opml lists sources, not articles; name another format, as in: newsreader export epub --bookmarks"
        )
        return articles if chosen or args.ids else ""
    if chosen and args.ids:
        return "name articles by their numbers, or by --bookmarks, --search or --edition, but not both"
    if not chosen and not args.ids:
        return "say which articles: their numbers, --bookmarks, --search or --edition"
    if args.search is not None and not args.search.strip():
        return "say what to search for"
    if args.format == "epub" and args.out is None and sys.stdout.isatty():
        return "an EPUB is nothing to show in a terminal; write it to a file with -o"
    return ""


async def _selection(newsroom: "Newsroom", args: argparse.Namespace) -> "Selection":
    if args.bookmarks:
        return newsroom.exports.of_bookmarks()
    if args.edition:
        return newsroom.exports.of_edition()
    if args.search is not None:
        return await newsroom.exports.of_search(args.search)
    return newsroom.exports.of_ids([_number(text) for text in args.ids])


def _number(text: str) -> int:
    number = headline_id(text)
    if number is None:
        raise NotFoundError(
            "this is not the number of a headline", text[:80], "see them with: newsreader headlines"
        )
    return number


def _write_sources(newsroom: "Newsroom", out: str | None) -> None:
    data = newsroom.sources.export_opml()
    if out is None:
        print_bytes(data)
    else:
        write_bytes(out, data)
