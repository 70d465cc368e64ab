"""From a page to an article: the steps in their order."""

from lxml.html import HtmlElement

from newsreader.clean.assembly import assemble
from newsreader.clean.body import Body, find_body
from newsreader.clean.decoding import decode_page
from newsreader.clean.hygiene import LARGEST, parse_page, prune
from newsreader.clean.markup import tame, untag
from newsreader.clean.metadata import (
    Facts,
    find_authors,
    find_dates,
    find_description,
    find_language,
    find_lead,
    find_site,
    find_title,
    gather,
)
from newsreader.clean.metadata.lead import file_name
from newsreader.clean.parts import CleanedPage, find_alternates, find_next_part
from newsreader.clean.passages import Passage
from newsreader.clean.spans import spans_of
from newsreader.clean.status import judge, leads_on
from newsreader.model import (
    Article,
    Block,
    CleanError,
    Image,
    Wall,
    blocks_text,
    clean_line,
    inline_text,
)


def clean_page(html: bytes, url: str, content_type: str | None = None) -> Article:
    """Return the article of the page ``html``, which was read at ``url``.

    ``content_type`` is the header's, whose charset counts. A wall (consent, payment, an error shown as a page)
    comes back with the status that says so and no text. Raises CleanError when nothing can be read: hardly any
    text, or more than ``LARGEST`` bytes.
    """
    article = read_page(html, url, content_type).article
    if article.wall is Wall.EMPTY:
        raise CleanError("the page holds no article", url)
    return article


def read_page(
    html: bytes, url: str, content_type: str | None = None, first: str = "", part: int = 1
) -> CleanedPage:
    """Return the article of the page ``html`` as ``clean_page`` does, and where more of it may be had.

    An empty shell is a wall here, for it may name another version of itself.
    For an article in several parts, ``part`` is the number of this one and ``first`` the address of the first.
    """
    root = _tree(html, url, content_type)
    facts = gather(root, url)
    base = facts.base
    next_part, alternates = find_next_part(root, base, first or url, part), find_alternates(root, url, base)
    return CleanedPage(_article(facts), next_part, alternates)


def _article(facts: Facts) -> Article:
    url, base = facts.url, facts.base
    title = find_title(facts)
    published, updated = find_dates(facts)
    authors, pictured = find_authors(facts), find_lead(facts)
    sends_on = leads_on(facts.root)
    body = _body(facts, title)
    lead = pictured.settled(body.lead.elem if body.lead is not None else None, base)
    blocks = _without(assemble(body.pieces, base), lead)
    verdict = judge(facts, title, body, leads_on=sends_on)
    if verdict.wall is not None:
        blocks, lead = (), None
    standfirst = body.standfirst
    return Article(
        url=url,
        title=title,
        blocks=blocks,
        standfirst=clean_line(inline_text(spans_of(standfirst.parts, standfirst.elem, base)), 2000)
        if standfirst
        else "",
        authors=authors,
        site=find_site(facts),
        language=find_language(facts),
        published=published,
        updated=updated,
        lead_image=lead,
        status=verdict.status,
        wall=verdict.wall,
    )


def extract_text(html: bytes, url: str) -> str:
    """Return the text of the page ``html``, a line for each block; empty when there is none.

    A standfirst that is a first paragraph, set apart or not, is its first line; one like a second headline is
    not. The names of embedded films are no text.
    """
    try:
        root = _tree(html, url, None)
    except CleanError:
        return ""
    facts = gather(root, url)
    body = _body(facts, find_title(facts))
    first = f"{body.standfirst.text}\n" if body.standfirst and body.inside else ""
    return first + blocks_text(assemble((p for p in body.pieces if isinstance(p, Passage)), url))


def _tree(html: bytes, url: str, content_type: str | None) -> HtmlElement:
    if len(html) > LARGEST:
        raise CleanError(f"the page has {len(html) / 1e6:.1f} MB, more than an article can have", url)
    try:
        root = parse_page(tame(decode_page(html, content_type)))
    except CleanError as error:
        raise CleanError(error.what, url) from error
    untag(root)
    return root


def _body(facts: Facts, title: str) -> Body:
    """Return the body; prunes the tree of ``facts``, so that it comes after all metadata."""
    descriptions = find_description(facts)
    prune(facts.root)
    return find_body(facts.root, title, descriptions)


def _without(blocks: tuple[Block, ...], lead: Image | None) -> tuple[Block, ...]:
    """Return ``blocks`` without the lead image, in whatever size it is shown again."""
    if lead is None:
        return blocks
    name = file_name(lead.url)
    return tuple(
        block
        for block in blocks
        if not (isinstance(block, Image) and (block.url == lead.url or (name and file_name(block.url) == name)))
    )
