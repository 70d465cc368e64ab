"""RSS of every version is read field by field."""

from datetime import UTC, datetime, timedelta

import pytest

from newsreader.feeds import parse_feed
from newsreader.model import Enclosure, ParsedEntry, ParsedFeed

URL = "https://paper.example/feeds/main.xml"


def parse(text: str) -> ParsedFeed:
    return parse_feed(text.encode(), URL)


def item(inside: str, *, modules: str = "") -> ParsedEntry:
    """Return the one entry of an RSS 2.0 feed with ``inside`` in its item."""
    feed = parse(f"<rss version='2.0' {modules}><channel><title>T</title><item>{inside}</item></channel></rss>")
    assert len(feed.entries) == 1
    return feed.entries[0]


def test_rss_2_with_its_usual_modules() -> None:
    feed = parse("""<?xml version="1.0" encoding="UTF-8"?>
    <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"
      xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/"
      xmlns:wfw="http://wellformedweb.org/CommentAPI/" xmlns:media="http://search.yahoo.com/mrss/">
    <channel>
      <title>The Harbour &amp; Hill</title>
      <link>https://paper.example/</link>
      <atom:link href="https://paper.example/feeds/main.xml" rel="self" type="application/rss+xml"/>
      <description>News of a <b>small</b> town</description><language>en-GB</language><ttl>90</ttl>
      <image><url>https://paper.example/logo.png</url><title>Logo</title><link>https://paper.example/logo</link></image>
      <item>
        <title>Ferry runs again</title>
        <link>https://paper.example/ferry</link>
        <guid isPermaLink="false">tag-17</guid>
        <pubDate>Thu, 30 Mar 2023 09:30:00 +0400</pubDate>
        <dc:creator>Ani Petrosyan</dc:creator><dc:creator>Lev Orlov</dc:creator>
        <description>&lt;p&gt;Short.&lt;/p&gt;</description>
        <content:encoded><![CDATA[<p>The whole <em>story</em> &amp; more.</p>]]></content:encoded>
        <comments>https://paper.example/ferry#comments</comments>
        <slash:comments>12</slash:comments>
        <wfw:commentRss>https://paper.example/ferry/feed</wfw:commentRss>
        <media:thumbnail url="/small.jpg" width="120"/>
        <enclosure url="https://paper.example/ferry.mp3" type="audio/mpeg" length="123456"/>
      </item>
    </channel></rss>""")
    assert feed == ParsedFeed(
        title="The Harbour & Hill",
        site_url="https://paper.example/",
        language="en-GB",
        description="News of a small town",
        ttl=timedelta(minutes=90),
        entries=(
            ParsedEntry(
                guid="tag-17",
                title="Ferry runs again",
                url="https://paper.example/ferry",
                author="Ani Petrosyan, Lev Orlov",
                published=datetime(2023, 3, 30, 5, 30, tzinfo=UTC),
                summary="<p>Short.</p>",
                content="<p>The whole <em>story</em> &amp; more.</p>",
                image_url="https://paper.example/small.jpg",
                comments_url="https://paper.example/ferry#comments",
                enclosures=(Enclosure("https://paper.example/ferry.mp3", "audio/mpeg", 123456),),
            ),
        ),
    )


RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="{space}"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
<channel rdf:about="https://paper.example/"><title>Old paper</title><link>https://paper.example/</link>
  <description>d</description><sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>
  <dc:language>hy</dc:language></channel>
<item rdf:about="https://paper.example/one"><title>One</title><link>https://paper.example/one</link>
  <description>First</description><dc:date>2004-05-28T11:31:00+02:00</dc:date><dc:creator>A. Writer</dc:creator>
