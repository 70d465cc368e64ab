"""The picture at the top of an article: as the page shows it, else as the page tells it to others."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from newsreader.clean.images import image_of
from newsreader.clean.links import picture_address
from newsreader.clean.metadata.facts import Facts
from newsreader.clean.metadata.json_ld import texts
from newsreader.clean.metadata.pictures import is_card, is_furniture, is_set_apart, is_small, marks_of
from newsreader.clean.metadata.publication import find_site
from newsreader.clean.passages import squeeze
from newsreader.model import Image, shown_host

_MOST_SHOWN = 4
"""Pictures that may bear one mark: what more of them share names the page or the server, not a picture."""

_MOST = 1_000
"""Pictures of a page that are looked at."""


@dataclass(frozen=True, slots=True)
class Lead:
    """What a page tells of its picture.

    Attributes:
        shown: the picture that the page names as its own, as the page shows it, with its caption; or None.
        told: the same by the address that the page gives to others, which is often another crop; or None.
        names: of the site, squeezed, as its logo bears them.
    """

    shown: Image | None
    told: Image | None
    names: str

    def settled(self, opening: HtmlElement | None, base: str) -> Image | None:
        """Return the lead image of an article that opens with the picture ``opening``, if with any.

        What the reader of the page sees comes first; what the page only tells to others may bear a title or a
        logo, and stands in where nothing else is.
        """
        if self.shown is not None or opening is None or is_furniture(opening):
            return self.shown or self.told
        if self.told is not None and not is_set_apart(opening):
            return self.told
        image = image_of(opening, base)
        wanting = image is None or is_small(image) or is_card(image.url, self.names)
        return self.told if wanting else image


def find_lead(facts: Facts) -> Lead:
    """Return what the page tells of its picture, with the caption that it has on the page."""
    names = squeeze(find_site(facts)) + squeeze(shown_host(facts.url))
    told = (picture_address(text, facts.base) for text in _told(facts))
    url = next((url for url in told if url and not is_card(url, names)), None)
    if url is None:
        return Lead(None, None, names)
    bare = Image(url, facts.meta("og:image:alt", "twitter:image:alt"))
    images = [image for elem in _shown(facts, url) if (image := image_of(elem, facts.base))]
    large = next((image for image in images if not is_small(image)), None)
    if large is None and images:
        bare = replace(images[0], url=url, width=None, height=None)
    return Lead(large, bare, names)


def file_name(url: str) -> str:
    """Return the last part of the path of ``url``: what copies of one picture in several sizes often share."""
    return urlsplit(url).path.rpartition("/")[2]


def _told(facts: Facts) -> Iterator[str]:
    """Yield the addresses that the page gives for its picture, the best witness first."""
    yield facts.meta("og:image:secure_url", "og:image", "og:image:url")
    yield from _of_json(facts)
    yield facts.meta("twitter:image", "twitter:image:src")


def _shown(facts: Facts, url: str) -> list[HtmlElement]:
    """Return the pictures of the page that are ``url`` in some size: those with its rarest mark."""
    sources = [
        (elem, " ".join(value for key, value in elem.items() if "src" in key and not value.startswith("data:")))
        for elem in islice(facts.root.iter("img", "amp-img"), _MOST)
    ]
    bearing = [[elem for elem, source in sources if mark in source] for mark in marks_of(url, facts.url)]
    rarest = min(filter(None, bearing), key=len, default=[])
    return [elem for elem in rarest if not is_furniture(elem)] if len(rarest) <= _MOST_SHOWN else []


def _of_json(facts: Facts) -> list[str]:
    """Return the addresses of the article's pictures in JSON-LD."""
    image = facts.article.get("image")
    each = image if isinstance(image, list) else [image]
    found: list[str] = []
    for one in each:
        if isinstance(one, dict):
            found.extend(str(one[key]) for key in ("url", "contentUrl", "@id") if isinstance(one.get(key), str))
        else:
            found.extend(texts(one))
    return [url for url in found if url.startswith(("http", "/"))]
