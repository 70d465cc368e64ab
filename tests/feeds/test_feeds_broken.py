"""Feeds with mistakes in them lose nothing that could be read."""

import pytest

from newsreader.feeds import parse_feed
from newsreader.model import FeedError, ParsedFeed

URL = "https://paper.example/feed"
ITEM = "<item><title>Title {n}</title><link>https://a.example/{n}</link><description>Text {n}</description></item>"
WHOLE = (
    "<rss version='2.0'><channel><title>T</title>"
    + "".join(ITEM.replace("{n}", n) for n in "123")
    + "</channel></rss>"
)


def parse(text: str) -> ParsedFeed:
    return parse_feed(text.encode(), URL)


def titles(text: str) -> list[str]:
    return [entry.title for entry in parse(text).entries]


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff\n\n  " + WHOLE,
        "<br />\n<b>Warning</b>: include() failed in /srv/www on line 3<br />\n<?xml version='1.0'?>" + WHOLE,
        "junk & more <?xml version='1.0' encoding='utf-8'?>" + WHOLE,
        "<!-- cached --><?xml version='1.0'?>" + WHOLE,
        "<?xml version='1.0'?><?xml-stylesheet href='x.xsl'?><!DOCTYPE rss PUBLIC '-//Netscape//DTD RSS 0.91//EN' "
        "'http://my.netscape.com/publish/formats/rss-0.91.dtd'>" + WHOLE,
        "<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0//EN' 'http://www.w3.org/x.dtd'>" + WHOLE,
        WHOLE + "<!-- generated in 0.1 s --><script>track()</script>",
        WHOLE.replace("Text 2", "Text\x00 \x0b\x1f2"),
        WHOLE.replace("version='2.0'", "version=2.0"),
        WHOLE.replace("<channel>", "<channel><media:thumbnail url='/x.jpg'/>"),
        WHOLE.replace("</channel></rss>", ""),
    ],
)
def test_what_stands_around_and_between(text: str) -> None:
    assert titles(text) == ["Title 1", "Title 2", "Title 3"]


@pytest.mark.parametrize("cut", range(60, len(WHOLE), 17))
def test_a_feed_cut_off_anywhere_keeps_what_came_before(cut: int) -> None:
    whole = WHOLE[:cut].count("</item>")
    try:
        found = titles(WHOLE[:cut])
    except FeedError:
        assert whole == 0
    else:
        assert found[:whole] == ["Title 1", "Title 2", "Title 3"][:whole]


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Caf&eacute; &mdash; noir&nbsp;!", "Café — noir !"),
        ("Salt & Pepper", "Salt & Pepper"),
        ("R&D &unknown; x", "R&D &unknown; x"),
        ("A&#0;B&#27;C&#x1F600;D&#XE9;&#xFFFFFF;", "ABC😀Dé"),
        ("Smart &#147;quotes&#148;", "Smart “quotes”"),
        ("<![CDATA[A & B &amp; <i>C</i>]]>", "A & B & C"),
        ("&own; word", "My word"),
    ],
)
def test_entities_that_xml_does_not_know(title: str, line: str) -> None:
    text = f"<!DOCTYPE rss [<!ENTITY own 'My'>]><rss><channel><item><title>{title}</title></item></channel></rss>"
    assert titles(text) == [line]


def test_ampersands_in_cdata_and_links_stay_as_they_are() -> None:
    entry = parse(
        "<rss><channel><item><title>a & b</title><link><![CDATA[https://a.example/?x=1&y=2]]></link>"
        "<guid>https://a.example/?x=1&amp;y=2</guid><comments>https://a.example/?x=1&y=2#c</comments></item></channel></rss>"
    ).entries[0]
    assert entry.url == entry.guid == "https://a.example/?x=1&y=2"
    assert entry.comments_url == "https://a.example/?x=1&y=2#c"


def test_well_known_prefixes_need_no_declaration() -> None:
    entry = parse(
        "<rss><channel><item><title>t</title><dc:creator>Ani</dc:creator>"
        "<content:encoded><![CDATA[<p>All</p>]]></content:encoded><media:thumbnail url='https://a.example/t.jpg'/>"
        "</item></channel></rss>"
    ).entries[0]
    assert (entry.author, entry.content, entry.image_url) == ("Ani", "<p>All</p>", "https://a.example/t.jpg")


def test_unclosed_html_does_not_swallow_the_entries_that_follow() -> None:
    text = WHOLE.replace("Text 1", "Text<br>1<p>more<img src='x'>").replace("Text 2", "a </b> b")
    feed = parse(text)
    assert [(e.title, e.url) for e in feed.entries] == [(f"Title {n}", f"https://a.example/{n}") for n in "123"]
    assert "more" in feed.entries[0].summary


def test_a_second_reading_keeps_authors_dates_and_files() -> None:
    entry = parse(
        "<rss><channel><title>T</title><link>/home</link><item><title>Ep</b>isode</title>"
        "<guid isPermaLink='false'>g</guid>"
        "<author>desk@a.example (Ani)</author><pubDate>30 mars 2023 10:00 CET</pubDate><link>/ep</link>"
        "<comments>/ep#c</comments><enclosure url='/ep.mp3' type='audio/mpeg' length='7'/></item></channel></rss>"
    ).entries[0]
    assert (entry.guid, entry.url, entry.author) == ("g", "https://paper.example/ep", "Ani")
    assert entry.comments_url == "https://paper.example/ep#c"
    assert entry.published is not None
    assert entry.published.isoformat() == "2023-03-30T09:00:00+00:00"
    assert [(file.url, file.length) for file in entry.enclosures] == [("https://paper.example/ep.mp3", 7)]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "there is nothing in it"),
        (b"\xef\xbb\xbf \n", "there is nothing in it"),
        (b"<!DOCTYPE html><html><head><title>Home</title></head></html>", "is a web page, not a feed"),
        (
            b"<?xml version='1.0'?><!DOCTYPE html><html xmlns='http://www.w3.org/1999/xhtml'/>",
            "is a web page, not a feed",
        ),
        (b"<div><p>Not found</p></div>", "is a web page, not a feed"),
        (b"<opml version='2.0'><body><outline xmlUrl='https://a.example'/></body></opml>", "is an OPML list"),
        (b"<urlset><url><loc>https://a.example/</loc></url></urlset>", "is a sitemap"),
        (b"<note><to>you</to></note>", "neither RSS nor Atom nor JSON Feed"),
        (b"Just words.", "neither RSS nor Atom nor JSON Feed"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "neither RSS nor Atom nor JSON Feed"),
        (b"<order><item/></order>", "not a feed that can be read"),
    ],
)
def test_what_is_said_of_other_things(data: bytes, words: str) -> None:
    with pytest.raises(FeedError, match=words) as raised:
        parse_feed(data, URL)
    assert str(raised.value).startswith(f"{URL}: this is ") or "nothing in it" in words
