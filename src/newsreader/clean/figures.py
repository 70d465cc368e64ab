"""Figures that show no picture: the quotation, table or code in them, with what is said under it."""

from lxml.html import HtmlElement

_SHOWS = ("img", "picture", "amp-img", "video", "iframe")


def open_figures(root: HtmlElement) -> None:
    """Make each figure of ``root`` around a quotation, a table or code a plain element; a caption goes with it.

    Under a table it is the table's caption, under a quotation it says whose words these are. So that its author
    is not lost with the page's footers, a footer in a quotation becomes a paragraph of it.
    """
    for figure in root.iter("figure"):
        if next(figure.iter(*_SHOWS), None) is not None:
            continue
        shown = next(figure.iter("blockquote", "table", "pre"), None)
        if shown is not None:
            _join(shown, figure.find(".//figcaption"))
            figure.tag = "div"
    for quote in root.iter("blockquote"):
        for footer in quote.iter("footer", "figcaption"):
            footer.tag = "p"


def _join(shown: HtmlElement, caption: HtmlElement | None) -> None:
    """Put ``caption`` where it belongs to what is ``shown``, unless that stands in it."""
    if caption is None or caption in shown.iterancestors():
        return
    caption.tag = "p"
    if shown.tag == "table" and shown.find("caption") is None:
        caption.tag = "caption"
        caption.tail = None
        shown.insert(0, caption)
    elif shown.tag == "blockquote":
        caption.tail = None
        shown.append(caption)
