"""The command that brings in what other programs wrote: import."""

import argparse
from typing import TYPE_CHECKING

from newsreader.cli.files import about, as_file
from newsreader.cli.outcome import DONE, say
from newsreader.cli.session import in_newsroom
from newsreader.model.counting import counted

if TYPE_CHECKING:
    from newsreader.newsroom import ImportReport, Newsroom


@in_newsroom
async def bring_in(newsroom: "Newsroom", args: argparse.Namespace) -> int:
    """Bring in a file, and say in one line what came of it."""
    newsroom.require_writable()
    with about(args.file), as_file(args.file) as (path, folder):
        report = await newsroom.importer.bring_in(path, folder)
    say(_told(report))
    return DONE


def _told(report: "ImportReport") -> str:
    came = _listed((report.feeds, "source"), (report.pages, "page"))
    parts = [f"{came} came" if came else "nothing new"]
    if report.pages_changed:
        parts.append(f"{_listed((report.pages_changed, 'page'))} here before got more")
    if known := _listed((report.feeds_known, "source"), (report.pages_known, "page")):
        parts.append(f"{known} already there")
    if report.skipped:
        parts.append("skipped: " + ", ".join(f"{count:,} {reason}" for reason, count in report.skipped))
    if report.feeds or report.waiting:
        parts.append("fetch what there is to read with: newsreader refresh")
    return f"{report.kind}: {'; '.join(parts)}"


def _listed(*counts: tuple[int, str]) -> str:
    """Return what there is of several things, such as "1 source and 1,204 pages"; nothing when there is none."""
    return " and ".join(counted(count, word) for count, word in counts if count)
