"""No answer is larger, or takes longer, than it may."""

import asyncio
import contextlib
import gzip
import itertools
import socket
import threading
import time
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fetch.wire import Wire, drip, once
from newsreader.fetch import Fetcher, Kind, Request
from newsreader.fetch.body import Body
from newsreader.model import FetchError
from support.loopback import Answer, Loopback

LIMIT = 20_000
GZIP = {"Content-Encoding": "gzip"}
OK = b"HTTP/1.1 200 OK\r\n"


async def body_of(fetcher: Fetcher, url: str) -> bytes:
    return (await fetcher.fetch(Request(url, Kind.PAGE))).body


@pytest.mark.parametrize("size", [1, LIMIT - 1, LIMIT])
async def test_all_that_fits_comes_whole(server: Loopback, fetcher: Fetcher, size: int) -> None:
    body = bytes(i % 251 for i in range(size))
    server.routes |= {"/plain": Answer(body), "/gz": Answer(gzip.compress(body), headers=GZIP)}
    assert await body_of(fetcher, server.url("/plain")) == body
    assert await body_of(fetcher, server.url("/gz")) == body


async def test_one_byte_more_is_refused(server: Loopback, fetcher: Fetcher) -> None:
    body = b"x" * (LIMIT + 1)
    server.routes |= {
        "/said": Answer(body),
        "/unsaid": Answer(raw=OK + b"Connection: close\r\n\r\n" + body),
        "/gz": Answer(gzip.compress(body), headers=GZIP),
        "/chunked": Answer(raw=OK + b"Transfer-Encoding: chunked\r\n\r\n" + b"4e21\r\n" + body + b"\r\n0\r\n\r\n"),
    }
    for path in server.routes:
        with pytest.raises(FetchError, match="larger than 20000 bytes"):
            await body_of(fetcher, server.url(path))


async def test_a_gzip_bomb_is_stopped_within_its_cap(server: Loopback, fetcher: Fetcher) -> None:
    bomb = gzip.compress(bytes(200_000_000), 1)
    server.routes["/"] = Answer(bomb, headers=GZIP)
    began = time.process_time()
    with pytest.raises(FetchError, match="larger"):
        await body_of(fetcher, server.url("/"))
    assert time.process_time() - began < 0.2  # unpacking all of it takes longer


async def test_packed_nothings_without_end_are_stopped(server: Loopback, fetcher: Fetcher) -> None:
    server.routes["/"] = Answer(gzip.compress(b"") * 10_000, headers=GZIP)
    with pytest.raises(FetchError, match="larger"):
        await body_of(fetcher, server.url("/"))


@pytest.mark.parametrize("encoding", ["gzip, gzip", "br", "zstd", "compress", "gzip;x", "\x7fgzip"])
async def test_an_encoding_nobody_asked_for_is_refused(server: Loopback, fetcher: Fetcher, encoding: str) -> None:
    server.routes["/"] = Answer(gzip.compress(gzip.compress(b"x" * 100)), headers={"Content-Encoding": encoding})
    with pytest.raises(FetchError, match=r"not asked for|not proper HTTP"):
        await body_of(fetcher, server.url("/"))


async def test_what_is_not_the_gzip_it_says_is_refused(server: Loopback, fetcher: Fetcher) -> None:
    server.routes["/"] = Answer(b"<p>plain all along", headers=GZIP)
    with pytest.raises(FetchError, match="cannot be unpacked"):
        await body_of(fetcher, server.url("/"))


async def test_a_cut_answer_says_that_it_was_cut(server: Loopback, fetcher: Fetcher) -> None:
    packed = gzip.compress(bytes(i % 251 for i in range(9_000)))
    chunks = OK + b"Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"
    server.routes |= {
        "/gz": Answer(packed[:-20], headers=GZIP),
        "/gz-unsaid": Answer(raw=OK + b"Content-Encoding: gzip\r\n\r\n" + packed[:50]),
        "/length": Answer(raw=OK + b"Content-Length: 100\r\n\r\nhello"),
        "/chunked": Answer(raw=chunks),
    }
    for path in server.routes:
        with pytest.raises(FetchError, match="cut short"):
            await body_of(fetcher, server.url(path))


async def test_gzip_in_members_and_deflate_are_read(server: Loopback, fetcher: Fetcher) -> None:
    server.routes |= {
        "/members": Answer(gzip.compress(b"one, ") + gzip.compress(b"two") + bytes(8), headers=GZIP),
        "/deflate": Answer(zlib.compress(b"one, two"), headers={"Content-Encoding": "deflate"}),
        "/named": Answer(gzip.compress(b"one, two"), headers={"Content-Encoding": "X-GZip, identity"}),
    }
    for path in server.routes:
        assert await body_of(fetcher, server.url(path)) == b"one, two"


