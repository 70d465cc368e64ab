"""A progress bar for long work in a terminal; silent in a pipe."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreader.newsroom import Progress


@contextmanager
def feed_progress() -> "Iterator[Callable[[Progress], None]]":
    """Show how far a refresh is, on stderr and only when that is a terminal."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("Refreshing"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[words]}"))
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("refresh", total=None, words="")

        def tell(progress: "Progress") -> None:
            words = f"{progress.new} new" + (f", {progress.failed} failed" if progress.failed else "")
            bar.update(task, completed=progress.done, total=progress.total, words=words)

        yield tell
