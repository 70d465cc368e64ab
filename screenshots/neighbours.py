"""Newspapers beside the built-in edition, for pictures with several sources: small feeds with whole texts.

They have names of their own and yet need no network: a proxy on 127.0.0.1 answers for them all.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import format_datetime
from html import escape
from urllib.parse import urlsplit

from newsreader.demo.answer import Answer
from newsreader.demo.server import Server


@dataclass(frozen=True)
class Paper:
    """A newspaper: its host, its name, the folder to put it in, and its stories by their titles, newest first."""

    host: str
    name: str
    folder: str
    stories: Mapping[str, str]

    @property
    def url(self) -> str:
        """The front page, which names the feed."""
        return f"http://{self.host}/"


PAPERS = (
    Paper(
        "bell.example",
        "The Harbour Bell",
        "Sea",
        {
            "Fog over the mole, and a bell that nobody rings": "The fog came in at six and stayed for breakfast. "
            "The bell on the mole rang through all of it, though its rope has been in the museum since spring.",
            "The ferry has a new timetable; the sea has not read it": "From Monday on the first boat leaves at "
            "half past six. The tide, asked for its opinion, will be there at ten to seven.",
        },
    ),
    Paper(
        "hill.example",
        "Hill Station Weather Notes",
        "Science",
        {"A cloud that stayed a week": "It lay on the ridge on Friday and was still there on Thursday, thinner."},
    ),
    Paper(
        "corner.example",
        "Corner Shop Economist",
        "Town",
        {
            "What a loaf costs when nobody is looking": "Bread is a third dearer on market days. We stood in the "
            "queue for a month to find out why.",
            "Two kiosks, one street and a price war over pencils": "It began with a sign. It ended with pencils "
            "for nothing, as long as you bought the rubber.",
        },
    ),
)


@contextmanager
def neighbours(now: Callable[[], datetime]) -> Iterator[str]:
    """Serve the papers, dated back from ``now``; give the address of the proxy, for ``HTTP_PROXY``."""
    papers = {paper.host: paper for paper in PAPERS}
    opened = now()

    def answer(target: str, headers: Mapping[str, str]) -> Answer:
        asked = urlsplit(target)
        paper = papers.get(asked.hostname or "")
        if paper is None:
            return Answer(b"", status=404)
        if asked.path == "/feed":
            return Answer(_feed(paper, opened), "application/rss+xml; charset=utf-8")
        return Answer(_page(paper, asked.path))

    server = Server()
    server.start(answer)
    try:
        yield server.url
    finally:
        server.stop()


@contextmanager
def asked_by_this_process(now: Callable[[], datetime]) -> Iterator[None]:
    """Serve the papers to whatever this process fetches."""
    with neighbours(now) as proxy:
        os.environ["HTTP_PROXY"] = proxy
        try:
            yield
        finally:
            del os.environ["HTTP_PROXY"]


def _feed(paper: Paper, opened: datetime) -> bytes:
    items = "".join(
        f"<item><title>{escape(title)}</title><link>{paper.url}{number}</link>"
        f"<pubDate>{format_datetime(opened - timedelta(minutes=17 + 90 * number))}</pubDate>"
        f"<description>{escape(text)}</description></item>"
        for number, (title, text) in enumerate(paper.stories.items(), 1)
    )
    return f'<rss version="2.0"><channel><title>{escape(paper.name)}</title>{items}</channel></rss>'.encode()


def _page(paper: Paper, path: str) -> bytes:
    number = path.strip("/")
    title, text = list(paper.stories.items())[int(number) - 1] if number.isdecimal() else (paper.name, "")
    return (
        f'<html lang="en"><head><title>{escape(title)}</title><link rel="alternate" type="application/rss+xml" '
        f'href="/feed"></head><body><article><h1>{escape(title)}</h1><p>{escape(text)}</p></article></body></html>'
    ).encode()
