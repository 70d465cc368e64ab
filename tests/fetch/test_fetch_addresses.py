"""News may not send the reader into their own network, however the way there is written."""

import ipaddress
import socket
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.fetch import Fetcher, Kind, Request
from newsreader.fetch.hosts import host_of, is_home_name, is_public, literal_address
from newsreader.model import FetchError
from support.loopback import Answer, Loopback

INSIDE = [
    "0.0.0.0/8",
    "10.0.0.0/8",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "169.254.0.0/16",
    "172.16.0.0/12",
    "192.168.0.0/16",
    "198.18.0.0/15",
    "203.0.113.0/24",
    "224.0.0.0/4",
    "240.0.0.0/4",
]
IPV4 = st.integers(0, 2**32 - 1).map(ipaddress.IPv4Address)
IPV4_INSIDE = st.sampled_from([ipaddress.IPv4Network(net) for net in INSIDE]).flatmap(
    lambda net: st.integers(int(net[0]), int(net[-1])).map(ipaddress.IPv4Address)
)


def spellings(address: ipaddress.IPv4Address) -> list[str]:
    """Return ways to write an IPv4 address that C libraries take."""
    a, b, c, d = address.packed
    return [
        str(address),
        str(int(address)),
        hex(int(address)),
        f"0{int(address):o}",
        f"{a}.{(b << 16) + (c << 8) + d}",
        f"0x{a:x}.{b}.{(c << 8) + d}",
        f"0{a:o}.0{b:o}.0{c:o}.0{d:o}",
        f"{address}.",
        f"[::ffff:{address}]",
        f"[64:ff9b::{address}]",
        f"[2002:{(a << 8) + b:x}:{(c << 8) + d:x}::1]",
    ]


@settings(max_examples=60)
@given(IPV4_INSIDE)
def test_an_address_inside_is_known_in_every_spelling(address: ipaddress.IPv4Address) -> None:
    for spelling in spellings(address):
        literal = literal_address(spelling)
        assert literal is not None, spelling
        assert not is_public(literal), spelling


@settings(max_examples=60)
@given(IPV4)
def test_a_spelling_changes_nothing_about_where_an_address_is(address: ipaddress.IPv4Address) -> None:
    verdicts = {is_public(literal) for s in spellings(address) if (literal := literal_address(s)) is not None}
    assert verdicts == {is_public(address)}
    assert not (is_public(address) and address.is_private)


@pytest.mark.parametrize("text", ["93.184.216.34", "1.1.1.1", "2606:2800:220:1::1", "64:ff9b::5db8:d822"])
def test_addresses_of_the_world_are_public(text: str) -> None:
    assert is_public(ipaddress.ip_address(text))


@pytest.mark.parametrize(
    "text",
    ["::", "::1", "::7f00:1", "fe80::1", "fe80::1%lo", "fc00::1", "fec0::1", "ff02::1", "2001:db8::1", "2001::1"],
)
def test_other_addresses_of_ipv6_are_not(text: str) -> None:
    assert not is_public(ipaddress.ip_address(text))


@pytest.mark.parametrize("name", ["localhost", "LOCALHOST.", "a.localhost", "router", "nas.local", "x.internal"])
def test_names_of_the_house_are_known(name: str) -> None:
    assert is_home_name(name)


@pytest.mark.parametrize("name", ["example.org", "news.example.org.", "localhost.example.org", "xn--strae-oqa.de"])
def test_names_of_the_world_are_known(name: str) -> None:
    assert not is_home_name(name)
    assert literal_address(name) is None


