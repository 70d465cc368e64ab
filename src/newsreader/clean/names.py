"""What the class and the id of an element say: whether furniture, the text of an article, or readers' replies."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

_CHROME = (
    "nav", "menu", "footer", "sidebar", "side-bar", "related", "recommend", "promo", "share", "sharing", "social",
    "comment", "disqus", "newsletter", "news-letter", "infobox", "subscri",
    "cookie", "consent", "advert", "sponsor", "outbrain", "taboola",
    "breadcrumb", "byline", "author", "caption", "credit", "copyright", "widget", "popular", "trending", "teaser",
    "modal", "popup", "paywall", "pagination", "masthead", "readmore", "read-more", "reply", "callout", "signup",
    "sign-up", "toolbar", "most-read", "mostread",
)  # fmt: skip
_CHROME_WORDS = frozenset({
    "nav", "menu", "foot", "footer", "sidebar", "related", "promo", "share", "sharing", "social", "comment",
    "comments", "disqus", "newsletter", "subscribe", "signup", "cookie", "consent", "gdpr", "banner", "ad",
    "ads", "tag", "tags", "breadcrumb", "breadcrumbs", "byline", "author", "authors", "bio", "caption",
    "captions", "credit", "credits", "copyright", "meta", "date", "timestamp", "widget", "popular", "trending",
    "more", "teaser", "teasers", "modal", "popup", "paywall", "toolbar", "print", "login", "register", "hidden",
    "toc", "rating", "gallery", "slideshow", "player", "video", "disclaimer", "correction", "most", "latest",
    "next", "prev", "pagination", "pager", "skip", "header", "masthead", "aside", "rail", "infobox", "reply",
    "poll", "follow", "kicker", "category", "topic", "topics", "readmore", "survey", "donate", "donation",
    "membership", "callout", "cta",
})  # fmt: skip
_WORD = re.compile(r"[^\W_]+")
_BODY = re.compile(
    r"article[-_ ]*(?:body|content|text|main|copy)|entry-content|post-?(?:body|content|text)"
    r"|story-?(?:body|content|text)"
    r"|body-?(?:copy|text|content)|content-?body|main-?content|rich-?text|paragraph|field-name-body|content__body"
    r"|(?:^|\s)content(?:$|\s)",
    re.IGNORECASE,
)
_REPLIES = ("comment", "disqus", "reply", "replies")
_CAPTION = ("caption", "legende", "bildunterschrift", "image-credit", "photo-credit", "media-text")


@dataclass(frozen=True, slots=True)
class Names:
    """What the class and id of one element say.

    Attributes:
        furniture: names of a page's furniture that stand somewhere in them; ``words``: as words of their own.
        body: they say that this is the text of an article.
        replies: they say that readers speak here.
        caption: they say that this stands under a picture.
    """

    furniture: frozenset[str]
    words: frozenset[str]
    body: bool
    replies: bool
    caption: bool

    @property
    def chrome(self) -> bool:
        """Whether the furniture of a page stands somewhere in them."""
        return bool(self.furniture)

    @property
    def said(self) -> frozenset[str]:
        """All names of furniture in them."""
        return self.furniture | self.words if self.furniture or self.words else _NONE

    @property
    def word(self) -> bool:
        """Whether it stands there as a word of its own."""
        return bool(self.words)

    def without(self, common: frozenset[str]) -> "Names":
        """Return these names without those of the furniture that are ``common``."""
        if self.replies or common.isdisjoint(self.said):
            return self
        return replace(self, furniture=self.furniture - common, words=self.words - common)


_NONE: frozenset[str] = frozenset()
NO_NAMES = Names(furniture=_NONE, words=_NONE, body=False, replies=False, caption=False)


@lru_cache(maxsize=4096)
def read_names(names: str) -> Names:
    """Return what ``names``, a class and an id, say."""
    names = names.lower()
    return Names(
        furniture=frozenset(filter(names.__contains__, _CHROME)),
        words=_CHROME_WORDS.intersection(_WORD.findall(names)),
        body=_BODY.search(names) is not None,
        replies=any(map(names.__contains__, _REPLIES)),
        caption=any(map(names.__contains__, _CAPTION)),
    )
