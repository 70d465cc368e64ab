"""Where what a page embeds is by itself: the address in a frame, or the number that stands for it."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qs

from lxml.html import HtmlElement

SOURCES = (
    "src",
    "data-src",
    "data-lazy-src",
    "data-cmp-src",
    "data-cookieblock-src",
    "data-oembed-url",
    "data-href",
)
"""Attributes that hold the address, the plain one first; the others wait for a script or for consent."""

_PLAYERS = {
    "youtube": "https://www.youtube.com/watch?v=", "vimeo": "https://vimeo.com/",
    "dailymotion": "https://www.dailymotion.com/video/", "twitter": "https://twitter.com/i/status/",
    "instagram": "https://www.instagram.com/p/", "tiktok": "https://www.tiktok.com/embed/v2/",
}  # fmt: skip
"""Where a film or a post is by itself: the address before its number."""

_NUMBERS = (
    "data-videoid", "data-tweetid", "data-shortcode", "videoid", "data-youtube-id", "data-youtube", "data-yt-id",
    "data-video-id", "data-id",
)  # fmt: skip
_NUMBER = re.compile(r"^[\w-]{5,24}$")
_PLACED = re.compile(r"^(?:amp|lite)-(?:youtube|vimeo|dailymotion|twitter|instagram|tiktok|facebook|video|audio)$")
_NAMED = re.compile(r"(?:^|[\s_-])(youtube|vimeo|dailymotion)(?:$|[\s_-])|(?:^|\s)fb-(?:post|video)(?:$|\s)")

_SURE = ("data-youtube-id", "data-yt-id", "data-oembed-url")
_MAYBE_PLACED = (
    "//*[@videoid or @data-videoid or @data-tweetid or @data-shortcode or @data-youtube-id or @data-yt-id"
    " or @data-oembed-url or @data-href or contains(@class,'youtube')]"
)

_LONGEST_LABEL = 200
"""Characters in an element that stands for a film; one with more is about it."""

_OWN_PAGES = (
    (re.compile(r"youtube(?:-nocookie)?\.com/(?:embed|v|shorts)/([\w-]{11})"), _PLAYERS["youtube"]),
    (re.compile(r"player\.vimeo\.com/video/(\d+)"), _PLAYERS["vimeo"]),
    (re.compile(r"dailymotion\.com/embed/video/(\w+)"), _PLAYERS["dailymotion"]),
    (re.compile(r"twitter\.com/embed/\S*[?&]id=(\d+)"), _PLAYERS["twitter"]),
    (re.compile(r"^((?:https?:)?//\S+?/p/[\w-]+)/embed\b"), ""),
    (re.compile(r"^((?:https?:)?//\S+?/@\w+/\d+)/embed\b"), ""),
)
"""Addresses of players, and where what they play is by itself."""


def frame_address(elem: HtmlElement) -> str:
    """Return the address of what a frame or a player shows, as the page tells it; empty without one."""
    for each in (elem, *elem.iterchildren("source", "embed")):
        for name in (*SOURCES, "data"):
            told = (each.get(name) or "").strip()
            if told and not told.startswith(("data:", "about:", "javascript:", "blob:")):
                return _own_page(told)
    return ""


def _own_page(address: str) -> str:
    """Return where what is played at ``address`` is by itself, as far as its address tells."""
    for pattern, start in _OWN_PAGES:
        if found := pattern.search(address):
            return start + found[1]
    query = parse_qs(address.partition("?")[2]) if "url=" in address or "href=" in address else {}
    told = [value for name in ("href", "url") for value in query.get(name, ()) if value.startswith("http")]
    return told[0] if told else address


def placed_players(root: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """Yield the elements of other names that stand for a film or a post, with the address that they tell."""
    for elem in root.xpath(_MAYBE_PLACED):
        placed, named = _PLACED.match(elem.tag), _NAMED.search(elem.get("class") or "")
        known = placed or named or any(elem.get(name) for name in _SURE)
        if not known or elem.tag in {"iframe", "blockquote"} or elem.find(".//iframe") is not None:
            continue
        if len(elem.text_content()) > _LONGEST_LABEL:
            continue
        if address := frame_address(elem) or _numbered(elem, placed, named):
            yield elem, address


def _numbered(elem: HtmlElement, placed: re.Match[str] | None, named: re.Match[str] | None) -> str:
    """Return the address that the number of a film or a post stands for, or an empty string."""
    player = elem.tag.partition("-")[2] if placed else named[1] if named else "youtube"
    number = next((told for name in _NUMBERS if (told := elem.get(name)) and _NUMBER.match(told)), None)
    return _PLAYERS[player] + number if number and player in _PLAYERS else ""