def test_a_host_is_compared_in_one_form() -> None:
    assert host_of("https://EXAMPLE.org.:8443/x") == "example.org"
    assert host_of("http://bücher.example/") == host_of("http://xn--bcher-kva.example/")
    assert host_of("http://[::1]:80/") == "::1"
    assert host_of("http://[broken/") == ""


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "0177.0.0.1", "127.1"])
async def test_a_host_inside_is_not_asked(server: Loopback, host: str) -> None:
    server.routes["/"] = Answer(b"the router's own page")
    fetcher = Fetcher()
    with pytest.raises(FetchError, match=r"inside your own network|not an address") as caught:
        await fetcher.fetch(Request(server.url("/", host=host), Kind.PAGE))
    await fetcher.close()
    assert caught.value.advice
    assert server.asked == []


async def test_a_redirect_into_the_house_is_not_followed(server: Loopback, fetcher: Fetcher) -> None:
    with Loopback({"/": Answer(b"secret")}) as router:
        server.routes["/"] = Answer(status=302, headers={"Location": router.url("/", host="127.0.0.2")})
        with pytest.raises(FetchError, match="inside your own network"):
            await fetcher.fetch(Request(server.url("/"), Kind.PAGE))
        assert router.asked == []


async def test_a_host_the_reader_typed_may_be_inside(server: Loopback) -> None:
    server.routes["/feed"] = Answer(b"<rss/>")
    fetcher = Fetcher()
    fetcher.trust(server.url("/", host="LocalHost"))
    assert (await fetcher.fetch(Request(server.url("/feed", host="localhost"), Kind.FEED))).body == b"<rss/>"
    with pytest.raises(FetchError, match="inside your own network"):
        await fetcher.fetch(Request(server.url("/feed"), Kind.FEED))
    await fetcher.close()


class NameServer:
    """Answers for ``socket.getaddrinfo``, with one list of addresses after the other; the last one stays."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *answers: list[str]) -> None:
        self.answers = list(answers)
        self.asked: list[str] = []
        monkeypatch.setattr(socket, "getaddrinfo", self.look_up)

    def look_up(self, host: str, port: object, **hints: object) -> list[tuple[Any, ...]]:
        self.asked.append(host)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 0)) for address in answer]


async def test_a_name_that_leads_inside_is_refused(server: Loopback, monkeypatch: pytest.MonkeyPatch) -> None:
    NameServer(monkeypatch, ["10.0.0.1", "127.0.0.1"])
    fetcher = Fetcher()
    with pytest.raises(FetchError, match=r"news\.example is inside"):
        await fetcher.fetch(Request(server.url("/", host="news.example"), Kind.PAGE))
    await fetcher.close()
    assert server.asked == []


async def test_a_name_is_looked_up_once_and_the_checked_address_asked(
    server: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = NameServer(monkeypatch, ["127.0.0.1"], ["127.0.0.66"])
    server.routes["/"] = Answer(b"hello")
    fetcher = Fetcher()
    fetcher.trust("http://news.example/")
    url = server.url("/", host="news.example")
    response = await fetcher.fetch(Request(url, Kind.PAGE))
    await fetcher.close()
    assert response.url == url
    assert names.asked == ["news.example"]
    assert server.asked[0].headers["host"] == f"news.example:{server.port}"


async def test_when_one_address_does_not_answer_the_next_is_asked(
    server: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    NameServer(monkeypatch, ["127.0.0.66", "127.0.0.67", "127.0.0.1"])
    server.routes["/"] = Answer(b"hello")
    fetcher = Fetcher()
    fetcher.trust("http://news.example/")
    assert (await fetcher.fetch(Request(server.url("/", host="news.example"), Kind.PAGE))).body == b"hello"
    await fetcher.close()


async def test_names_with_letters_of_the_world_are_looked_up_in_ascii(
    server: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = NameServer(monkeypatch, ["127.0.0.1"])
    server.routes["/ü"] = Answer(b"hello")
    server.routes["/%C3%BC"] = Answer(b"hello")
    fetcher = Fetcher()
    fetcher.trust("http://bücher.example/")
    await fetcher.fetch(Request(server.url("/ü", host="bücher.example"), Kind.PAGE))
    await fetcher.close()
    assert names.asked == ["xn--bcher-kva.example"]
