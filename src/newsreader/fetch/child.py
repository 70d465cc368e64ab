"""The child's side of ``FetchProcess``: a program that fetches for whoever is at the other end of its input."""

import asyncio
import os
import socket
import sys
import traceback
from functools import partial

from newsreader.background import withdraw
from newsreader.fetch.channel import Channel
from newsreader.fetch.errand import Cancel, Done, Fetch, Trust
from newsreader.fetch.fetcher import Fetcher
from newsreader.fetch.messages import Response
from newsreader.model import NewsreaderError


async def serve(end: socket.socket) -> None:
    """Do what comes in over a socket until its other end is gone, however that came about."""
    channel, fetcher = await Channel.on(end), Fetcher()
    tasks: dict[int, asyncio.Task[Response]] = {}
    async for errand in channel.values():
        match errand:
            case Fetch(number, request):
                tasks[number] = asyncio.create_task(fetcher.fetch(request))
                tasks[number].add_done_callback(partial(_tell, channel, number, tasks))
            case Cancel(number) if number in tasks:
                tasks[number].cancel()
            case Trust(hosts):
                fetcher.trust_hosts(hosts)
    for task in tasks.values():
        task.cancel()
    await asyncio.gather(*tasks.values(), return_exceptions=True)
    await fetcher.close()


def _tell(
    channel: Channel, number: int, tasks: dict[int, asyncio.Task[Response]], task: asyncio.Task[Response]
) -> None:
    """Send what came of a fetch, unless nobody waits for it."""
    del tasks[number]
    if not task.cancelled():
        error = task.exception()
        channel.send(Done(number, _told(error) if error else task.result()))


def _told(error: BaseException) -> Exception:
    """Return an error that travels; what is not of the house is a mistake of ours, and is told whole."""
    return error if isinstance(error, NewsreaderError) else RuntimeError("".join(traceback.format_exception(error)))


def main() -> None:
    """Serve the socket that standard input is."""
    withdraw()
    asyncio.run(serve(socket.socket(fileno=os.dup(sys.stdin.fileno()))))


if __name__ == "__main__":
    main()
