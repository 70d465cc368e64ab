"""Atom 1.0 and 0.3 are read field by field."""

import base64
from datetime import UTC, datetime

import pytest

from newsreader.feeds import parse_feed
from newsreader.model import Enclosure, ParsedEntry, ParsedFeed

URL = "https://paper.example/feeds/atom.xml"
SPACE = "http://www.w3.org/2005/Atom"
OLD_SPACE = "http://purl.org/atom/ns#"


def parse(text: str) -> ParsedFeed:
    return parse_feed(text.encode(), URL)


def entry(inside: str, *, space: str = SPACE, around: str = "", attributes: str = "") -> ParsedEntry:
    feed = parse(f"<feed xmlns='{space}' {attributes}>{around}<entry>{inside}</entry></feed>")
    assert len(feed.entries) == 1
    return feed.entries[0]


def test_atom_1() -> None:
    feed = parse("""<?xml version="1.0"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0" xml:lang="fr-CA">
      <title type="html">Le &amp;lt;Port&amp;gt;</title><subtitle>Nouvelles</subtitle>
      <link rel="self" href="atom.xml"/><link href="/"/>
      <id>urn:feed</id><updated>2023-03-30T10:00:00Z</updated><author><name>Rédaction</name></author>
      <entry>
        <title>Un titre</title><id>urn:uuid:1</id>
        <link rel="alternate" type="application/json" href="/1.json"/>
        <link rel="alternate" type="text/html" href="/1.html"/>
        <link rel="replies" type="application/atom+xml" href="/1/replies.atom"/>
        <link rel="replies" type="text/html" href="/1.html#replies"/>
        <link rel="enclosure" type="audio/ogg" href="/1.ogg" length="9"/>
        <published>2023-03-29T22:10:00-03:00</published><updated>2023-03-30T08:00:00.25Z</updated>
        <author><name>Anne</name></author><author><name>Marc</name></author>
        <summary>Court &amp; bon</summary>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Tout <b>ici</b></p></div></content>
      </entry>
      <entry><title>Deux</title><id>https://paper.example/2</id><updated>2023-03-30T08:00:00Z</updated></entry>
    </feed>""")
    assert (feed.title, feed.description, feed.language) == ("Le <Port>", "Nouvelles", "fr-CA")
    assert feed.site_url == "https://paper.example/"
    assert feed.entries[0] == ParsedEntry(
        guid="urn:uuid:1",
        title="Un titre",
        url="https://paper.example/1.html",
        author="Anne, Marc",
        published=datetime(2023, 3, 30, 1, 10, tzinfo=UTC),
        updated=datetime(2023, 3, 30, 8, tzinfo=UTC),
        summary="Court &amp; bon",
        content="<p>Tout <b>ici</b></p>",
        comments_url="https://paper.example/1.html#replies",
        enclosures=(Enclosure("https://paper.example/1.ogg", "audio/ogg", 9),),
    )
    assert (feed.entries[1].author, feed.entries[1].url) == ("Rédaction", "https://paper.example/2")
    assert feed.entries[1].published is None


def test_atom_0_3() -> None:
    feed = parse("""<feed version="0.3" xmlns="http://purl.org/atom/ns#">
      <title mode="escaped">A &lt;i&gt;feed&lt;/i&gt;</title>
      <tagline>words</tagline><link rel="alternate" type="text/html" href="https://old.example/"/>
      <entry><title>One</title><id>tag:1</id><issued>2003-12-31T10:14:55-08:00</issued>
      <modified>2004-01-01T10:00:00Z</modified><link rel="alternate" type="text/html" href="https://old.example/1"/>
      <content type="text/html" mode="escaped">&lt;p&gt;Hi&lt;/p&gt;</content></entry></feed>""")
    assert (feed.title, feed.description, feed.site_url) == ("A feed", "words", "https://old.example/")
    (one,) = feed.entries
    assert (one.title, one.content, one.url) == ("One", "<p>Hi</p>", "https://old.example/1")
    assert one.published == datetime(2003, 12, 31, 18, 14, 55, tzinfo=UTC)
    assert one.updated == datetime(2004, 1, 1, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("<title>1 &lt; 2 &amp; 3</title>", "1 < 2 & 3"),
        ("<title>Use &lt;b&gt; well</title>", "Use <b> well"),
        ("<title type='html'>A &lt;b&gt;bold&lt;/b&gt; move</title>", "A bold move"),
        ("<title type='html'>AT&amp;amp;T</title>", "AT&T"),
        ("<title type='html'>AT&amp;amp;amp;T</title>", "AT&T"),
        ("<title>It&amp;#8217;s</title>", "It’s"),
        ("<title type='html'>The &lt;template&gt; element</title>", "The <template> element"),
        (
            "<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>In <em>x</em>html</div></title>",
            "In xhtml",
        ),
        ("<title>\n  Two\n  lines\t</title>", "Two lines"),
        ("<title type='html'><![CDATA[A<br>B]]></title>", "A B"),
    ],
)
def test_titles_are_one_clean_line(title: str, line: str) -> None:
    assert entry(f"{title}<id>1</id>").title == line


