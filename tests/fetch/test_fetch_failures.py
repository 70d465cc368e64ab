"""Whatever goes wrong on the way is one sentence that says what happened, and holds no secret."""

import socket
import ssl
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest
import trustme
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fetch.wire import Wire, once
from newsreader.fetch import Fetcher, Kind, Request
from newsreader.model import FetchError, NewsreaderError
from support.loopback import Answer, Loopback, closed_port


async def failure(fetcher: Fetcher, url: str) -> FetchError:
    with pytest.raises(FetchError) as caught:
        await fetcher.fetch(Request(url, Kind.PAGE))
    return caught.value


async def test_a_closed_port(fetcher: Fetcher) -> None:
    error = await failure(fetcher, f"http://127.0.0.1:{closed_port()}/a?token=secret")
    assert error.what == "the server refused the connection"
    assert "secret" not in str(error)
    assert error.advice


@pytest.mark.parametrize(
    ("number", "said"),
    [(socket.EAI_NONAME, "there is no host named nowhere.example"), (socket.EAI_AGAIN, "cannot be looked up")],
)
async def test_a_name_that_is_not_found(
    fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    def look_up(*args: object, **hints: object) -> None:
        raise socket.gaierror(number, "no")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    error = await failure(fetcher, "http://nowhere.example/")
    assert said in error.what
    assert "network" in error.advice


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (b"", "hung up"),
        (b"SSH-2.0-OpenSSH_9.2\r\n\r\n", "not proper HTTP"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"y" * 300_000 + b"\r\n\r\n", "not proper HTTP"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: nine\r\n\r\n", "not proper HTTP"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "not proper HTTP"),
    ],
    ids=["nothing", "another protocol", "endless header", "bad length", "bad chunk"],
)
async def test_a_server_that_speaks_nonsense(fetcher: Fetcher, answer: bytes, said: str) -> None:
    with Wire(once(answer)) as wire:
        assert said in (await failure(fetcher, wire.url)).what


@pytest.mark.parametrize(
    "url",
    [
        "",
        "example.org",
        "ftp://example.org/",
        "http://",
        "http://xn--a/",
        "http://a..b/",
        "http://a:99999/",
        "file:///x",
    ],
)
async def test_what_is_not_a_web_address(fetcher: Fetcher, url: str) -> None:
    error = await failure(fetcher, url)
    assert "address" in str(error)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(max_size=30), form=st.sampled_from(["{}", "http://{}/", "http://127.0.0.1:1/{}", "https://a@{}:1"])
)
async def test_any_text_at_all_is_an_error_of_the_house(
    monkeypatch: pytest.MonkeyPatch, text: str, form: str
) -> None:
    def look_up(*args: object, **hints: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "no")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    fetcher = Fetcher(verify=ssl.create_default_context())
    fetcher.trust("http://127.0.0.1/")
    with pytest.raises(FetchError):
        await fetcher.fetch(Request(form.format(text), Kind.PAGE))
    await fetcher.close()


def server_context(certificate: trustme.LeafCert) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return context


def trusting(authority: trustme.CA) -> Fetcher:
    context = ssl.create_default_context()
    authority.configure_trust(context)
    fetcher = Fetcher(verify=context)
    fetcher.trust("https://localhost/")
    return fetcher


async def test_a_certificate_is_checked_against_the_name_not_the_number() -> None:
    authority = trustme.CA()
    with Loopback({"/": Answer(b"safe")}, tls=server_context(authority.issue_cert("localhost"))) as server:
        fetcher = trusting(authority)
        response = await fetcher.fetch(Request(server.url("/", host="localhost"), Kind.PAGE))
        assert response.body == b"safe"
        fetcher.trust(server.url())
        assert "not to be trusted" in (await failure(fetcher, server.url("/"))).what
        await fetcher.close()


async def test_a_certificate_that_is_not_to_be_trusted_is_told() -> None:
    authority, past = trustme.CA(), datetime.now(UTC) - timedelta(days=1)
    cases = [
        (authority.issue_cert("other.example"), "hostname mismatch"),
        (authority.issue_cert("localhost", not_after=past), "expired"),
        (trustme.CA().issue_cert("localhost"), "issuer"),
    ]
    for certificate, said in cases:
        with Loopback({"/": Answer(b"x")}, tls=server_context(certificate)) as server:
            fetcher = trusting(authority)
            error = await failure(fetcher, server.url("/", host="localhost"))
            await fetcher.close()
            assert "certificate is not to be trusted" in error.what
            assert said in error.what
            assert server.asked == []


async def test_a_server_without_tls_is_told() -> None:
    with Wire(once(b"HTTP/1.1 400 Bad\r\n\r\n")) as wire:
        fetcher = trusting(trustme.CA())
        fetcher.trust(wire.url)
        error = await failure(fetcher, wire.url.replace("http:", "https:"))
        await fetcher.close()
    assert "no safe connection" in error.what or "hung up" in error.what


async def test_errors_are_of_the_house_and_travel(fetcher: Fetcher) -> None:
    import pickle

    error = await failure(fetcher, f"http://127.0.0.1:{closed_port()}/")
    assert isinstance(error, NewsreaderError)
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


def test_the_client_is_imported_by_the_first_fetch_only() -> None:
    code = (
        "import sys; import newsreader.fetch; newsreader.fetch.Fetcher();"
        "sys.exit(any(name in sys.modules for name in ('httpx', 'httpcore', 'anyio', 'certifi')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
