"""The gate for addresses."""

from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.model import shown_host, web_address
from newsreader.model.addresses import LINK_SCHEMES

BASE = "https://news.example/a/b?c#d"


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("http://news.example", "http://news.example/"),
        (" HTTPS://News.Example/Path?Q=1#F ", "https://news.example/Path?Q=1#F"),
        ("https://news.example:443/", "https://news.example/"),
        ("http://news.example:80/", "http://news.example/"),
        ("https://news.example:80/", "https://news.example:80/"),
        ("https://me:secret@news.example/", "https://news.example/"),
        ("https://news.example@evil.example/", "https://evil.example/"),
        ("http://[::1]:8080/x", "http://[::1]:8080/x"),
        ("http://127.0.0.1/", "http://127.0.0.1/"),
        ("https://news.example/a b\u3000c", "https://news.example/a%20b%E3%80%80c"),
        ("https://news.example/\x1b]0;x\x07", "https://news.example/]0;x"),
        ("ht\ntps://news.ex\tample/", "https://news.example/"),
        ("https://news.example/\u202egpj", "https://news.example/gpj"),
        ("https://пример.example/ж", "https://пример.example/ж"),
    ],
)
def test_what_is_kept_and_how(url: str, kept: str) -> None:
    assert web_address(url) == kept


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("../x", "https://news.example/x"),
        ("//other.example/x", "https://other.example/x"),
        ("https://other.example/x;", "https://other.example/x;"),
        ("?q", "https://news.example/a/b?q"),
        ("-oProxyCommand=x", "https://news.example/a/-oProxyCommand=x"),
        ("", "https://news.example/a/b?c#d"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
    ],
)
def test_relative_addresses(url: str, kept: str | None) -> None:
    assert web_address(url, BASE) == kept


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "java\u200bscript:alert(1)",
        "vbscript:x",
        "data:text/html,<script>",
        "file:///etc/passwd",
        "smb://host/share",
        "ssh://-oProxyCommand=x/",
        "ms-msdt:/id",
        "ftp://news.example/",
        "mailto:a@b.example",
        "about:blank",
        "blob:https://news.example/1",
        "view-source:https://news.example/",
        "",
        "news.example",
        "/path",
        "//news.example/",
        "-oProxy",
        "http:",
        "http://",
        "http:///path",
        "http:news.example",
        "http://:80/",
        "http://me@/",
        "http://-news.example/",
        "http://news.example:port/",
        "http://news.example:99999/",
        "http://[::1/",
        "http://[x]/",
        "http://good.example\\@evil.example/",
        "http://good.example\\.evil.example/",
        "http://news example/",
        "http://news\u3000example/",
        "http://a<b>/",
        "http://ne%77s.example/",
        "http://news.example℀.evil.example/",
        "https://news.example/" + "x" * 4096,
    ],
)
def test_what_may_never_be_opened(url: str) -> None:
    assert web_address(url) is None


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("mailto:desk@news.example", "mailto:desk@news.example"),
        ("mailto:desk@news.example?subject=a b", "mailto:desk@news.example?subject=a%20b"),
        ("mailto:-oProxy@x", None),
        ("mailto:", None),
        ("javascript:a@b", None),
        ("http://news.example", "http://news.example/"),
    ],
)
def test_links_may_be_for_mail_where_that_is_allowed(url: str, kept: str | None) -> None:
    assert web_address(url, schemes=LINK_SCHEMES) == kept


def test_a_base_that_is_none_is_no_way_around() -> None:
    assert web_address("x", "javascript:y") is None
    assert web_address("x", "http://[") is None


PIECES = st.sampled_from(
    "http https javascript : / // \\ @ ? # [ ] % .. . - a é ß xn-- 80 ℀ ; & news.example".split(" ")
    + list("\n\t \u3000\u200b\x1b\ud800")
)


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=12).map("".join) | st.text(max_size=40), st.sampled_from(["", BASE]))
def test_any_text_is_a_safe_address_or_none(text: str, base: str) -> None:
    for address in (web_address(text, base), web_address(f"http://{text}", base)):
        if address is None:
            continue
        parts = urlsplit(address)
        assert parts.scheme in {"http", "https"}
        assert parts.hostname
        assert parts.username is parts.password is None
        assert not any(character.isspace() or character < " " for character in address)
        assert web_address(address) == address


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.news.example/x", "news.example"),
        ("https://me@News.example:8080/", "news.example"),
        ("https://café.example/", "café.example"),
        ("https://пример.example/", "пример.example"),
        ("https://news.пример.рф/", "news.пример.рф"),
        ("https://日本語ニュースabc.example/", "日本語ニュースabc.example"),
        ("https://аpple.example/", "xn--pple-43d.example"),
        ("https://gοοgle.example/", "xn--ggle-0nda.example"),
        ("https://пρимер.example/", "xn--2xa6uiaqmk.example"),
        ("https://pay\u200bpal.example/", "paypal.example"),
        ("http://[::1]/", "::1"),
        ("nothing", ""),
        ("http://[", ""),
    ],
)
def test_the_host_a_reader_sees(url: str, host: str) -> None:
    assert shown_host(url) == host


def test_a_label_too_long_for_punycode_is_shown_as_it_is() -> None:
    assert shown_host(f"https://{'аp' * 40}.example/") == "аp" * 40 + ".example"