</item>
</rdf:RDF>"""


@pytest.mark.parametrize(
    "space",
    [
        "http://purl.org/rss/1.0/",
        "http://my.netscape.com/rdf/simple/0.9/",
        "http://channel.netscape.com/rdf/simple/0.9/",
    ],
)
def test_rdf_with_items_beside_the_channel(space: str) -> None:
    feed = parse(RDF.replace("{space}", space))
    assert (feed.title, feed.site_url, feed.language) == ("Old paper", "https://paper.example/", "hy")
    assert feed.ttl == timedelta(hours=6)
    (entry,) = feed.entries
    assert (entry.guid, entry.url, entry.title) == ("https://paper.example/one", "https://paper.example/one", "One")
    assert (entry.author, entry.summary) == ("A. Writer", "First")
    assert entry.published == datetime(2004, 5, 28, 9, 31, tzinfo=UTC)


@pytest.mark.parametrize("version", ["0.91", "0.92", "0.93", "0.94", "2.0"])
@pytest.mark.parametrize("space", ["", "http://backend.userland.com/rss2", "http://www.w3.org/2005/Atom"])
def test_plain_rss_whatever_namespace_it_was_given(version: str, space: str) -> None:
    feed = parse(
        f"<rss version='{version}' xmlns='{space}'><channel><title>T</title><link>/home</link>"
        "<item><title>Only</title><link>one.html</link><description>D</description></item></channel></rss>"
    )
    assert (feed.title, feed.site_url) == ("T", "https://paper.example/home")
    (entry,) = feed.entries
    assert (entry.title, entry.url, entry.summary) == ("Only", "https://paper.example/feeds/one.html", "D")


def test_names_in_capitals_and_a_prefix_on_everything() -> None:
    loud = parse(
        "<RSS><CHANNEL><TITLE>T</TITLE><ITEM><TITLE>A</TITLE><PUBDATE>1 Jan 2004</PUBDATE></ITEM></CHANNEL></RSS>"
    )
    assert [(e.title, e.published) for e in loud.entries] == [("A", datetime(2004, 1, 1, tzinfo=UTC))]
    prefixed = parse("<r:rss xmlns:r='urn:x'><r:channel><r:item><r:title>B</r:title></r:item></r:channel></r:rss>")
    assert [e.title for e in prefixed.entries] == ["B"]


def test_channel_definition_format() -> None:
    feed = parse(
        '<CHANNEL HREF="https://cdf.example/"><TITLE>C</TITLE><ITEM HREF="/1"><TITLE>First</TITLE></ITEM></CHANNEL>'
    )
    assert (feed.site_url, feed.entries[0].url) == ("https://cdf.example/", "https://paper.example/1")


@pytest.mark.parametrize(
    ("inside", "url", "guid"),
    [
        ("<guid>https://a.example/1</guid>", "https://a.example/1", "https://a.example/1"),
        ("<guid isPermaLink='false'>https://a.example/1</guid>", None, "https://a.example/1"),
        ("<guid>4711</guid>", None, "4711"),
        ("<link/><guid>https://a.example/2</guid>", "https://a.example/2", "https://a.example/2"),
        ("<link> https://a.example/3\n </link>", "https://a.example/3", "https://a.example/3"),
        ("<link>javascript:alert(1)</link><guid>g</guid>", None, "g"),
        ("<link>//b.example/x y</link>", "https://b.example/x%20y", "https://b.example/x%20y"),
        (
            "<link><![CDATA[https://a.example/?a=1&b=2]]></link>",
            "https://a.example/?a=1&b=2",
            "https://a.example/?a=1&b=2",
        ),
        ("<link>https://u:p@a.example/4</link>", "https://a.example/4", "https://a.example/4"),
    ],
)
def test_where_an_item_leads(inside: str, url: str | None, guid: str) -> None:
    entry = item(f"<title>T</title>{inside}")
    assert (entry.url, entry.guid) == (url, guid)


def test_an_atom_link_stands_in_for_a_missing_one() -> None:
    entry = item(
        "<atom:link rel='self' href='/self'/><atom:link href='/page'/>",
        modules="xmlns:atom='http://www.w3.org/2005/Atom'",
    )
    assert entry.url == "https://paper.example/page"


@pytest.mark.parametrize(
    ("inside", "author"),
    [
        ("<author>desk@paper.example (Ani Petrosyan)</author>", "Ani Petrosyan"),
        ("<author>Ani Petrosyan &lt;desk@paper.example&gt;</author>", "Ani Petrosyan"),
        ("<author>Ani Petrosyan</author>", "Ani Petrosyan"),
        ("<author>desk@paper.example</author>", "desk@paper.example"),
        ("<author><name>Ani</name><email>desk@paper.example</email></author>", "Ani"),
        ("<itunes:author>The Desk</itunes:author>", "The Desk"),
        ("<author>x</author><dc:creator>Ani</dc:creator><dc:creator>Ani</dc:creator>", "Ani"),
    ],
)
def test_who_wrote_an_item(inside: str, author: str) -> None:
    modules = (
        "xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'"
    )
    assert item(inside, modules=modules).author == author


@pytest.mark.parametrize(
    ("inside", "image"),
    [
        (("<media:content url='/a.png' medium='image' width='9'/>"
         "<media:content url='/b.png' type='image/png' width='46'/>"), "/b.png"),
        ("<media:thumbnail url='/t.jpg' width='900'/><media:content url='/c.jpg' medium='image'/>", "/c.jpg"),
        (("<media:group><media:content url='/v' type='video/x'/>"
         "<media:thumbnail url='/t.jpg'/></media:group>"), "/t.jpg"),
        ("<media:content url='/v.mp4' medium='video'><media:thumbnail url='/in.jpg'/></media:content>", "/in.jpg"),
        ("<media:content url='/bare.webp'/>", "/bare.webp"),
        ("<enclosure url='/e.png' type='image/png' length='1'/>", "/e.png"),
        ("<enclosure url='/e.mp3' type='audio/mpeg'/><itunes:image href='/cover.jpg'/>", "/cover.jpg"),
        ("<image><url>/i.gif</url></image>", "/i.gif"),
        ("<image>/j.gif</image>", "/j.gif"),
        ("<media:thumbnail url='javascript:x'/>", None),
        ("<media:content url='/song.mp3' type='audio/mpeg'/>", None),
    ],
)  # fmt: skip
def test_the_picture_of_an_item(inside: str, image: str | None) -> None:
    modules = (
        "xmlns:media='http://search.yahoo.com/mrss/' xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'"
    )
    entry = item(f"<title>T</title>{inside}", modules=modules)
    assert entry.image_url == (f"https://paper.example{image}" if image else None)


def test_a_podcast_episode() -> None:
    entry = item(
        "<title>Ep. 1</title><itunes:summary>What &amp;amp; why</itunes:summary>"
        "<enclosure url='https://pod.example/1.mp3' type='Audio/MPEG' length='zero'/>",
        modules="xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'",
    )
    assert (entry.summary, entry.url) == ("What &amp; why", None)
    assert entry.enclosures == (Enclosure("https://pod.example/1.mp3", "audio/mpeg", None),)
    assert entry.guid


def test_markup_that_nobody_escaped_is_kept_as_html() -> None:
    entry = item(
        "<title>A <b>bold</b> word</title><description>So <a href='/x'>it</a> is<br/>here &amp; more</description>"
    )
    assert entry.title == "A bold word"
    assert entry.summary == 'So <a href="/x">it</a> is<br>here &amp; more'


def test_xhtml_bodies_lose_their_prefix() -> None:
    entry = item(
        "<h:body><h:p>Hi <h:em>you</h:em></h:p></h:body>", modules="xmlns:h='http://www.w3.org/1999/xhtml'"
    )
    assert entry.content == "<p>Hi <em>you</em></p>"
    assert entry.title == "Hi you"


def test_an_item_of_another_namespace_is_no_headline() -> None:
    feed = parse(
        "<rss xmlns:x='urn:shop'><channel><item><title>Real</title>"
        "<x:item><x:title>No</x:title></x:item></item></channel></rss>"
    )
    assert [entry.title for entry in feed.entries] == ["Real"]


def test_a_title_is_made_of_the_text_when_there_is_none() -> None:
    entry = item(
        "<description>&lt;p&gt;" + "Word " * 60 + "&lt;/p&gt;&lt;script&gt;no()&lt;/script&gt;</description>"
    )
    assert entry.title.startswith("Word Word")
    assert entry.title.endswith("Word…")
    assert len(entry.title) <= 91
    assert item("<link>https://a.example/2023/the-last-boat.html</link>").title == "the-last-boat.html"
    assert item("<link>https://www.a.example/</link>").title == "a.example"
    assert item("<pubDate>1 Jan 2004</pubDate>").title == "Untitled"


def test_names_are_stable_and_part_what_shares_one() -> None:
    said = "<description>The same words</description>"
    assert item(said).guid == item(said).guid != item("<description>Other words</description>").guid
    shared = "".join(
        f"<item><guid isPermaLink='false'>0</guid><link>https://a.example/{n}</link></item>" for n in "12"
    )
    feed = parse(f"<rss><channel>{shared}</channel></rss>")
    assert [entry.guid for entry in feed.entries] == ["https://a.example/1", "https://a.example/2"]
    long = item(f"<guid>{'x' * 4000}1</guid>").guid, item(f"<guid>{'x' * 4000}2</guid>").guid
    assert long[0] != long[1]
    assert max(map(len, long)) <= 500


def test_at_most_a_thousand_entries() -> None:
    many = parse("<rss><channel>" + "<item><title>x</title></item>" * 1001 + "</channel></rss>")
    assert (len(many.entries), many.truncated) == (1000, True)
    just = parse("<rss><channel>" + "<item><title>x</title></item>" * 1000 + "</channel></rss>")
    assert (len(just.entries), just.truncated) == (1000, False)


@pytest.mark.parametrize(
    ("inside", "ttl"),
    [
        ("<ttl>60</ttl>", timedelta(hours=1)),
        ("<ttl>0</ttl>", None),
        ("<ttl>-5</ttl>", None),
        ("<ttl>soon</ttl>", None),
        ("<ttl>999999999</ttl>", timedelta(days=366)),
        ("<sy:updatePeriod> hourly </sy:updatePeriod>", timedelta(hours=1)),
        ("<sy:updatePeriod>weekly</sy:updatePeriod><sy:updateFrequency>7</sy:updateFrequency>", timedelta(days=1)),
        ("<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>", timedelta(days=1)),
        ("", None),
    ],
)
def test_how_long_a_feed_asks_to_be_left_alone(inside: str, ttl: timedelta | None) -> None:
    space = "xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'"
    assert parse(f"<rss {space}><channel>{inside}<item><title>t</title></item></channel></rss>").ttl == ttl
