"""Commands about sources: add, remove, feeds, refresh."""

import argparse
import asyncio
from typing import TYPE_CHECKING

from newsreader.cli.outcome import DONE, WRONG_USAGE, partly, print_json, print_text, say
from newsreader.cli.progress import feed_progress
from newsreader.cli.session import in_newsroom
from newsreader.cli.shapes import feed_shape, refresh_shape
from newsreader.model import NewsreaderError, Subscription
from newsreader.model.counting import counted

if TYPE_CHECKING:
    from newsreader.newsroom import Newsroom, RefreshReport

AT_ONCE = 8
"""Addresses tried at the same time, so that one that does not answer does not keep the others waiting."""


@in_newsroom
async def add(newsroom: "Newsroom", args: argparse.Namespace) -> int:
    """Subscribe to each address; one that fails does not keep the others from being added."""
    newsroom.require_writable()
    gate = asyncio.Semaphore(AT_ONCE)

    async def one(address: str) -> Subscription | NewsreaderError:
        async with gate:
            try:
                return await newsroom.add(address, args.folder)
            except NewsreaderError as error:
                return error

    tasks = [asyncio.ensure_future(one(address)) for address in args.address]
    failed = 0
    try:
        for task in tasks:  # in the order they were typed
            added = await task
            if isinstance(added, NewsreaderError):
                say(str(added))
                failed += 1
            else:
                print_text(f"{added.id}\t{added.title}\t{added.url}")
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return partly(len(tasks) - failed, failed)


@in_newsroom
async def remove(newsroom: "Newsroom", args: argparse.Namespace) -> int:
    """Unsubscribe from one source."""
    subscription = newsroom.sources.find(args.source)
    await newsroom.remove(subscription.id)
    say(f"unsubscribed from {subscription.title}; its bookmarks stay")
    return DONE


@in_newsroom
async def move(newsroom: "Newsroom", args: argparse.Namespace) -> int:
    """Give a source another name or folder."""
    if args.title is None and args.folder is None:
        say("say what to change: newsreader move SOURCE --title NAME, or --folder NAME")
        return WRONG_USAGE
    subscription = newsroom.sources.find(args.source)
    await newsroom.change_source(subscription.id, title=args.title, folder=args.folder)
    moved = newsroom.sources.find(str(subscription.id))
    print_text(f"{moved.id}\t{moved.folder or '-'}\t{moved.title}")
    return DONE


@in_newsroom
async def feeds(newsroom: "Newsroom", args: argparse.Namespace) -> int:
    """List the subscriptions."""
    subscriptions = newsroom.subscriptions(counted=True)
    if args.json:
        print_json([feed_shape(subscription) for subscription in subscriptions])
        return DONE
    for sub in subscriptions:
        folder = f"{sub.folder} / " if sub.folder else ""
        error = f"\t{sub.error}" if sub.error else ""
        print_text(f"{sub.id}\t{folder}{sub.title}\t{sub.unread} of {sub.total} unread\t{sub.url}{error}")
    if not subscriptions:
        say("no sources yet; add one with: newsreader add URL")
    return DONE


@in_newsroom
async def refresh(newsroom: "Newsroom", args: argparse.Namespace) -> int:
    """Fetch what is due."""
    from newsreader.fetch import shown

    with feed_progress() as tell:
        report = await newsroom.refresh(force=args.all, on_progress=tell)
        await newsroom.complete_bookmarks()
    if args.json:
        print_json(refresh_shape(report))
    else:
        for failure in report.errors:
            say(f"{shown(failure.url)}: {failure.error}")
        say(_outcome(report) if report.feeds else _why_none(newsroom))
    return partly(report.feeds - report.failed, report.failed)


def _outcome(report: "RefreshReport") -> str:
    asked, new = counted(report.feeds, "feed"), counted(report.new, "new headline")
    return f"{asked} asked, {new}, {report.failed} failed"


def _why_none(newsroom: "Newsroom") -> str:
    if newsroom.subscriptions():
        return "no feed is due yet; newsreader refresh --all asks every one now"
    return "there is no feed to ask; newsreader add ADDRESS subscribes to a site"
