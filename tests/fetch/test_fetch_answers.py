"""What an answer becomes: a response with its body and headers, or one clear sentence."""

from datetime import timedelta

import pytest

from newsreader.fetch import USER_AGENT, Fetcher, Kind, Request
from newsreader.model import FetchError
from support.loopback import Answer, Asked, Loopback

FEED = b"<rss version='2.0'/>"


async def test_a_body_comes_with_its_headers(server: Loopback, fetcher: Fetcher) -> None:
    headers = {
        "Content-Type": "application/rss+xml; charset=utf-8",
        "ETag": '"abc"',
        "Last-Modified": "Thu, 30 Mar 2023 10:00:00 GMT",
        "Cache-Control": "public, max-age=600",
    }
    server.routes["/feed"] = Answer(FEED, headers=headers)
    response = await fetcher.fetch(Request(server.url("/feed"), Kind.FEED))
    assert response.body == FEED
    assert response.status == 200
    assert response.url == server.url("/feed")
    assert response.content_type == "application/rss+xml; charset=utf-8"
    assert (response.etag, response.last_modified) == ('"abc"', "Thu, 30 Mar 2023 10:00:00 GMT")
    assert response.fresh_for == timedelta(minutes=10)
    assert response.moved_to is None
    assert not response.not_modified


async def test_it_says_what_it_is_and_nothing_about_the_reader(server: Loopback, fetcher: Fetcher) -> None:
    server.routes["/"] = Answer(b"<p>Hello", headers={"Set-Cookie": "track=me; Path=/"})
    for _ in range(2):
        await fetcher.fetch(Request(server.url("/"), Kind.PAGE))
    first, second = (asked.headers for asked in server.asked)
    assert first == second
    assert first["user-agent"] == USER_AGENT
    assert first["accept-encoding"] == "gzip"
    assert first["accept"].startswith("text/html")
    assert set(first) == {"host", "user-agent", "accept", "accept-encoding", "connection"}


@pytest.mark.parametrize(
    ("kind", "accepted"),
    [(Kind.FEED, "application/atom+xml"), (Kind.IMAGE, "image/webp"), (Kind.DATA, "application/json")],
)
async def test_each_kind_says_what_it_takes(server: Loopback, fetcher: Fetcher, kind: Kind, accepted: str) -> None:
    server.routes["/"] = Answer(b"something")
    await fetcher.fetch(Request(server.url("/"), kind))
    assert server.asked[0].headers["accept"].startswith(accepted)


async def test_validators_bring_a_304_without_a_body(server: Loopback, fetcher: Fetcher) -> None:
    def answer(asked: Asked) -> Answer:
        known = asked.headers.get("if-none-match") == '"abc"'
        return Answer(status=304, headers={"ETag": '"abc"'}) if known else Answer(FEED)

    server.routes["/feed"] = answer
    since = "Thu, 30 Mar 2023 10:00:00 GMT"
    response = await fetcher.fetch(Request(server.url("/feed"), Kind.FEED, etag='"abc"', last_modified=since))
    assert response.not_modified
    assert response.body == b""
    assert server.asked[0].headers["if-modified-since"] == since


async def test_validators_that_no_header_can_hold_are_left_out(server: Loopback, fetcher: Fetcher) -> None:
    server.routes["/"] = Answer(FEED)
    await fetcher.fetch(Request(server.url("/"), Kind.FEED, etag='"ü"', last_modified="a\nb: c"))
    assert not {"if-none-match", "if-modified-since", "b"} & set(server.asked[0].headers)


async def test_a_304_that_nobody_asked_for_is_an_error(server: Loopback, fetcher: Fetcher) -> None:
    server.routes["/"] = Answer(status=304)
    with pytest.raises(FetchError, match="304"):
        await fetcher.fetch(Request(server.url("/"), Kind.PAGE))


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (401, "name and password"),
        (403, "refuses"),
        (404, "nothing at this address"),
        (410, "taken down"),
        (418, "answered 418"),
        (500, "in trouble"),
        (503, "busy"),
    ],
)
async def test_a_refusal_is_told_with_its_status(
    server: Loopback, fetcher: Fetcher, status: int, said: str
) -> None:
    server.routes["/"] = Answer(b"<h1>Sorry", status)
    with pytest.raises(FetchError, match=said) as caught:
        await fetcher.fetch(Request(server.url("/"), Kind.PAGE))
    assert caught.value.status == status
    assert caught.value.where == server.url("/")


async def test_a_server_that_wants_rest_says_for_how_long(server: Loopback, fetcher: Fetcher) -> None:
    server.routes["/"] = Answer(status=429, headers={"Retry-After": "120"})
    with pytest.raises(FetchError) as caught:
        await fetcher.fetch(Request(server.url("/"), Kind.FEED))
    assert caught.value.retry_after == timedelta(minutes=2)


async def test_an_empty_answer_is_an_error(server: Loopback, fetcher: Fetcher) -> None:
    server.routes |= {
        "/": Answer(b""),
        "/none": Answer(status=204),
        "/gz": Answer(headers={"Content-Encoding": "gzip"}),
    }
    for path in ("/", "/none", "/gz"):
        with pytest.raises(FetchError, match="empty"):
            await fetcher.fetch(Request(server.url(path), Kind.FEED))


@pytest.mark.parametrize(
    ("kind", "media_type", "said"),
    [
        (Kind.PAGE, "application/pdf", "a PDF file, not a page"),
        (Kind.PAGE, "video/mp4", "a video, not a page"),
        (Kind.PAGE, "application/zip", "a zip file, not a page"),
        (Kind.FEED, "image/png; q=1", "a picture, not a feed"),
        (Kind.IMAGE, "text/html; charset=utf-8", "a page, not a picture"),
    ],
)
async def test_what_is_plainly_something_else_is_not_read(
    server: Loopback, fetcher: Fetcher, kind: Kind, media_type: str, said: str
) -> None:
    server.routes["/"] = Answer(b"x" * 100_000, headers={"Content-Type": media_type})
    with pytest.raises(FetchError, match=said):
        await fetcher.fetch(Request(server.url("/"), kind))


@pytest.mark.parametrize("media_type", ["application/octet-stream", "text/plain", "", "application/x-odd"])
async def test_a_wrong_type_that_may_still_do_is_read(server: Loopback, fetcher: Fetcher, media_type: str) -> None:
    server.routes["/"] = Answer(FEED, headers={"Content-Type": media_type} if media_type else {})
    for kind in (Kind.FEED, Kind.IMAGE):
        assert (await fetcher.fetch(Request(server.url("/"), kind))).body == FEED


async def test_a_closed_fetcher_opens_again(server: Loopback, fetcher: Fetcher) -> None:
    server.routes["/"] = Answer(FEED)
    for _ in range(2):
        assert (await fetcher.fetch(Request(server.url("/"), Kind.FEED))).body == FEED
        await fetcher.close()