DRIPS = {
    "body": OK + b"Content-Length: 10000\r\n\r\n",
    "body without length": OK + b"\r\n",
    "headers": OK + b"X-Endless: ",
    "status line": b"",
    "headers of a redirect": b"HTTP/1.1 302 Found\r\nLocation: /\r\nX-Endless: ",
}


async def test_a_drip_is_ended_by_the_deadline_wherever_it_drips(fetcher: Fetcher) -> None:
    async def dripped(head: bytes) -> float:
        with Wire(drip(head, b"H")) as wire:
            began = time.monotonic()
            with pytest.raises(FetchError, match="not there within 1 s"):
                await body_of(fetcher, wire.url)
            return time.monotonic() - began

    took = await asyncio.gather(*(dripped(head) for head in DRIPS.values()))
    assert max(took) < 3, dict(zip(DRIPS, took, strict=True))


async def test_a_server_that_says_nothing_is_ended_by_the_deadline(fetcher: Fetcher) -> None:
    def silence(connection: socket.socket, ended: threading.Event) -> None:
        ended.wait(10)

    with Wire(silence) as wire, pytest.raises(FetchError, match="not there within"):
        await body_of(fetcher, wire.url)


async def test_the_deadline_is_for_all_redirects_together(fetcher: Fetcher) -> None:
    counter = itertools.count()

    def slowly(connection: socket.socket, ended: threading.Event) -> None:
        ended.wait(0.3)
        once(b"HTTP/1.1 302 Found\r\nLocation: /%d\r\nContent-Length: 0\r\n\r\n" % next(counter))(connection, ended)

    with Wire(slowly) as wire, pytest.raises(FetchError, match="not there within 1 s"):
        await body_of(fetcher, wire.url)


async def test_one_host_is_asked_four_times_at_once_at_most(server: Loopback, fetcher: Fetcher) -> None:
    under_way, most = set[int](), 0
    numbers = itertools.count()

    def answer(asked: object) -> Answer:
        nonlocal most
        number = next(numbers)
        under_way.add(number)
        most = max(most, len(under_way))
        time.sleep(0.03)
        under_way.discard(number)
        return Answer(b"x")

    server.routes["/"] = answer
    await asyncio.gather(*(body_of(fetcher, server.url("/")) for _ in range(20)))
    assert most == 4


async def test_waiting_for_a_turn_is_not_held_against_the_deadline(fetcher: Fetcher) -> None:
    def slowly(connection: socket.socket, ended: threading.Event) -> None:
        ended.wait(0.3)
        once(OK + b"Content-Length: 1\r\n\r\nx")(connection, ended)

    with Wire(slowly) as wire:
        bodies = await asyncio.gather(*(body_of(fetcher, wire.url) for _ in range(13)))
    assert bodies == [b"x"] * 13


async def test_who_stops_waiting_gives_the_turn_back(server: Loopback, fetcher: Fetcher) -> None:
    with Wire(drip(OK + b"\r\n")) as wire:
        stuck = [asyncio.create_task(body_of(fetcher, wire.url)) for _ in range(8)]
        await asyncio.sleep(0.05)
        for task in stuck:
            task.cancel()
        await asyncio.gather(*stuck, return_exceptions=True)
        assert all(task.cancelled() for task in stuck)
    server.routes["/"] = Answer(b"x")
    assert await body_of(fetcher, server.url("/")) == b"x"


@settings(max_examples=80)
@given(st.binary(min_size=1, max_size=3_000), st.lists(st.integers(1, 700), max_size=8), st.booleans())
def test_however_it_is_cut_into_chunks_the_body_is_the_same(data: bytes, cuts: list[int], packed: bool) -> None:
    wire = gzip.compress(data) if packed else data
    body = Body("gzip" if packed else "", 3_000, "here")
    for cut in cuts:
        body.add(wire[:cut])
        wire = wire[cut:]
    body.add(wire)
    assert body.whole() == data


@settings(max_examples=80)
@given(st.binary(max_size=2_000), st.integers(1, 1_000))
def test_any_bytes_give_at_most_the_limit_or_an_error(data: bytes, limit: int) -> None:
    body = Body("gzip", limit, "here")
    with contextlib.suppress(FetchError):
        body.add(gzip.compress(data)[: len(data)] + data)
        assert len(body.whole()) <= limit
