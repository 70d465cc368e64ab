"""A small news site of our own writing, with the furniture that real pages have, for a loopback server."""

import struct
import zlib
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape
from random import Random

from support.loopback import Answer, Asked, Loopback, Route

NEWEST = datetime(2023, 3, 30, 8, 0, tzinfo=UTC)
SENTENCES = (
    "The ferry left at six in the morning, as it had every day since the war.",
    "Nobody on the quay could say why the bell had been taken down, or by whom.",
    "The harbourmaster keeps two clocks, one for the tide and one for the town council.",
    "In the market hall, prices for salted fish rose by a third within the week.",
    "A teacher counted the lamps along the mole with her class and wrote the number on the wall.",
    "By noon the fog had lifted, and with it went most of the arguments.",
)
FURNITURE = ("Subscribe to our newsletter", "Most read today", "All rights reserved", "Accept all cookies")


def body(number: int) -> str:
    """Return the text of article ``number``: six paragraphs, each opening with words found in it alone."""
    return "\n".join(
        f"<p>Report {number}, part {part}. {' '.join(SENTENCES[part:] + SENTENCES[:part])}</p>" for part in range(6)
    )


def page(number: int, title: str, *, pictures: Sequence[str] = ()) -> bytes:
    """Return an article's page, with navigation, cookie banner, newsletter box, aside and footer."""
    figures = "".join(
        f'<figure><img src="{src}" alt="a view" width="640" height="360"><figcaption>View {n}</figcaption></figure>'
        for n, src in enumerate(pictures)
    )
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)} | The Mole</title>
<meta property="og:title" content="{escape(title)}"><meta property="og:site_name" content="The Mole">
<meta name="author" content="Ani Sarkis"></head><body>
<div class="cookie-banner">We value your privacy. <button>{FURNITURE[3]}</button></div>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/sea">Sea</a></li></ul></nav></header>
<main><article><h1>{escape(title)}</h1><p class="byline">By Ani Sarkis</p>
<div class="entry-content">{figures}{body(number)}</div></article></main>
<aside><h2>{FURNITURE[1]}</h2><ul><li><a href="/article/1">Another story of the day</a></li></ul></aside>
<div class="newsletter"><p>{FURNITURE[0]}</p></div><footer><p>© 2023 The Mole. {FURNITURE[2]}.</p></footer>
</body></html>""".encode()


def feed(base: str, titles: Sequence[str], *, name: str = "The Mole") -> bytes:
    """Return an RSS feed of articles 0, 1, 2 … at ``base``, the first the newest, an hour apart."""
    items = "".join(
        f"<item><title>{escape(title)}</title><link>{base}article/{n}</link><guid>mole-{n}</guid>"
        f"<pubDate>{format_datetime(NEWEST - n * timedelta(hours=1))}</pubDate>"
        f"<description>{escape(f'In short: report {n}.')}</description></item>"
        for n, title in enumerate(titles)
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>'
        f"<title>{escape(name)}</title><link>{base}</link><description>News</description>{items}</channel></rss>"
    ).encode()


def png(width: int = 64, height: int = 48, shade: int = 0, *, noise: bool = False) -> bytes:
    """Return a valid PNG, another for each ``shade`` (0 to 255); one of noise is about 3 bytes a pixel."""
    random = Random(shade)
    rows = b"".join(
        b"\0" + random.randbytes(3 * width)
        if noise
        else b"\0" + bytes(v for x in range(width) for v in ((x * 4 + shade) % 256, (y * 5) % 256, shade))
        for y in range(height)
    )

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


HTML = {"Content-Type": "text/html; charset=utf-8"}
RSS = {"Content-Type": "application/rss+xml"}
PNG = {"Content-Type": "image/png"}


def open_site(server: Loopback, titles: Sequence[str] = ("Fog over the mole", "The bell is gone")) -> str:
    """Put the site on ``server`` (article 0 has two pictures); return the address of its feed, ``/feed.xml``."""
    base = server.url("/")
    routes: dict[str, Route] = {
        "/feed.xml": _validated(feed(base, titles)),
        "/": Answer(
            b'<html><head><title>The Mole</title><link rel="alternate" type="application/rss+xml" '
            b'href="/feed.xml"></head><body><p>Front page</p></body></html>',
            headers=HTML,
        ),
    }
    for number, title in enumerate(titles):
        pictures = ["/picture/1.png", "/picture/2.png"] if number == 0 else []
        routes[f"/article/{number}"] = Answer(page(number, title, pictures=pictures), headers=HTML)
    for number in (1, 2):
        routes[f"/picture/{number}.png"] = Answer(png(shade=60 * number), headers=PNG)
    server.routes.update(routes)
    return server.url("/feed.xml")


def _validated(data: bytes) -> Route:
    tag = f'"{zlib.crc32(data):x}"'

    def answer(asked: Asked) -> Answer:
        if asked.headers.get("if-none-match") == tag:
            return Answer(status=304, headers={"ETag": tag})
        return Answer(data, headers=RSS | {"ETag": tag})

    return answer
