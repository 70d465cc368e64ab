"""Commands about sources: add, remove, feeds, refresh, import, export."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from newsreader.cli.outcome import DONE, partly, print_json, print_text, say
from newsreader.cli.progress import feed_progress
from newsreader.cli.session import in_newsroom
from newsreader.cli.shapes import feed_shape, refresh_shape
from newsreader.model import FormatError, NewsreaderError

if TYPE_CHECKING:
    from newsreader.newsroom import Newsroom


@in_newsroom
async def add(newsroom: "Newsroom", args: argparse.Namespace) -> int:
    """Subscribe to each address; one that fails does not keep the others from being added."""
    failed = 0
    for address in args.address:
        try:
            subscription = await newsroom.add(address, args.folder)
        except NewsreaderError as error:
            say(str(error))
            failed += 1
        else:
            print_text(f"{subscription.id}\t{subscription.title}\t{subscription.url}")
    return partly(len(args.address) - failed, failed)


@in_newsroom
async def remove(newsroom: "Newsroom", args: argparse.Namespace) -> int:
    """Unsubscribe from one source."""
    subscription = newsroom.sources.find(args.source)
    await newsroom.remove(subscription.id)
    say(f"unsubscribed from {subscription.title}; its bookmarks stay")
    return DONE


@in_newsroom
async def feeds(newsroom: "Newsroom", args: argparse.Namespace) -> int:
    """List the subscriptions."""
    subscriptions = newsroom.subscriptions()
    if args.json:
        print_json([feed_shape(subscription) for subscription in subscriptions])
        return DONE
    for sub in subscriptions:
        folder = f"{sub.folder} / " if sub.folder else ""
        print_text(f"{sub.id}\t{folder}{sub.title}\t{sub.unread} of {sub.total} unread\t{sub.error or sub.url}")
    if not subscriptions:
        say("no sources yet; add one with: newsreader add URL")
    return DONE


@in_newsroom
async def refresh(newsroom: "Newsroom", args: argparse.Namespace) -> int:
    """Fetch what is due."""
    with feed_progress() as tell:
        report = await newsroom.refresh(force=args.all, on_progress=tell)
        await newsroom.complete_bookmarks()
    if args.json:
        print_json(refresh_shape(report))
    else:
        for failure in report.errors:
            say(failure.error)
        say(f"{report.feeds} feeds asked, {report.new} new headlines, {report.failed} failed")
    return partly(report.feeds - report.failed, report.failed)


@in_newsroom
async def bring_in(newsroom: "Newsroom", args: argparse.Namespace) -> int:
    """Subscribe to what an OPML file lists."""
    added, known = await newsroom.sources.import_opml(read_bytes(args.file))
    say(f"{added} sources added, {known} already there; fetch them with: newsreader refresh")
    return DONE


@in_newsroom
async def export(newsroom: "Newsroom", args: argparse.Namespace) -> int:
    """Write the subscriptions."""
    data = newsroom.sources.export_opml()
    if args.out is None:
        sys.stdout.buffer.write(data)
        return DONE
    write_bytes(args.out, data)
    return DONE


def write_bytes(name: str, data: bytes) -> None:
    """Write ``data`` to the file ``name``.

    Raises:
        FormatError: it cannot be written.
    """
    try:
        Path(name).write_bytes(data)
    except OSError as error:
        raise FormatError(f"cannot be written ({error.strerror})", name, "name another file") from error


def read_bytes(name: str) -> bytes:
    """Return what is in the file ``name``, or on standard input for ``-``.

    Raises:
        FormatError: the file cannot be read.
    """
    if name == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise FormatError(
            f"cannot be read ({error.strerror})",
            name,
            "name a file, - for standard input, or an address with https://",
        ) from error
