"""The workshop's door: one coroutine for each thing that can be done with foreign bytes."""

import asyncio
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from newsreader.model import Article, Block, Canvas, DeadlineError, FeedLink, NewsreaderError, ParsedFeed, Picture
from newsreader.model.sealed import SealedFeed
from newsreader.workshop import tasks
from newsreader.workshop.crew import Crew
from newsreader.workshop.line import Job
from newsreader.workshop.outcome import told
from newsreader.workshop.tasks import Task, Urgency

if TYPE_CHECKING:
    from newsreader.clean import CleanedPage
    from newsreader.formats.imports import ImportedFile
    from newsreader.pictures import PictureFacts

T = TypeVar("T")

_LOST_SECONDS = 30.0
"""Beyond two deadlines: a job that is not done by then was lost by the pool, children and all."""


class Workshop:
    """Opens foreign bytes in child processes, each task killed at its deadline.

    Every coroutine raises what the pure function of the same name raises, and DeadlineError when it took
    too long or too much memory, or brought its process down. No process is started before the first
    task, or ``warm``. Call ``close`` at the end.

    Args:
        processes: children at work at a time.
    """

    def __init__(self, processes: int = 2) -> None:
        self._crew = Crew(processes)

    def warm(self) -> None:
        """Have what children need imported early, in another process; returns at once."""
        self._crew.warm()

    def close(self) -> None:
        """End the children, whatever they are doing; less than a second."""
        self._crew.close()

    async def parse_feed(self, data: bytes, url: str, content_type: str | None = None) -> ParsedFeed:
        """Return the feed in ``data``; see ``newsreader.feeds.parse_feed``."""
        return await self._do(tasks.PARSE_FEED, (data, url, content_type), url)

    async def seal_feed(self, data: bytes, url: str, content_type: str | None = None) -> SealedFeed:
        """Return the feed in ``data`` with its entries closed; see ``newsreader.feeds.parse_feed``."""
        return await self._do(tasks.SEAL_FEED, (data, url, content_type), url)

    async def seal_front_page(self, data: bytes, url: str, content_type: str | None = None) -> SealedFeed:
        """Return the headlines of a page closed; see ``newsreader.feeds.read_front_page``."""
        return await self._do(tasks.SEAL_FRONT_PAGE, (data, url, content_type), url)

    async def find_feeds(self, data: bytes, url: str, content_type: str | None = None) -> tuple[FeedLink, ...]:
        """Return the feeds that a page names; see ``newsreader.feeds.find_feeds``."""
        return await self._do(tasks.FIND_FEEDS, (data, url, content_type), url)

    async def read_front_page(self, data: bytes, url: str, content_type: str | None = None) -> ParsedFeed:
        """Return the headlines of a page without a feed; see ``newsreader.feeds.read_front_page``."""
        return await self._do(tasks.READ_FRONT_PAGE, (data, url, content_type), url)

    async def clean_page(self, html: bytes, url: str, content_type: str | None = None) -> Article:
        """Return the article of a page; see ``newsreader.clean.clean_page``."""
        return await self._do(tasks.CLEAN_PAGE, (html, url, content_type), url)

    async def read_page(
        self, data: bytes, url: str, content_type: str | None = None, first: str = "", part: int = 1
    ) -> "CleanedPage":
        """Return the article of a page and where more of it is; see ``newsreader.clean.read_page``."""
        return await self._do(tasks.READ_PAGE, (data, url, content_type, first, part), url)

    async def clean_fragment(self, html: str, url: str) -> tuple[Block, ...]:
        """Return the blocks of the HTML that a feed carried; see ``newsreader.clean.clean_fragment``."""
        return await self._do(tasks.CLEAN_FRAGMENT, (html, url), url)

    async def inspect_picture(self, data: bytes) -> "PictureFacts":
        """Return what a picture is; see ``newsreader.pictures.inspect_picture``."""
        return await self._do(tasks.INSPECT_PICTURE, (data,))

    async def shrink_picture(self, data: bytes) -> bytes:
        """Return a picture's small copy, empty where it needs none; see ``newsreader.pictures.shrink_picture``."""
        return await self._do(tasks.SHRINK_PICTURE, (data,))

    async def draw_picture(self, data: bytes, canvas: Canvas) -> Picture:
        """Return a picture drawn for the screen; see ``newsreader.pictures.draw_picture``."""
        return await self._do(tasks.DRAW_PICTURE, (data, canvas))

    async def clean_fragments(self, pieces: Sequence[tuple[str, str]]) -> tuple[tuple[Block, ...], ...]:
        """Return the blocks of many pieces of HTML; see ``newsreader.clean.clean_fragments``."""
        return await self._do(tasks.CLEAN_FRAGMENTS, (pieces,))

    async def read_import(self, path: str) -> "ImportedFile":
        """Return what another program wrote into a file; see ``newsreader.formats.imports.read_import``."""
        return await self._do(tasks.READ_IMPORT, (path,))

    async def open_beside(self, folder: str, name: str) -> "tuple[bytes, PictureFacts]":
        """Return a picture that a file to bring in names, and what it is; see ``newsreader.workshop.beside``."""
        return await self._do(tasks.OPEN_BESIDE, (folder, name))

    async def common_picture(self, data: bytes) -> tuple[bytes, str]:
        """Return a picture as JPEG or PNG, and the suffix of that; see ``newsreader.pictures.common_picture``."""
        return await self._do(tasks.COMMON_PICTURE, (data,))

    async def run(self, function: Callable[..., T], *args: Any, deadline: float = 10.0, where: str = "") -> T:
        """Run any function that a child can import by its name, in ``deadline`` seconds at most.

        Args:
            function: a public function of a module; only its name is sent.
            args: what can be pickled.
            deadline: seconds.
            where: the address of what is opened, for errors.
        """
        name = f"{function.__module__}:{function.__qualname__}"
        task: Task[T] = Task(name, deadline, Urgency.READER, NewsreaderError, "task")
        return await self._do(task, args, where)

    async def _do(self, task: Task[T], args: tuple[Any, ...], where: str = "") -> T:
        job = Job(task, args)
        future = asyncio.wrap_future(self._crew.give(job))
        while not future.done():
            await _settled(future, task.seconds)
            if not future.done() and job.overdue(2 * task.seconds + _LOST_SECONDS):
                self._crew.lose(job, DeadlineError(f"opening this {task.what} did not end", where))
        error = future.exception()
        if error is not None:
            raise told(error, task, where)
        result: T = future.result()
        return result


async def _settled(future: "asyncio.Future[Any]", seconds: float) -> None:
    """Wait until ``future`` is done, or ``seconds``; whoever stops waiting takes the job out of the line."""
    try:
        await asyncio.wait({future}, timeout=seconds)
    except asyncio.CancelledError:
        future.cancel()
        raise
