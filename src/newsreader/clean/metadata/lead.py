"""The picture at the top of an article."""

from urllib.parse import urlsplit

from newsreader.clean.images import image_of
from newsreader.clean.links import picture_address
from newsreader.clean.metadata.facts import Facts
from newsreader.clean.metadata.json_ld import texts
from newsreader.model import Image


def find_lead_image(facts: Facts) -> Image | None:
    """Return the picture that the page names as its own, with the caption it has on the page; None without one."""
    told = (
        facts.meta("og:image:secure_url", "og:image", "og:image:url"),
        *_of_json(facts),
        facts.meta("twitter:image", "twitter:image:src"),
    )
    url = next((address for text in told if (address := picture_address(text, facts.url))), None)
    if url is None:
        return None
    name = file_name(url)
    for elem in facts.root.iter("img"):
        sources = " ".join(value for key, value in elem.items() if "src" in key)
        if name and name in sources:
            shown = image_of(elem, facts.url)
            if shown is not None:
                return Image(url, shown.alt, shown.caption, shown.credit, shown.width, shown.height)
    return Image(url, facts.meta("og:image:alt", "twitter:image:alt"))


def file_name(url: str) -> str:
    """Return the last part of the path of ``url``: what copies of one picture in several sizes often share."""
    return urlsplit(url).path.rpartition("/")[2]


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