@pytest.mark.parametrize(
    ("content", "html"),
    [
        ("<content>a &lt; b</content>", "a &lt; b"),
        ("<content type='html'>&lt;p&gt;a&lt;/p&gt;</content>", "<p>a</p>"),
        ("<content type='text/html'><![CDATA[<p>a</p>]]></content>", "<p>a</p>"),
        ("<content type='html'>&lt;div&gt;a&lt;/div&gt;</content>", "<div>a</div>"),
        ("<content type='text/plain'>&lt;tag&gt;</content>", "&lt;tag&gt;"),
        (
            f"<content type='application/octet-stream'>{base64.b64encode(b'<p>in</p>').decode()}</content>",
            "<p>in</p>",
        ),
        (f"<content type='image/png'>{base64.b64encode(bytes(range(256))).decode()}</content>", ""),
        ("<content type='image/png' src='https://a.example/x.png'/>", ""),
    ],
)
def test_content_by_its_type(content: str, html: str) -> None:
    assert entry(f"<id>1</id>{content}").content == html


def test_xml_base_is_where_relative_addresses_start() -> None:
    found = entry(
        "<id>1</id><link href='one'/><content type='html' xml:base='deep/'>"
        '&lt;img src="a.jpg"&gt;'
        "&lt;a href='#note'&gt;n&lt;/a&gt;&lt;a href='//c.example/'&gt;c&lt;/a&gt;</content>",
        attributes="xml:base='https://base.example/x/'",
    )
    assert found.url == "https://base.example/x/one"
    assert found.content == (
        "<img src=\"https://base.example/x/deep/a.jpg\"><a href='#note'>n</a><a href='https://c.example/'>c</a>"
    )


def test_the_author_of_the_source_comes_before_that_of_the_feed() -> None:
    around = "<author><name>Feed</name></author>"
    assert entry("<id>1</id>", around=around).author == "Feed"
    assert (
        entry("<id>1</id><source><author><name>Source</name></author></source>", around=around).author == "Source"
    )


def test_media_of_a_video_entry() -> None:
    found = entry(
        "<id>v</id><title>Film</title><m:group xmlns:m='http://search.yahoo.com/mrss/'><m:title>Film</m:title>"
        "<m:content url='https://v.example/x' type='application/x-shockwave-flash'/>"
        "<m:thumbnail url='https://v.example/t.jpg'/><m:description>What it shows</m:description></m:group>"
    )
    assert (found.image_url, found.summary) == ("https://v.example/t.jpg", "What it shows")


def test_an_entry_alone_and_a_feed_without_namespace() -> None:
    alone = parse(f"<entry xmlns='{SPACE}'><title>Alone</title><id>1</id></entry>")
    assert [one.title for one in alone.entries] == ["Alone"]
    bare = parse("<feed><title>F</title><entry><title>Bare</title><link href='/b'/></entry></feed>")
    assert (bare.title, bare.entries[0].url) == ("F", "https://paper.example/b")


def test_an_empty_feed_is_a_feed() -> None:
    assert parse(f"<feed xmlns='{SPACE}'><title>Nothing yet</title></feed>").entries == ()
    assert entry("<title>x</title>", space=OLD_SPACE).title == "x"
