"""The one thread that writes: jobs come in from the event loop, and are answered when they are on disk."""

import asyncio
import sqlite3
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from types import TracebackType
from typing import Any, Generic, TypeVar

from newsreader.library.database import PATIENCE, connect, transaction
from newsreader.library.failures import is_locked, told
from newsreader.model import LibraryError

Answer = TypeVar("Answer")
Work = Callable[[sqlite3.Connection], Answer]

_TOGETHER = 16
"""Feeds stored in one transaction at most: a commit costs less for several, but a key may wait for it."""

_QUIET = 0.3
"""Seconds without a job after which the time is free for what can be done later."""


class Writer:
    """A thread with the only connection that writes.

    What the reader does goes before what feeds bring and is synced to the disk (synchronous=FULL); what feeds
    bring survives the death of the process, but a power cut may take the last of it back (NORMAL), and several
    feeds that wait share a transaction. A job is a function of the connection, inside a transaction; it may run
    twice when it shared one that failed, so it does nothing outside the database that would not bear that. While
    another program has the library locked, all that wait do so at the same time, and not one after the other.

    When nothing has waited for a moment, ``idle`` is done, a piece at a time, until it returns False.
    """

    def __init__(self, path: Path, idle: Work[bool]) -> None:
        self._path = path
        self._idle = idle
        self._urgent: deque[_Job[Any]] = deque()
        self._patient: deque[_Job[Any]] = deque()
        self._bell = threading.Condition()
        self._behind = True  # as far as is known: there may be idle work to do
        self._hurried = 0
        self._at_leisure = False
        self._locked_out = False  # another program had the library locked when something was last tried
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
            self._start()
        answer = asyncio.wrap_future(job.future)
        answer.add_done_callback(_seen)
        return await asyncio.shield(answer)

    def catch_up(self, patience: float) -> bool:
        """Do the idle work now, wait for it for up to ``patience`` seconds, and return whether it is done."""
        with self._bell:
            if self._closed:
                return False
            self._behind = True
            self._hurried += 1
            self._start()
            done = self._bell.wait_for(lambda: not self._behind or self._closed, patience)
            self._hurried -= 1
            return done

    def close(self) -> None:
        """Do the jobs that are still waiting, then end the thread; idle work waits for the next time."""
        with self._bell:
            self._closed = True
            self._bell.notify_all()
        if self._thread is not None:
            self._thread.join()

    def _start(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._serve, name="library-writer", daemon=True)
            self._thread.start()
        self._bell.notify_all()

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
            while True:
                if self._urgent:
                    return [self._urgent.popleft()], "FULL"
                if self._hurried and self._behind and not self._closed:
                    return [self._idle_job()], "NORMAL"
                if self._patient:
                    self._at_leisure = False
                    return [self._patient.popleft() for _ in range(min(_TOGETHER, len(self._patient)))], "NORMAL"
                if self._closed:
                    return [], ""
                if self._behind and (self._at_leisure or not self._bell.wait(_QUIET)):
                    return [self._idle_job()], "NORMAL"
                if not self._behind:
                    self._bell.wait()

    def _idle_job(self) -> "_Job[Any]":
        self._at_leisure = True
        job = _Job(self._idle)
        job.future.add_done_callback(self._idled)
        return job

    def _idled(self, future: "Future[bool]") -> None:
        with self._bell:  # after an error it is tried again when something has been written
            self._behind = future.exception() is None and future.result()
            self._bell.notify_all()

    def _do(self, connection: sqlite3.Connection, jobs: "list[_Job[Any]]") -> None:
        """Do ``jobs`` in one transaction; when that fails, each in its own, so that one cannot spoil the others."""
        answers: Future[list[Any]] = Future()
        with _Handing(answers), told(self._path):
            patience = min(job.patience for job in jobs) if self._locked_out else PATIENCE
            connection.execute(f"PRAGMA busy_timeout = {round(patience * 1000)}")
            with transaction(connection):
                done = [job.work(connection) for job in jobs]
            answers.set_result(done)
        error = answers.exception()
        self._locked_out = is_locked(error)
        if error is None:
            self._behind = True
            for job, answer in zip(jobs, answers.result(), strict=True):
                job.future.set_result(answer)
        elif len(jobs) == 1:
            jobs[0].future.set_exception(error)
        else:
            for job in jobs:
                self._do(connection, [job])


def _seen(answer: "asyncio.Future[Any]") -> None:
    """Look at an error that a cancelled caller does not wait for, or asyncio would print it as one forgotten."""
    if not answer.cancelled():
        answer.exception()


class _Job(Generic[Answer]):
    """Work and the future that is told what came of it."""

    def __init__(self, work: Work[Answer]) -> None:
        self.work = work
        self.future: Future[Answer] = Future()
        self._since = time.monotonic()

    @property
    def patience(self) -> float:
        """Seconds it may wait yet for another program's transaction, when it has waited since it came in."""
        return max(0.0, self._since + PATIENCE - time.monotonic())


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
