"""A proxy in the environment is used, looks names up itself, and is not asked for what is inside."""

import pytest

from newsreader.fetch import Fetcher, Kind, Request
from newsreader.fetch.proxies import proxy_for
from newsreader.model import FetchError
from support.loopback import Answer, Loopback, closed_port

PAGE = Answer(b"<p>by way of the proxy")


@pytest.fixture
def proxied(server: Loopback, monkeypatch: pytest.MonkeyPatch) -> Loopback:
    monkeypatch.setenv("HTTP_PROXY", server.url().rstrip("/"))
    monkeypatch.setenv("http_proxy", server.url().rstrip("/"))
    return server


async def test_the_proxy_is_asked_by_name(proxied: Loopback, fetcher: Fetcher) -> None:
    proxied.routes["http://news.example/a"] = PAGE
    response = await fetcher.fetch(Request("http://news.example/a", Kind.PAGE))
    assert response.body == PAGE.body
    assert proxied.asked[0].headers["host"] == "news.example"


@pytest.mark.parametrize(
    "url",
    [
        "http://10.0.0.1/",
        "http://192.168.1.1/admin",
        "http://0xa.1/",
        "http://[fe80::1]/",
        "http://printer/",
        "http://nas.local/",
    ],
)
async def test_the_proxy_is_not_asked_for_what_is_inside(proxied: Loopback, fetcher: Fetcher, url: str) -> None:
    with pytest.raises(FetchError, match="inside your own network"):
        await fetcher.fetch(Request(url, Kind.PAGE))
    assert proxied.asked == []


async def test_a_redirect_into_the_house_is_refused_behind_a_proxy_too(proxied: Loopback, fetcher: Fetcher) -> None:
    proxied.routes["http://news.example/"] = Answer(status=302, headers={"Location": "http://2886729729/"})
    with pytest.raises(FetchError, match="inside your own network"):
        await fetcher.fetch(Request("http://news.example/", Kind.PAGE))
    assert len(proxied.asked) == 1


async def test_this_machine_is_asked_directly(proxied: Loopback, fetcher: Fetcher) -> None:
    proxied.routes["/"] = Answer(b"direct")
    assert (await fetcher.fetch(Request(proxied.url("/"), Kind.PAGE))).body == b"direct"


async def test_no_proxy_is_honoured(fetcher: Fetcher, proxied: Loopback, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "example.net, news.invalid")
    with pytest.raises(FetchError, match=r"news\.invalid"):
        await fetcher.fetch(Request("http://news.invalid/", Kind.PAGE))
    assert proxied.asked == []


async def test_a_proxy_that_is_not_there_is_told(fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", f"http://user:secret@127.0.0.1:{closed_port()}")
    with pytest.raises(FetchError, match="refused") as caught:
        await fetcher.fetch(Request("http://news.example/", Kind.PAGE))
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("proxy", ["gopher://127.0.0.1:1", "socks5://127.0.0.1:1", "http://[::1"])
async def test_a_proxy_that_cannot_be_used_is_told(
    fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch, proxy: str
) -> None:
    monkeypatch.setenv("http_proxy", proxy)
    with pytest.raises(FetchError, match="proxy") as caught:
        await fetcher.fetch(Request("http://news.example/", Kind.PAGE))
    assert "HTTP_PROXY" in caught.value.advice


def test_the_environment_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    assert proxy_for("http", "news.example", 80) is None
    monkeypatch.setenv("all_proxy", "proxy.example:3128")
    assert proxy_for("https", "news.example", 443) == "http://proxy.example:3128"
    monkeypatch.setenv("no_proxy", "*")
    assert proxy_for("https", "news.example", 443) is None
