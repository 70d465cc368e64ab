"""Feeds are read in the encoding they are in, whatever they or their servers say."""

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.feeds import parse_feed
from newsreader.feeds.decoding import decode

URL = "https://paper.example/feed"


def title(data: bytes, content_type: str | None = None) -> str:
    return parse_feed(data, URL, content_type).title


def feed(text: str, declared: str | None = None) -> str:
    declaration = f"<?xml version='1.0' encoding='{declared}'?>" if declared else ""
    return f"{declaration}<rss><channel><title>{text}</title><item><title>x</title></item></channel></rss>"


@pytest.mark.parametrize(
    ("text", "codec", "declared", "content_type"),
    [
        ("Ереван – Հայ", "utf-8", None, None),
        ("Ереван", "utf-8", "utf-8", "text/xml; charset=iso-8859-1"),
        ("Ереван", "utf-8", "windows-1252", None),
        ("Ереван", "windows-1251", "windows-1251", None),
        ("Ереван", "windows-1251", None, 'application/rss+xml; charset="windows-1251"'),
        ("Ереван", "koi8-r", "utf-8", "text/xml;charset=KOI8-R"),
        ("“Café” – €", "windows-1252", "ISO-8859-1", None),
        ("“Café” – €", "windows-1252", None, None),
        ("“Café” – €", "windows-1252", "us-ascii", None),
        ("“Café”", "windows-1252", "no-such-charset", "text/xml; charset=zip_codec"),
        ("中文新闻", "gb18030", "gb2312", None),
        ("中文新聞", "big5", "Big5", None),
        ("日本語", "shift_jis", "Shift_JIS", None),
        ("日本語", "iso2022_jp", "ISO-2022-JP", None),
        ("한국어", "euc-kr", "euc-kr", None),
        ("ไทย", "cp874", "TIS-620", None),
        ("Café", "utf-16-le", "utf-16", None),
        ("Café", "utf-16-be", "utf-16", None),
        ("Café", "utf-32-le", "utf-32", None),
        ("Café", "cp037", "cp037", None),
    ],
)
def test_an_encoding(text: str, codec: str, declared: str | None, content_type: str | None) -> None:
    assert title(feed(text, declared).encode(codec), content_type) == text


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides(mark: bytes, codec: str) -> None:
    assert title(mark + feed("Ереван", "iso-8859-1").encode(codec), "text/xml; charset=koi8-r") == "Ереван"


def test_flaws_in_utf_8_are_read_as_windows_1252() -> None:
    mixed = feed("Ереван, Caf\N{REPLACEMENT CHARACTER}").encode().replace("\ufffd".encode(), b"\xe9")
    assert title(mixed) == "Ереван, Café"


def test_text_that_names_no_encoding_is_recognised_when_there_is_enough_of_it() -> None:
    words = "Сегодня утром в городе открылась новая библиотека, и первые читатели пришли ещё до рассвета. " * 4
    assert title(feed(words).encode("windows-1251")).startswith("Сегодня утром в городе")


@settings(max_examples=100)
@given(st.binary(max_size=80), st.none() | st.text(max_size=30).map(lambda name: f"text/xml; charset={name}"))
def test_any_bytes_become_text(data: bytes, content_type: str | None) -> None:
    assert isinstance(decode(data, content_type), str)


@pytest.mark.parametrize(
    "name", ["idna", "punycode", "unicode_escape", "base64", "rot13", "undefined", "utf-7", "mbcs"]
)
def test_codecs_that_are_no_encoding_are_not_used(name: str) -> None:
    assert decode(b"\\d caf\xe9 +ADw-", f"text/xml; charset={name}") == "\\d café +ADw-"
