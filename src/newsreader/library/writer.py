"""The one thread that writes: jobs come in from the event loop, and are answered when they are on disk."""

import asyncio
import sqlite3
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from types import TracebackType
from typing import Any, Generic, TypeVar

from newsreader.library.database import connect, transaction
from newsreader.library.failures import told
from newsreader.model import LibraryError

Answer = TypeVar("Answer")
Work = Callable[[sqlite3.Connection], Answer]

_TOGETHER = 32
"""Feeds stored in one transaction at most: the search index costs less in larger pieces, a key waits longer."""


class Writer:
    """A thread with the only connection that writes.

    What the reader does goes before what feeds bring and is synced to the disk (synchronous=FULL); what feeds
    bring survives the death of the process, but a power cut may take the last of it back (NORMAL), and several
    feeds that wait share a transaction. A job is a function of the connection, inside a transaction; it may run
    twice when it shared one that failed, so it does nothing outside the database that would not bear that.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._urgent: deque[_Job[Any]] = deque()
        self._patient: deque[_Job[Any]] = deque()
        self._bell = threading.Condition()
        self._closed = False
        self._thread: threading.Thread | None = None

    async def run(self, work: Work[Answer], *, reader: bool) -> Answer:
        """Do ``work`` in a transaction and return its answer once it is committed; ``reader`` as the class says.

        A caller that is cancelled meanwhile does not take the change back.

        Raises:
            LibraryError: the disk says no; nothing of the job was kept.
        """
        job = _Job(work)
        with self._bell:
            if self._closed:
                raise LibraryError("the library is closed", str(self._path))
            (self._urgent if reader else self._patient).append(job)
            if self._thread is None:
                self._thread = threading.Thread(target=self._serve, name="library-writer", daemon=True)
                self._thread.start()
            self._bell.notify()
        return await asyncio.shield(asyncio.wrap_future(job.future))

    def close(self) -> None:
        """Do what is still waiting, then end the thread."""
        with self._bell:
            self._closed = True
            self._bell.notify()
        if self._thread is not None:
            self._thread.join()

    def _serve(self) -> None:
        connection: sqlite3.Connection | None = None
        while True:
            jobs, synchronous = self._next()
            if not jobs:
                break
            opening: Future[sqlite3.Connection] = Future()
            with _Handing(opening), told(self._path):
                connection = connection or connect(self._path)
                connection.execute(f"PRAGMA synchronous = {synchronous}")
                opening.set_result(connection)
            if connection is None or opening.exception() is not None:
                for job in jobs:
                    job.future.set_exception(opening.exception())
            else:
                self._do(connection, jobs)
        if connection is not None:
            connection.close()

    def _next(self) -> "tuple[list[_Job[Any]], str]":
        """Wait for jobs: one of the reader's, or several of feeds; none when closed and all is done."""
        with self._bell:
            self._bell.wait_for(lambda: self._urgent or self._patient or self._closed)
            if self._urgent:
                return [self._urgent.popleft()], "FULL"
            return [self._patient.popleft() for _ in range(min(_TOGETHER, len(self._patient)))], "NORMAL"

    def _do(self, connection: sqlite3.Connection, jobs: "list[_Job[Any]]") -> None:
        """Do ``jobs`` in one transaction; when that fails, each in its own, so that one cannot spoil the others."""
        answers: Future[list[Any]] = Future()
        with _Handing(answers), told(self._path):
            with transaction(connection):
                done = [job.work(connection) for job in jobs]
            answers.set_result(done)
        error = answers.exception()
        if error is None:
            for job, answer in zip(jobs, answers.result(), strict=True):
                job.future.set_result(answer)
        elif len(jobs) == 1:
            jobs[0].future.set_exception(error)
        else:
            for job in jobs:
                self._do(connection, [job])


class _Job(Generic[Answer]):
    """Work and the future that is told what came of it."""

    def __init__(self, work: Work[Answer]) -> None:
        self.work = work
        self.future: Future[Answer] = Future()


class _Handing:
    """Hands whatever is raised inside to a future, for the one who awaits it."""

    def __init__(self, future: "Future[Any]") -> None:
        self._future = future

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if error is not None:
            self._future.set_exception(error)
        return True
