"""Redirects: followed a little way, remembered when they are for good, refused when they are not safe."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.fetch import Fetcher, Kind, Request
from newsreader.fetch.trail import Trail, shown
from newsreader.model import FetchError
from support.loopback import Answer, Loopback


def to(location: str, status: int = 302) -> Answer:
    return Answer(status=status, headers={"Location": location})


async def test_the_answer_tells_where_it_came_from(server: Loopback, fetcher: Fetcher) -> None:
    server.routes |= {"/a": to("b?x=1#part"), "/b": Answer(b"here")}
    response = await fetcher.fetch(Request(server.url("/a#top"), Kind.PAGE))
    assert response.url == server.url("/b?x=1")
    assert response.body == b"here"
    assert response.moved_to is None


@pytest.mark.parametrize(
    ("statuses", "moved_to"),
    [((301,), "/1"), ((301, 308), "/2"), ((301, 302), "/1"), ((302, 301), None), ((307, 303), None)],
)
async def test_only_an_unbroken_chain_for_good_is_a_move(
    server: Loopback, fetcher: Fetcher, statuses: tuple[int, ...], moved_to: str | None
) -> None:
    for step, status in enumerate(statuses):
        server.routes[f"/{step}"] = to(f"/{step + 1}", status)
    server.routes[f"/{len(statuses)}"] = Answer(b"here")
    response = await fetcher.fetch(Request(server.url("/0"), Kind.FEED))
    assert response.moved_to == (server.url(moved_to) if moved_to else None)


async def test_five_steps_are_followed_and_six_are_not(server: Loopback, fetcher: Fetcher) -> None:
    for step in range(6):
        server.routes[f"/{step}"] = to(f"/{step + 1}")
    server.routes["/6"] = Answer(b"here")
    assert (await fetcher.fetch(Request(server.url("/1"), Kind.PAGE))).body == b"here"
    with pytest.raises(FetchError, match="more than 5 times"):
        await fetcher.fetch(Request(server.url("/0"), Kind.PAGE))


async def test_a_circle_is_noticed(server: Loopback, fetcher: Fetcher) -> None:
    server.routes |= {"/a": to("/b"), "/b": to("/a")}
    with pytest.raises(FetchError, match="in a circle"):
        await fetcher.fetch(Request(server.url("/a"), Kind.PAGE))
    assert len(server.asked) == 2


@pytest.mark.parametrize("location", ["", " ", "javascript:alert(1)", "file:///etc/passwd", "http://[::1", "h://"])
async def test_a_redirect_to_nowhere_is_told(server: Loopback, fetcher: Fetcher, location: str) -> None:
    server.routes["/"] = to(location)
    with pytest.raises(FetchError, match="not a web address"):
        await fetcher.fetch(Request(server.url("/"), Kind.PAGE))


async def test_a_redirect_without_location_is_told(server: Loopback, fetcher: Fetcher) -> None:
    server.routes["/"] = Answer(status=302)
    with pytest.raises(FetchError, match="302"):
        await fetcher.fetch(Request(server.url("/"), Kind.PAGE))


async def test_validators_are_sent_at_every_step(server: Loopback, fetcher: Fetcher) -> None:
    server.routes |= {"/old": to("/new", 301), "/new": Answer(status=304)}
    response = await fetcher.fetch(Request(server.url("/old"), Kind.FEED, etag='"e"'))
    assert response.not_modified
    assert response.moved_to == server.url("/new")


def test_https_is_not_left_for_http() -> None:
    with pytest.raises(FetchError, match="https to http"):
        Trail("https://example.org/").step(301, "http://example.org/a")
    assert Trail("http://example.org/").step(301, "https://example.org/").url == "https://example.org/"


def test_an_address_is_shown_without_its_secrets() -> None:
    assert shown("https://me:pass@example.org/feed?token=abc#top") == "https://example.org/feed?…"
    assert "pass" not in shown("ftp://me:pass@example.org/")
    assert "abc" not in shown("nonsense://example.org/feed?token=abc")
    assert shown("") == ""


@given(st.lists(st.tuples(st.sampled_from([301, 302, 303, 307, 308]), st.text(max_size=20)), max_size=9))
def test_no_trail_is_longer_than_five_steps_or_goes_to_one_place_twice(steps: list[tuple[int, str]]) -> None:
    trail = Trail("https://example.org/")
    for status, location in steps:
        try:
            trail = trail.step(status, location)
        except FetchError:
            break
        assert len(trail.been) <= 5
        assert trail.url not in trail.been
        assert trail.url.startswith("https://")
