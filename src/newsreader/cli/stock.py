"""The command that says what the library holds, and the room it takes."""

import argparse
from typing import TYPE_CHECKING

from newsreader.cli.outcome import DONE, print_json, print_text
from newsreader.cli.session import in_newsroom
from newsreader.cli.shapes import stock_shape

if TYPE_CHECKING:
    from newsreader.newsroom import Newsroom, Stock

_UNITS = ("bytes", "kB", "MB", "GB", "TB")


@in_newsroom
async def library(newsroom: "Newsroom", args: argparse.Namespace) -> int:
    """Say what the library holds."""
    stock = await newsroom.stock()
    if args.json:
        print_json(stock_shape(stock))
        return DONE
    for name, words in _lines(stock).items():
        print_text(f"{name:10} {words}")
    return DONE


def _lines(stock: "Stock") -> dict[str, str]:
    held = stock.holdings
    waiting = held.bookmarks - held.complete
    return {
        "folder": str(held.folder),
        "headlines": f"{held.headlines}, {held.unread} of them unread",
        "articles": str(held.articles),
        "bookmarks": f"{held.bookmarks}, {waiting} of them not yet complete",
        "pictures": f"{held.pictures}, {size_words(held.picture_bytes)}",
        "database": size_words(held.database_bytes),
        "room": room_words(stock),
        "age": age_words(stock),
        "backup": f"{held.last_backup:%Y-%m-%d}" if held.last_backup else "none yet",
    }


def room_words(stock: "Stock") -> str:
    """Return how much of its room the library takes, and what follows when that is too much."""
    held, share = stock.holdings, stock.share
    if stock.keeping.size is None or share is None:
        return f"{size_words(held.bytes_used)} used; its size is not limited"
    used = f"{size_words(held.bytes_used)} of {size_words(stock.keeping.size)} used ({share:.0%})"
    if share <= 1:
        return used
    if held.can_go:
        return f"{used}; what was read longest ago goes with the next refresh"
    return f"{used}; nothing more may go: raise size in [library] of the settings, or let go of bookmarks"


def age_words(stock: "Stock") -> str:
    """Return when what was read goes."""
    keep, coming = stock.keeping.keep_read, stock.next_to_age
    if keep is None:
        return "what was read stays for ever"
    after = f"what was read goes after {keep.days} days"
    return f"{after}, the next on {coming:%Y-%m-%d}" if coming else after


def size_words(size: int) -> str:
    """Return a number of bytes in a unit in which it is easy to read."""
    amount = float(size)
    for unit in _UNITS:
        if amount < 999.5 or unit == _UNITS[-1]:
            break
        amount /= 1000
    digits = 1 if amount < 9.95 and unit in _UNITS[3:] else 0
    return f"{amount:.{digits}f}".removesuffix(".0") + f" {unit}"
