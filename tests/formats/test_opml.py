"""Lists of feeds come from other readers and go to them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from newsreader.formats.opml import OpmlFeed, read_opml, write_opml
from newsreader.model import FormatError, clean_line, web_address


def read(body: str) -> list[tuple[str, str, str]]:
    found = read_opml(f"<opml version='1.1'><head/><body>{body}</body></opml>".encode())
    return [(feed.url, feed.title, feed.folder) for feed in found]


def test_folders_inside_folders() -> None:
    found = read_opml(b"""<?xml version="1.0" encoding="UTF-8"?>
    <opml version="2.0"><head><title>Mine</title></head><body>
      <outline text="Top" title="The top one" type="rss" xmlUrl="https://a.example/rss" htmlUrl="https://a.example/"/>
      <outline text="News"><outline text="Local &amp; near">
        <outline text="Town" xmlUrl="https://b.example/rss"/></outline>
        <outline text="World" xmlUrl="https://c.example/rss"/></outline>
      <outline text="Empty"/>
    </body></opml>""")
    assert found == (
        OpmlFeed("https://a.example/rss", "The top one", "https://a.example/"),
        OpmlFeed("https://b.example/rss", "Town", folder="News / Local & near"),
        OpmlFeed("https://c.example/rss", "World", folder="News"),
    )


@pytest.mark.parametrize(
    ("outline", "url", "title"),
    [
        ("<outline xmlurl='https://a.example/f' TEXT='A'/>", "https://a.example/f", "A"),
        ("<OUTLINE XMLURL='https://a.example/f' Title='A'/>", "https://a.example/f", "A"),
        ("<outline type='rss' url='https://a.example/f' text='A'/>", "https://a.example/f", "A"),
        ("<outline xmlUrl='feed://a.example/f' text='A'/>", "http://a.example/f", "A"),
        ("<outline xmlUrl='feed:https://a.example/f' text='A'/>", "https://a.example/f", "A"),
        ("<outline xmlUrl=' https://a.example/?x=1&copy=2 ' text='x'/>", "https://a.example/?x=1&copy=2", "x"),
        ("<outline xmlUrl='https://a.example/f' text='R&D &amp;amp; co'/>", "https://a.example/f", "R&D & co"),
        ("<outline xmlUrl='https://www.a.example/f'/>", "https://www.a.example/f", "a.example"),
        ("<outline xmlUrl='https://a.example/f' text='&lt;b&gt;'/>", "https://a.example/f", "<b>"),
        ("<outline xmlUrl='https://a.example/f' text='A&#27;]0;x'/>", "https://a.example/f", "A]0;x"),
        ("<outline xmlUrl='https://a.example/f' text='Caf&eacute;'/>", "https://a.example/f", "Café"),
    ],
)  # fmt: skip
def test_outlines_as_readers_write_them(outline: str, url: str, title: str) -> None:
    assert read(outline) == [(url, title, "")]


def test_each_address_once_and_none_that_is_not_of_the_web() -> None:
    body = (
        "<outline xmlUrl='https://a.example/f' text='First'/><outline xmlUrl='https://A.example/f' text='Again'/>"
        "<outline xmlUrl='javascript:x' text='x'/>"
        "<outline xmlUrl='file:///etc/passwd' text='y'/><outline text='z'/>"
    )
    assert read(body) == [("https://a.example/f", "First", "")]


@pytest.mark.parametrize(
    ("codec", "declared"),
    [("utf-8", "utf-8"), ("utf-8", "iso-8859-1"), ("windows-1251", "windows-1251"), ("utf-16", "utf-16")],
)
def test_encodings(codec: str, declared: str) -> None:
    body = "<opml><body><outline xmlUrl='https://a.example/' text='Ереван'/></body></opml>"
    assert read_opml(f"<?xml version='1.0' encoding='{declared}'?>{body}".encode(codec))[0].title == "Ереван"


def test_windows_bytes_without_a_word_about_them() -> None:
    data = "<opml><body><outline xmlUrl='https://a.example/' text='Café'/></body></opml>".encode("windows-1252")
    assert read_opml(data)[0].title == "Café"


def test_a_file_cut_off_keeps_what_is_there() -> None:
    assert (
        read_opml(b"<opml><body><outline xmlUrl='https://a.example/' text='A'/><outline xmlUrl='https")[0].title
        == "A"
    )


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "not an OPML"),
        (b"words", "not an OPML"),
        (b"{}", "not an OPML"),
        (b"<html><body><outline xmlUrl='https://a.example/'/></body></html>", "not an OPML"),
        (b"<rss><channel/></rss>", "not an OPML"),
        (b"<!DOCTYPE opml [<!ENTITY a 'ha'>]><opml><body><outline text='&a;'/></body></opml>", "document type"),
        (b"<?xml version='1.0'?><!doctype x SYSTEM 'file:///etc/passwd'><opml/>", "document type"),
        (b"<opml>" + b" " * 8_000_000, "too large"),
    ],
)
def test_what_is_no_list_of_feeds(data: bytes, words: str) -> None:
    with pytest.raises(FormatError, match=words):
        read_opml(data)


def test_an_empty_list_is_a_list() -> None:
    assert read("") == []
    assert read_opml(write_opml([], "Nothing")) == ()


def test_what_is_written_is_valid_opml_2() -> None:
    feeds = [
        OpmlFeed("https://a.example/f?x=1&y=2", 'A & "B" <c>', "https://a.example/", "News / Local"),
        OpmlFeed("https://b.example/f", "B"),
        OpmlFeed("https://c.example/f", "C", None, "News / Local"),
    ]
    data = write_opml(feeds, "Mine & yours\uffff")
    root = etree.fromstring(data)
    assert data.startswith(b"<?xml version='1.0' encoding='UTF-8'?>")
    assert (root.tag, root.get("version"), root.findtext("head/title")) == ("opml", "2.0", "Mine & yours")
    assert all(outline.get("text") for outline in root.iter("outline"))
    assert [outline.get("type") for outline in root.iter("outline") if outline.get("xmlUrl")] == ["rss"] * 3
    assert [len(outline) for outline in root.findall("body/outline")] == [2, 0]
    assert set(read_opml(data)) == set(feeds)


TITLES = (
    st.text(max_size=20).map(clean_line).filter(lambda text: text and "\uffff" not in text and "\ufffe" not in text)
)


@settings(max_examples=60)
@given(st.lists(st.tuples(TITLES, TITLES | st.just("")), max_size=6))
def test_what_is_written_is_read(names: list[tuple[str, str]]) -> None:
    feeds = [OpmlFeed(f"https://a.example/{n}", name, folder=folder) for n, (name, folder) in enumerate(names)]
    assert {feed.url for feed in read_opml(write_opml(feeds, "T"))} == {feed.url for feed in feeds}


@settings(max_examples=80)
@given(
    st.lists(
        st.sampled_from(
            [
                b"<opml>",
                b"<body>",
                b"<outline ",
                b"xmlUrl='https://a.example/'",
                b"text='",
                b"'/>",
                b"&",
                b"\x1b",
                b"\xff",
                b"<!--",
                b"]]>",
                b"</body>",
            ]
        )
        | st.binary(max_size=9),
        max_size=20,
    ).map(b"".join)
)
def test_any_bytes_are_a_list_or_refused(data: bytes) -> None:
    try:
        found = read_opml(data)
    except FormatError:
        return
    for feed in found:
        assert web_address(feed.url) == feed.url
        assert clean_line(feed.title) == feed.title
