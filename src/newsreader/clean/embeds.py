"""Films, sounds, posts and charts that a page embeds, whatever the markup: each one link that names what it is."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from newsreader.clean.links import link_address
from newsreader.clean.players import SOURCES, frame_address, placed_players
from newsreader.model import Paragraph, Span, clean_line, shown_host

_FRAMES = ("iframe", "amp-iframe", "video", "amp-video", "audio", "amp-audio", "object")

_PLAYS = re.compile(r"embed|player|video|podcast|audio", re.IGNORECASE)
_DRAWS = re.compile(
    r"chart|diagram|grafik|graphic|infogra|datawrapper|flourish|\bmaps?\b|karte|carte|mapa", re.IGNORECASE
)
_POSTS = re.compile(r"/status/\d|/posts?/|/p/[\w-]+|/@[\w.]+/", re.IGNORECASE)
_FILMS = re.compile(r"video|youtu|vimeo|\.(?:mp4|webm|m3u8|mov)\b|/watch\b", re.IGNORECASE)
_SOUNDS = re.compile(r"audio|podcast|soundcloud|spotify|\.(?:mp3|m4a|ogg|aac)\b", re.IGNORECASE)
_SAYS_NOTHING = re.compile(
    r"^(?:youtube |vimeo |embedded |external )?(?:(?:video|audio|media|content|embed|post|tweet)(?: ?player)?"
    r"|i?frame)$",
    re.IGNORECASE,
)
_ADVERT = re.compile(r"advert|sponsor|^ads?\b|anzeige|werbung|publicit|reklam|광고|広告", re.IGNORECASE)

EMBEDDED_POST = "embedded-post"
"""The class given to quotes that show a post of a social network."""

_KIND = "data-kind"
_FEWEST_WORDS = 4
"""Words of a post's own from which it is a quotation, and not only a link to it."""


def settle_embeds(root: HtmlElement) -> None:
    """Make each film, sound, post and chart that ``root`` embeds an ``iframe`` with one address and a title.

    Frames of other kinds (advertisements, counters, forms) are taken out.
    """
    for elem in [each for each in root.iter("embed") if each.getparent().tag != "object"]:
        elem.addprevious(elem.makeelement("iframe", dict(elem.attrib)))
        elem.drop_tag()  # libxml2 lets what follows fall into it
    for elem in list(root.iter(*_FRAMES)):
        if elem.getparent() is None:  # it was in another one, and went with what that held
            continue
        address = frame_address(elem)
        if address and _is_shown(elem) and (kind := _kind(elem, address)):
            _replace(elem, address, kind)
        else:
            elem.drop_tree()
    for elem, address in list(placed_players(root)):
        _replace(elem, address, _kind(elem, address) or "Video")
    for quote in list(root.iter("blockquote")):
        if address := _bare_post(quote):
            _replace(quote, address, "Post")


def embed_of(elem: HtmlElement, base: str) -> Paragraph | None:
    """Return what ``elem`` embeds as a paragraph with one link, or None without an address."""
    url = link_address(elem.get("src"), base)
    if url is None:
        return None
    kind, name = elem.get(_KIND) or "", clean_line(elem.get("title") or "", 200)
    return Paragraph((Span(": ".join(part for part in (kind, name or shown_host(url)) if part), href=url),))


def _is_shown(elem: HtmlElement) -> bool:
    """Tell whether a frame is there to be looked at."""
    if elem.get("hidden") is not None or "none" in (elem.get("style") or ""):
        return False
    return not any((elem.get(side) or "").strip() in {"0", "1", "0px", "1px"} for side in ("width", "height"))


def _kind(elem: HtmlElement, address: str) -> str:
    """Return what ``elem`` shows: Video, Audio, Post or Chart; an empty string for what is none of them."""
    told = " ".join(elem.get(name) or "" for name in ("title", "aria-label", "class", "id"))
    if _ADVERT.search(elem.get("title") or elem.get("aria-label") or ""):
        return ""
    if elem.tag in {"video", "amp-video"}:
        return "Video"
    if elem.tag in {"audio", "amp-audio"}:
        return "Audio"
    address = " ".join((address, *(elem.get(name) or "" for name in SOURCES)))
    for kind, pattern in (("Post", _POSTS), ("Audio", _SOUNDS), ("Video", _FILMS)):
        if pattern.search(address):
            return kind
    if _DRAWS.search(told) or _DRAWS.search(address):
        return "Chart"
    return "Embedded" if _PLAYS.search(address) and elem.tag != "object" else ""


def _bare_post(quote: HtmlElement) -> str:
    """Return the address of the post that ``quote`` only links to; empty where it shows its text, or is none."""
    address = quote.get("data-instgrm-permalink") or quote.get("cite") or ""
    if quote.get("class") != EMBEDDED_POST:
        return ""
    linked = " ".join(link.text_content() for link in quote.iter("a"))
    words = len(quote.text_content().split()) - len(linked.split())
    if words >= _FEWEST_WORDS:
        return ""
    return address or next((href for link in quote.iter("a") if (href := link.get("href"))), "")


def _replace(elem: HtmlElement, address: str, kind: str) -> None:
    """Make ``elem`` a frame with ``address``, titled by what the page says of it."""
    title = next((told for told in _titles(elem) if told and not _SAYS_NOTHING.match(told)), "")
    names = elem.get("class") or ""
    elem.clear(keep_tail=True)
    elem.tag = "iframe"
    for name, value in (("src", address), ("title", title), (_KIND, kind), ("class", names)):
        elem.set(name, value)


def _titles(elem: HtmlElement) -> Iterator[str]:
    """Yield what the page says of an embed: its title, its label, the caption of its figure."""
    for name in ("title", "aria-label", "playlabel", "data-title", "data-playlabel"):
        yield " ".join((elem.get(name) or "").split())
    figure = next(elem.iterancestors("figure"), None)
    caption = figure.find(".//figcaption") if figure is not None else None
    yield " ".join(caption.text_content().split()) if caption is not None else ""
