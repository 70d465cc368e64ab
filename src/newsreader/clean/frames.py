"""What the place of a text in the page says about it: the tags above it, and the names that they bear."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from lxml.html import HtmlElement

_CHROME = re.compile(
    r"nav(?!y|ig8)|menu|footer|sidebar|side-bar|related|recommend|promo|share|sharing|social"
    r"|comment|disqus|newsletter|subscri"
    r"|cookie|consent|advert|sponsor|outbrain|taboola|breadcrumb|byline|author|caption|credit|copyright|widget"
    r"|popular|trending|teaser|modal|popup|paywall|pagination|masthead|readmore|read-more|reply|callout|signup"
    r"|sign-up|toolbar|most-read|mostread",
    re.IGNORECASE,
)
_CHROME_WORD = re.compile(
    r"(?:^|[\W_])(?:nav|menu|foot|footer|sidebar|related|recommend\w*|promo|share|sharing|social|comments?|disqus"
    r"|newsletter|subscribe|signup|cookie|consent|gdpr|banner|advert\w*|ads?|sponsor\w*|tags?|breadcrumbs?"
    r"|byline|authors?|bio|captions?|credits?|copyright|meta|date|timestamp|widget|popular|trending"
    r"|more|teasers?|modal"
    r"|popup|paywall|toolbar|print|login|register|hidden|toc|rating|gallery|slideshow|player|video|disclaimer"
    r"|correction|most|latest|next|prev|pagination|pager|skip|header|masthead|aside|rail|infobox|reply|poll|follow"
    r"|kicker|category|topics?|readmore|survey|donate|donation|membership|callout|cta)(?:$|[\W_])",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"article[-_ ]*(?:body|content|text|main|copy)|entry-content|post-?(?:body|content|text)"
    r"|story-?(?:body|content|text)"
    r"|body-?(?:copy|text|content)|content-?body|main-?content|rich-?text|paragraph|field-name-body|content__body"
    r"|(?:^|\s)content(?:$|\s)",
    re.IGNORECASE,
)

_CAPTION = re.compile(
    r"caption|legende|bildunterschrift|(?:image|photo|picture|media)[-_]*(?:credit|desc|text)", re.IGNORECASE
)
_REPLIES = re.compile(r"comment|disqus|repl(?:y|ies)", re.IGNORECASE)

IN_ARTICLE, IN_MAIN, IN_ASIDE, IN_NAV, IN_FOOTER, IN_HEADER, IN_FIGURE, IN_FORM = (1 << n for n in range(8))
IN_LIST, IN_TABLE, IN_QUOTE, IN_PRE, IN_BODY_ITEM, IN_EMBED, IN_CAPTION = (1 << n for n in range(8, 15))
FURNITURE = IN_ASIDE | IN_NAV | IN_FOOTER | IN_HEADER | IN_FORM

_TAG_BITS = {
    "article": IN_ARTICLE, "main": IN_MAIN, "aside": IN_ASIDE, "nav": IN_NAV, "footer": IN_FOOTER,
    "header": IN_HEADER, "figure": IN_FIGURE, "figcaption": IN_FIGURE | IN_CAPTION, "form": IN_FORM, "ul": IN_LIST,
    "ol": IN_LIST, "dl": IN_LIST, "table": IN_TABLE, "blockquote": IN_QUOTE, "pre": IN_PRE,
}  # fmt: skip
_ROLE_BITS = {"navigation": IN_NAV, "complementary": IN_ASIDE, "contentinfo": IN_FOOTER, "main": IN_MAIN}


@dataclass(frozen=True, slots=True)
class Names:
    """What the class and id of one element say.

    Attributes:
        chrome: the furniture of a page stands somewhere in them; ``word``: as a word of its own.
        body: they say that this is the text of an article.
        replies: they say that readers speak here.
        caption: they say that this stands under a picture.
    """

    chrome: bool
    word: bool
    body: bool
    replies: bool
    caption: bool

    def forgiven(self) -> "Names":
        """Return these names without the furniture."""
        return replace(self, chrome=False, word=False)


NO_NAMES = Names(chrome=False, word=False, body=False, replies=False, caption=False)


@dataclass(slots=True, eq=False)
class Frame:
    """What stands above a text: one element with its own words, and the frame above it.

    Attributes:
        bits: ``IN_…`` of the element alone; ``names`` what its class and id say.
        above: the frame of the element above, None at the top.
        prose: how many words of prose stand below, once weighed.
        places, chrome, body: over it and all above: the ``IN_…`` bits, how many are named like furniture, how
            many like an article's text; once settled.
    """

    bits: int
    names: Names
    above: "Frame | None"
    prose: float = 0.0
    places: int = 0
    chrome: int = 0
    body: int = 0
    settled: bool = False

    def chain(self) -> Iterator["Frame"]:
        """Yield this frame and those above it."""
        frame: Frame | None = self
        while frame is not None:
            yield frame
            frame = frame.above


def settle(frames: Iterable[Frame], total: float) -> None:
    """Fill in ``places``, ``chrome`` and ``body`` of ``frames`` and all above them.

    What surrounds most of a page's prose, ``total`` words, is no furniture whatever its name.
    """
    for frame in frames:
        waiting = [each for each in frame.chain() if not each.settled]
        for each in reversed(waiting):
            above = each.above
            if total and 2 * each.prose >= total and not each.names.replies:
                each.names, each.bits = each.names.forgiven(), each.bits & ~FURNITURE
            each.places = each.bits | (above.places if above else 0)
            each.chrome = each.names.chrome + (above.chrome if above else 0)
            each.body = each.names.body + (above.body if above else 0)
            each.settled = True


@lru_cache(maxsize=4096)
def read_names(names: str) -> Names:
    """Return what ``names``, a class and an id, say."""
    return Names(
        chrome=_CHROME.search(names) is not None,
        word=_CHROME_WORD.search(names) is not None,
        body=_BODY.search(names) is not None,
        replies=_REPLIES.search(names) is not None,
        caption=_CAPTION.search(names) is not None,
    )


def frame_of(elem: HtmlElement, above: Frame | None) -> Frame:
    """Return the frame of ``elem`` below an element whose frame is ``above``."""
    get = elem.get
    tag = elem.tag
    text = f"{get('class') or ''} {get('id') or ''}"
    names = read_names(text) if text != " " and tag not in ("html", "body") else NO_NAMES
    bits = _TAG_BITS.get(tag, 0)
    if "articleBody" in (get("itemprop") or ""):
        bits |= IN_BODY_ITEM
    role = get("role")
    if role:
        bits |= _ROLE_BITS.get(role, 0)
    return Frame(bits, names, above)
