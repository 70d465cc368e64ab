"""What walls are dressed in: nothing, a site's menu and footer, those and much more; and what fills their files."""

import re
from dataclasses import dataclass
from html import escape

_SECTIONS = "News World Politics Business Markets Technology Science Health Sport Culture Books Travel Opinion"
_MENU = (
    "<header class='site-header'><a class='logo' href='/'>The Quay</a><nav class='main-nav'><ul>"
    + "".join(f"<li><a href='/{name.lower()}'>{name}</a></li>" for name in _SECTIONS.split())
    + "</ul></nav><form action='/search'><input name='q'><button>Search</button></form></header>"
)
_FOOT = (
    "<footer class='site-footer'><ul>"
    + "".join(f"<li><a href='/{name}'>{name}</a></li>" for name in ("About us", "Contact", "Imprint", "Press"))
    + "</ul><p>The Quay is published by Quay Media Ltd, a company registered in Harbour Street 5. All content is "
    "protected by copyright and may not be copied without leave of the publisher.</p>"
    "<p>© 2023 Quay Media Ltd. All rights reserved. <a href='/privacy'>Privacy</a> <a href='/terms'>Terms</a></p>"
    "</footer>"
)
_STORIES = (
    ("Ferry line to close after ninety years", "The last boat leaves on Sunday, and the crew was told by letter."),
    ("Fish market moves to the old barracks", "Traders say the new hall is cold, but that the rent will be half."),
    ("Bridge toll to rise again in spring", "Drivers will pay a third more, and lorries twice as much as now."),
    ("Choir wins prize with song of the sea", "Forty singers came home with a cup that fits nowhere."),
    ("School roof repaired at last", "After six winters with buckets in the corridors, pupils have a dry room."),
    ("Storm leaves a thousand homes dark", "Engineers hope to mend the lines by evening if the wind allows it."),
    ("Last lamplighter of the mole retires", "He walked eleven thousand miles in forty years, and never fell."),
    ("Two towns quarrel over one sandbank", "It moves with the tide, and with it the border and the mussels."),
)
_SOLD = {
    None: "",
    "yes": ',"isAccessibleForFree":false',
    "named": ',"isAccessibleForFree":"False","hasPart":{"@type":"WebPageElement","isAccessibleForFree":"False",'
    '"cssSelector":".paywall"}',
}
_MARK = re.compile(r'<teasers many="(\d+)" in="(\w+)"/>|<data(?: sold="(\w+)")?/>')


def filled(source: str) -> str:
    """Return ``source`` with its marks filled in: ``<teasers many= in=/>`` and ``<data sold=/>``."""

    def fill(mark: re.Match[str]) -> str:
        return teasers(int(mark[1]), mark[2]) if mark[1] else article_data(mark[3])

    return _MARK.sub(fill, source)


def teasers(many: int, tag: str = "div") -> str:
    """Return boxes that lead to other stories, each with a headline and two sentences."""
    return "".join(
        f"<{tag} class='card'><a href='/story/{i}'><img src='/{i}.jpg' alt=''></a><h3><a href='/story/{i}'>"
        f"{_STORIES[i % 8][0]}</a></h3>"
        f"<p class='excerpt'>{_STORIES[i % 8][1]} {_STORIES[(i + i // 8 + 3) % 8][1]}</p>"
        f"<time>{i + 1} hours ago</time></{tag}>"
        for i in range(many)
    )


def article_data(sold: str | None = None) -> str:
    """Return the data that publishers put on every story, whatever the page then shows of it."""
    return (
        '<meta property="og:type" content="article"><script type="application/ld+json">{"@context":'
        '"https://schema.org","@type":"NewsArticle","headline":"Harbour to become a park",'
        f'"datePublished":"2023-03-30T08:00:00Z","author":{{"@type":"Person","name":"Ada Lind"}}{_SOLD[sold]}}}'
        "</script>"
    )


@dataclass(frozen=True, slots=True)
class Wall:
    """A page that shows no article, or only the opening of one.

    Attributes:
        name: what it is, in a few words, with its language.
        body: what stands in its middle.
        opening: some of the article's own text is shown, so that it may be called a part.
    """

    name: str
    title: str
    body: str
    head: str = ""
    opening: bool = False
    language: str = "en"

    def page(self, dress: tuple[str, str]) -> bytes:
        """Return the page, with ``dress`` before and after its middle."""
        before, after = dress
        return (
            f"<!DOCTYPE html><html lang='{self.language}'><head><meta charset='utf-8'><title>{escape(self.title)}"
            f"</title>{self.head}</head><body>{before}{self.body}{after}</body></html>"
        ).encode()


BARE = ("", "")
DRESSED = (_MENU, _FOOT)
"""A menu above, a footer below."""

CROWDED = (
    _MENU,
    f"<aside class='sidebar'><h2>Most read</h2>{teasers(5)}</aside><section class='newsletter'><h2>Our newsletter"
    "</h2><p>Every morning at six we send you the five stories that everybody will talk about. Sign up for free, "
    "and leave whenever you like.</p><form><input type='email'><button>Sign up</button></form></section>" + _FOOT,
)
"""The most read stories and a newsletter as well."""
