"""The body of a page: its pieces in order, those that are the article, and the standfirst before them."""

from collections.abc import Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from newsreader.clean.classifier import reconsider
from newsreader.clean.frames import IN_ASIDE, IN_FOOTER, IN_NAV, settle
from newsreader.clean.lines import Line, read_lines
from newsreader.clean.opinion import readable_elements
from newsreader.clean.passages import Medium, Passage, cut, squeeze
from newsreader.clean.ruling import by_rules
from newsreader.clean.standfirst import find_standfirst, is_lead_paragraph


@dataclass(frozen=True, slots=True)
class Body:
    """What was found on a page.

    Attributes:
        pieces: of the article, in reading order, without the standfirst.
        standfirst: its passage, or None; ``inside`` when it is a first paragraph or stands among them.
        lead: the first picture above the text, or None.
        page_text: everything that the page shows, a line for each passage.
    """

    pieces: tuple[Passage | Medium, ...]
    standfirst: Passage | None
    inside: bool
    lead: Medium | None
    page_text: str


def find_body(root: HtmlElement, title: str, descriptions: Sequence[str]) -> Body:
    """Return the body of the pruned page ``root``, whose headline is ``title``."""
    pieces = list(cut(root))
    passages = [piece for piece in pieces if isinstance(piece, Passage)]
    lines = lines_of(root, passages, title)
    ruling = by_rules(lines)
    kept = reconsider(lines, ruling.unswept, ruling.kept)
    settle((piece.frame for piece in pieces), 0.0)
    at = find_standfirst(lines, lambda i: _names(passages[i].elem), ruling.kept, descriptions)
    inside = at is not None and (ruling.kept[at] or is_lead_paragraph(lines[at]))
    if at is not None:  # the text does not say it again
        kept = [keep and line.key != lines[at].key for line, keep in zip(lines, kept, strict=True)]
    article = {passage for passage, keep in zip(passages, kept, strict=True) if keep}
    return Body(
        pieces=tuple(_with_media(pieces, article)),
        standfirst=passages[at] if at is not None else None,
        inside=inside,
        lead=_lead(pieces, article),
        page_text="\n".join(passage.text for passage in passages),
    )


def lines_of(root: HtmlElement, passages: Sequence[Passage], title: str) -> list[Line]:
    """Return a line for each of ``passages``, all those of the page ``root``, whose headline is ``title``."""
    readable = readable_elements(root, {passage.elem for passage in passages})
    return read_lines(passages, readable, squeeze(title))


def _names(elem: HtmlElement) -> str:
    """Return the class and id of ``elem`` and its parent."""
    above = elem.getparent()
    near = (elem,) if above is None else (elem, above)
    return " ".join(e.get(name) or "" for e in near for name in ("class", "id", "itemprop"))


def _with_media(pieces: Sequence[Passage | Medium], chosen: set[Passage]) -> list[Passage | Medium]:
    """Return the chosen passages and the media among them that stand in no furniture."""
    places = [i for i, piece in enumerate(pieces) if piece in chosen]
    if not places:
        return []
    first, last = places[0], places[-1]
    return [
        *_opening(pieces[:first], pieces[first]),
        *(
            piece
            for piece in pieces[first : last + 1]
            if (piece in chosen if isinstance(piece, Passage) else _belongs(piece))
        ),
    ]


def _opening(before: Sequence[Passage | Medium], first: Passage | Medium) -> list[Medium]:
    """Return the pictures that open the text: those above it that stand in the very element it stands in."""
    home = first.frame.above
    if home is None or not home.body:  # an element that is named as the text's; any other may be the whole page
        return []
    return [
        piece
        for piece in before
        if isinstance(piece, Medium) and _is_picture(piece) and home in piece.frame.chain()
    ]


def _belongs(medium: Medium) -> bool:
    return not medium.frame.places & (IN_ASIDE | IN_FOOTER | IN_NAV)


def _lead(pieces: Sequence[Passage | Medium], chosen: set[Passage]) -> Medium | None:
    """Return the first picture that opens the text, else the one nearest above it."""
    first = next((i for i, piece in enumerate(pieces) if piece in chosen), None)
    if first is None:
        return None
    above = [piece for piece in pieces[:first] if isinstance(piece, Medium) and _is_picture(piece)]
    opening = _opening(above, pieces[first])
    return opening[0] if opening else above[-1] if above else None


def _is_picture(medium: Medium) -> bool:
    return medium.elem.tag in {"img", "picture"} and _belongs(medium)
