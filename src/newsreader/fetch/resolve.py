"""Names to addresses, without holding up the program's end."""

import asyncio
import socket
import threading

from newsreader.fetch.hosts import IPAddress, literal_address
from newsreader.model import FetchError

_AT_ONCE = 32
_MOST_ADDRESSES = 4


class Resolver:
    """Looks names up in threads that nobody waits for.

    ``loop.getaddrinfo`` runs in the loop's executor, whose threads are joined when the loop ends: a name
    server that does not answer would then keep the program from ending for many seconds. Daemon threads do not.
    """

    def __init__(self) -> None:
        self._turns = asyncio.Semaphore(_AT_ONCE)

    async def addresses(self, host: str, where: str) -> tuple[IPAddress, ...]:
        """Return the addresses of ``host``, the system's favourite first, at most four.

        Raises:
            FetchError: there is no such host, or no name server answers; ``where`` is its address.
        """
        literal = literal_address(host)
        if literal is not None:
            return (literal,)
        async with self._turns:
            found = await _in_daemon(host)
        if isinstance(found, OSError | UnicodeError):
            raise _unresolved(found, host, where) from found
        unique = dict.fromkeys(literal_address(address) for address in found)
        return tuple(address for address in unique if address is not None)[:_MOST_ADDRESSES]


async def _in_daemon(host: str) -> list[str] | OSError | UnicodeError:
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[list[str] | OSError | UnicodeError] = loop.create_future()

    def settle(found: list[str] | OSError | UnicodeError) -> None:
        if not answer.done():  # cancelled: the deadline came first
            answer.set_result(found)

    def look_up() -> None:
        found: list[str] | OSError | UnicodeError
        try:
            rows = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
            found = [str(row[4][0]) for row in rows]
        except (OSError, UnicodeError) as error:
            found = error
        try:
            loop.call_soon_threadsafe(settle, found)
        except RuntimeError:  # the loop has ended meanwhile
            return

    threading.Thread(target=look_up, name="newsreader-resolve", daemon=True).start()
    return await answer


def _unresolved(error: OSError | UnicodeError, host: str, where: str) -> FetchError:
    if isinstance(error, socket.gaierror) and error.errno == socket.EAI_AGAIN:
        return FetchError(f"the name {host} cannot be looked up", where, "is the network on?", sent=False)
    advice = "check the address, and that the network is on"
    return FetchError(f"there is no host named {host}", where, advice, sent=False)
