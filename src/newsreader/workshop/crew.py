"""The crew: hands jobs to the pool of children, and gets a new pool when one is beyond repair."""

import contextlib
import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, InvalidStateError
from functools import partial
from typing import TYPE_CHECKING, Any

from newsreader.model import NewsreaderError
from newsreader.workshop.line import Job, Line
from newsreader.workshop.pool import start_pool, start_server, stop_pool

if TYPE_CHECKING:
    from pebble import ProcessPool

_TRIES = 2
_CLOSING_SECONDS = 0.5


class Crew:
    """Owns the pool. Safe to use from any thread and any event loop.

    Jobs wait here rather than in the pool, so that an urgent one overtakes and one that nobody waits for
    any more is never begun; the pool is given one more than it has children, so that none is idle.
    """

    def __init__(self, processes: int, start: "Callable[[int], ProcessPool]" = start_pool) -> None:
        self._processes = processes
        self._start = start
        self._lock = threading.RLock()
        self._line = Line()
        self._pool: ProcessPool | None = None
        self._under_way: dict[Job, ProcessPool] = {}
        self._starter: threading.Thread | None = None
        self._warmed = False
        self._closed = False

    def warm(self) -> None:
        """Have the fork server started, if it is not; returns at once."""
        with self._lock:
            if self._closed or self._warmed:
                return
            self._warmed = True
        threading.Thread(target=_warm_up, name="newsreader-warm", daemon=True).start()

    def give(self, job: Job) -> "Future[Any]":
        """Put ``job`` in the line and return its outcome.

        Raises:
            NewsreaderError: the workshop is closed.
        """
        with self._lock:
            if self._closed:
                raise _closing()
            self._line.join(job)
        self._hand_out()
        return job.outcome

    def lose(self, job: Job, error: NewsreaderError) -> None:
        """Give ``job`` up with ``error``, and the pool that never answered, and go on with a new one."""
        with self._lock:
            pool = self._under_way.pop(job, None)
        _fail(job, error)
        if pool is not None:
            self._retire(pool, error)

    def close(self) -> None:
        """End the children and refuse what still waits; less than a second."""
        with self._lock:
            self._closed = True
            pool, self._pool = self._pool, None
            starter, jobs = self._starter, [*self._under_way, *self._line.clear()]
            self._under_way.clear()
        for job in jobs:
            _fail(job, _closing())
        if starter is not None:
            starter.join(_CLOSING_SECONDS)
        if pool is not None:
            stop_pool(pool)

    def _begin(self) -> None:
        """Have a pool started, if none is; call with the lock held."""
        if self._starter is None:
            self._starter = threading.Thread(target=self._open, name="newsreader-workshop", daemon=True)
            self._starter.start()

    def _open(self) -> None:
        """Start a pool, in a thread of its own; when that fails, so do the jobs that wait for it."""
        try:
            pool = self._start(self._processes)
        except (OSError, RuntimeError, EOFError) as error:
            self._give_up(error)
            return
        with self._lock:
            self._starter = None
            closed = self._closed
            self._pool = None if closed else pool
        if closed:
            stop_pool(pool)
        self._hand_out()

    def _give_up(self, error: Exception) -> None:
        with self._lock:
            self._starter = None
            jobs = self._line.clear()
        for job in jobs:
            told = NewsreaderError("the child processes that open what comes from outside cannot be started")
            told.__cause__ = error
            _fail(job, told)

    def _hand_out(self) -> None:
        """Hand jobs to the pool as long as it has room; without a pool, have one started."""
        while True:
            with self._lock:
                if self._closed or not self._line:
                    return
                pool = self._pool
                if pool is None:
                    self._begin()
                    return
                job = self._line.next() if len(self._under_way) <= self._processes else None
                if job is None:
                    return
                self._under_way[job] = pool
            self._hand(pool, job)

    def _hand(self, pool: "ProcessPool", job: Job) -> None:
        from newsreader.workshop.bench import perform

        job.begin()
        task = job.task
        try:
            future = pool.schedule(perform, args=(task.name, job.args, task.seconds), timeout=task.seconds)
        except RuntimeError as error:  # the pool broke while nobody used it
            self._retire(pool, error)
            return
        future.add_done_callback(partial(self._done, pool, job))

    def _done(self, pool: "ProcessPool", job: Job, future: "Future[Any]") -> None:
        """Pass on what came of ``job``; called in a thread of the pool."""
        from concurrent.futures.process import BrokenProcessPool

        error = CancelledError() if future.cancelled() else future.exception()
        if isinstance(error, BrokenProcessPool | CancelledError):
            self._retire(pool, error)
            return
        with self._lock:
            if self._under_way.get(job) is not pool:
                return  # given up, or already with another pool
            del self._under_way[job]
        if error is not None:
            _fail(job, error)
        else:
            with contextlib.suppress(InvalidStateError):
                job.outcome.set_result(future.result())
        self._hand_out()

    def _retire(self, pool: "ProcessPool", error: BaseException) -> None:
        """Do without ``pool`` from now on; its jobs are tried once more, for one of them may have broken it."""
        with self._lock:
            if self._pool is pool:
                self._pool = None
                threading.Thread(target=stop_pool, args=(pool,), name="newsreader-retire", daemon=True).start()
            jobs = [job for job, of in self._under_way.items() if of is pool]
            for job in jobs:
                del self._under_way[job]
                if job.tries < _TRIES:
                    self._line.join(job)
        for job in jobs:
            if job.tries >= _TRIES:
                _fail(job, error)
        self._hand_out()


def _warm_up() -> None:
    with contextlib.suppress(OSError):  # the first job will tell
        start_server()


def _fail(job: Job, error: BaseException) -> None:
    with contextlib.suppress(InvalidStateError):  # the result was quicker
        job.outcome.set_exception(error)


def _closing() -> NewsreaderError:
    return NewsreaderError("the reader is closing and opens nothing any more")
