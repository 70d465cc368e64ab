"""Pictures that wait for a script to be shown, given the address that the page has for readers without one."""

from lxml.html import HtmlElement

_PICTURES = ("img", "amp-img", "picture")


def fill_lazy_images(root: HtmlElement) -> None:
    """Give a picture that waits for a script the address in the ``noscript`` after it; show one that has none.

    A ``noscript`` with words in it, or with more than one picture, is no stand-in for a picture.
    """
    for noscript in list(root.iter("noscript")):
        images = noscript.findall(".//img")
        if len(images) != 1 or noscript.text_content().strip():
            continue
        waiting = _picture_before(noscript)
        if waiting is not None:
            _fill(waiting, images[0])
        elif next(noscript.iterancestors(*_PICTURES), None) is None and not _counts(images[0]):
            noscript.tag = "span"


def _picture_before(noscript: HtmlElement) -> HtmlElement | None:
    """Return the picture that stands right before ``noscript``, alone or in an element of its own."""
    before = noscript.getprevious()
    if before is None:
        return None
    inside = [before] if before.tag == "img" else before.findall(".//img")
    return inside[0] if len(inside) == 1 and not before.text_content().strip() else None


def _fill(waiting: HtmlElement, image: HtmlElement) -> None:
    if not waiting.get("alt"):
        waiting.set("alt", image.get("alt") or "")
    waiting.set("data-src", image.get("src") or waiting.get("data-src") or "")


def _counts(image: HtmlElement) -> bool:
    """Tell whether ``image`` is there to count readers: it is next to nothing, or kept out of sight."""
    sizes = {(image.get(side) or "").strip() for side in ("width", "height")}
    return not sizes.isdisjoint({"0", "1"}) or "none" in (image.get("style") or "")
